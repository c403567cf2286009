package org.heatwatch.announce;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.heatwatch.site.Feature;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.JudgedObservation;
import org.locationtech.jts.geom.Coordinate;

/** How numbers, times and names are put in mails. */
final class Wording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    /** For example {@code +8.1 ± 0.9 K}. */
    static String excess(JudgedObservation.Scored look) {
        return String.format(Locale.ROOT, "%+.1f \u00b1 %.1f K", look.effectiveKelvin(), look.standardError());
    }

    static String confidence(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT);
    }

    /** For example {@code 2025-11-04 02:11 UTC (11:11 Asia/Seoul)}. */
    static String time(Instant instant, ZoneId zone) {
        return "%s UTC (%s %s)"
                .formatted(
                        DAY_AND_TIME.format(instant.atOffset(ZoneOffset.UTC)), TIME.format(instant.atZone(zone)), zone);
    }

    /** For example {@code 37.93312 N 126.63055 E}. */
    static String position(Coordinate lonLat) {
        return String.format(
                Locale.ROOT,
                "%.5f %s %.5f %s",
                Math.abs(lonLat.y),
                lonLat.y < 0 ? "S" : "N",
                Math.abs(lonLat.x),
                lonLat.x < 0 ? "W" : "E");
    }

    static String map(Coordinate lonLat) {
        return String.format(
                Locale.ROOT, "https://www.openstreetmap.org/?mlat=%.5f&mlon=%.5f&zoom=17", lonLat.y, lonLat.x);
    }

    /** For example {@code A, B and C}. */
    static String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** In subjects, which are ASCII: the id where the name is not. */
    static String ascii(Feature feature) {
        return feature.name().matches("\\p{Print}+") ? feature.name() : feature.id();
    }
}
