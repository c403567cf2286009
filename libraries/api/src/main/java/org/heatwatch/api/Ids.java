package org.heatwatch.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.landsat.Acquisition;

/** The forms of the ids of sites, features and acquisitions. */
final class Ids {
    /** Id of a site, or of a feature within its site. */
    static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");

    static final Pattern ACQUISITION = Pattern.compile("LC0[89]_[0-9]{6}_[0-9]{8}");

    private static final String SEPARATOR = ":";

    private Ids() {}

    static String join(String... parts) {
        return String.join(SEPARATOR, parts);
    }

    /** A time span that contains the acquisition named by an item id; {@link TimeSpan#ALL} if the id names none. */
    static TimeSpan dayOf(String id) {
        Matcher acquisition = ACQUISITION.matcher(id);
        if (!acquisition.find()) {
            return TimeSpan.ALL;
        }
        try {
            LocalDate day = Acquisition.parse(acquisition.group()).date();
            // Near midnight, the day in the id may differ from the UTC day of the overpass.
            return new TimeSpan(
                    day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), TimeSpan.endOf(day.plusDays(1)));
        } catch (IllegalArgumentException e) {
            return TimeSpan.ALL;
        }
    }

    /** The site id with which an item id begins; empty if the id is malformed. */
    static Optional<String> site(String id) {
        return Optional.of(id.split(SEPARATOR, 2)[0])
                .filter(site ->
                        id.length() > site.length() && SLUG.matcher(site).matches());
    }
}
