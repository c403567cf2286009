package org.heatwatch.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.digest.Sha256;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.CodeVersion;

/** Computes ids of runs and of their announcements from their input: equal input has equal ids. */
final class RunId {
    private static final int DIGITS = 20;

    private RunId() {}

    /** @param observationKeys of the scenes ({@link org.heatwatch.ledger.SceneRecord#key()}), in any order */
    static String of(SiteDefinition site, Collection<String> observationKeys, LocalDate asOf) {
        String head = "%s %d %s %s".formatted(site.siteId(), site.version(), asOf, CodeVersion.current());
        return of(Stream.concat(Stream.of(head), observationKeys.stream().sorted()));
    }

    /** The id of the announcements of a run, which includes them: other code may announce other events of a history. */
    static String of(String run, Collection<AnnouncementRecord> records) {
        return of(Stream.concat(
                Stream.of(run),
                records.stream()
                        .map(record -> record.key() + " " + record.revision())
                        .sorted()));
    }

    private static String of(Stream<String> lines) {
        byte[][] parts = lines.map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return Sha256.hex(parts).substring(0, DIGITS);
    }
}
