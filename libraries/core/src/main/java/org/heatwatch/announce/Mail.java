package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What goes out to people and machines at once, about one site.
 *
 * @param run that it tells the news of, as text for keys; site, kind and run name the mail
 * @param asOf the day at whose end this was known
 * @param subject printable ASCII, under 100 characters
 * @param text for people, plain, the news in its first line
 * @param json the news and the hot spots for machines
 * @param severity 1 low, 2 medium, 3 high
 * @param confidence of the surest news in it: 1 low, 2 medium, 3 high
 * @param subjects ids of the features and names of the places it tells of
 */
public record Mail(
        String siteId,
        Kind kind,
        String run,
        LocalDate asOf,
        String subject,
        String text,
        String json,
        int severity,
        int confidence,
        List<String> subjects) {
    static final int LONGEST_SUBJECT = 99;

    /** By day, then by kind: the order in which a person would read them. */
    public static final Comparator<Mail> IN_ORDER =
            Comparator.comparing(Mail::asOf).thenComparing(Mail::kind).thenComparing(Mail::run);

    public Mail {
        subjects = List.copyOf(subjects);
        if (subject.length() > LONGEST_SUBJECT || !subject.matches("\\p{Print}+")) {
            throw new IllegalArgumentException("no subject of a mail: " + subject);
        }
    }
}
