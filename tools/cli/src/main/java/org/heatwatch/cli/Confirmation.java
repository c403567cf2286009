package org.heatwatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the user before something that costs money or cannot be undone. */
final class Confirmation {
    private Confirmation() {}

    /**
     * Whether the user agrees.
     *
     * @param what is going to happen, a sentence; empty if it was printed before
     */
    static boolean given(String what, PrintWriter out, PrintWriter err) {
        out.printf("%s%nGo on? [y/N] ", what);
        out.flush();
        boolean agreed =
                answer().map(text -> text.strip().equalsIgnoreCase("y")).orElse(false);
        if (!agreed) {
            err.println("heatwatch: cancelled; answer y, or give --yes");
        }
        return agreed;
    }

    private static Optional<String> answer() {
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
