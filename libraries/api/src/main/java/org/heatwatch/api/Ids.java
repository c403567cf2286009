package org.heatwatch.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.landsat.Acquisition;

/** What names sites, features and passes, here and in addresses. */
final class Ids {
    /** A site, or one of its features. */
    static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");

    static final Pattern ACQUISITION = Pattern.compile("LC0[89]_[0-9]{6}_[0-9]{8}");

    private static final String SEPARATOR = ":";

    private Ids() {}

    static String join(String... parts) {
        return String.join(SEPARATOR, parts);
    }

    /** The day of the acquisition that a feature's id names; all days if it names none. */
    static TimeSpan dayOf(String id) {
        Matcher acquisition = ACQUISITION.matcher(id);
        if (!acquisition.find()) {
            return TimeSpan.ALL;
        }
        try {
            LocalDate day = Acquisition.parse(acquisition.group()).date();
            // UTC days of a pass and of its name may differ at midnight.
            return new TimeSpan(
                    day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), TimeSpan.endOf(day.plusDays(1)));
        } catch (IllegalArgumentException e) {
            return TimeSpan.ALL;
        }
    }

    /** The site that a feature's id begins with; empty if there can be none. */
    static Optional<String> site(String id) {
        return Optional.of(id.split(SEPARATOR, 2)[0])
                .filter(site ->
                        id.length() > site.length() && SLUG.matcher(site).matches());
    }
}
