package org.heatwatch.announce;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.heatwatch.digest.Sha256;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.CodeVersion;

/** Names runs and their news by what they are made of: the same have the same name. */
final class RunDigest {
    private static final int DIGITS = 20;

    private RunDigest() {}

    /** @param readings of the scenes ({@link org.heatwatch.ledger.SceneRecord#reading()}), in any order */
    static String of(SiteDefinition site, Collection<String> readings, LocalDate asOf) {
        String head = "%s %d %s %s".formatted(site.siteId(), site.version(), asOf, CodeVersion.current());
        return of(Stream.concat(Stream.of(head), readings.stream().sorted()));
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
        byte[][] parts = lines.map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return Sha256.hex(parts).substring(0, DIGITS);
    }
}
