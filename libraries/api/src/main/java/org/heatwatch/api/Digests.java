package org.heatwatch.api;

import java.nio.charset.StandardCharsets;
import org.heatwatch.digest.Sha256;

/** Shortened SHA-256 digests, for tags and tokens. */
final class Digests {
    private static final int DIGITS = 24;

    private Digests() {}

    static String brief(String text) {
        return brief(text.getBytes(StandardCharsets.UTF_8));
    }

    static String brief(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, DIGITS);
    }
}
