package org.heatwatch.announce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;

/** Names a run by what it is told from: the same scenes, site and day have the same name. */
final class RunDigest {
    private static final int BYTES = 10;

    private RunDigest() {}

    static String of(int siteVersion, Collection<SampledScene> scenes, LocalDate asOf) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%d %s\n".formatted(siteVersion, asOf).getBytes(StandardCharsets.UTF_8));
            scenes.stream()
                    .map(SampledScene::scene)
                    .map(RunDigest::line)
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Product and versions decide what was read. */
    private static String line(SceneRecord scene) {
        return "%s %d %d\n".formatted(scene.product(), scene.boundsVersion(), scene.samplerVersion());
    }
}
