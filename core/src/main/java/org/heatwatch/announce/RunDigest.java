package org.heatwatch.announce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;

/** Names runs and their news by what they are made of: the same have the same name. */
final class RunDigest {
    private static final int BYTES = 10;

    private RunDigest() {}

    static String of(SiteDefinition site, Collection<SampledScene> scenes, LocalDate asOf) {
        String head = "%s %d %s".formatted(site.siteId(), site.version(), asOf);
        return of(Stream.concat(
                Stream.of(head),
                scenes.stream().map(SampledScene::scene).map(RunDigest::line).sorted()));
    }

    /** The name of what a run has to tell: other code may find other news in the same scenes. */
    static String of(String run, Collection<Marker> markers) {
        return of(Stream.concat(
                Stream.of(run),
                markers.stream()
                        .map(marker -> marker.key() + " " + marker.revision())
                        .sorted()));
    }

    private static String of(Stream<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Product and versions decide what was read. */
    private static String line(SceneRecord scene) {
        return "%s %d %d".formatted(scene.product(), scene.boundsVersion(), scene.samplerVersion());
    }
}
