package org.heatwatch.mail;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.Presentation;

/**
 * One mail about one site, with a text for people and JSON for programs.
 *
 * @param run id of the announcements in it; site, kind and run identify the mail
 * @param asOf day up to whose end the site was scored
 * @param subject printable ASCII, under 100 characters
 * @param text plain text for people, with a summary in its first line
 * @param json announcements and hot spots for programs
 * @param severity 1 low, 2 medium, 3 high
 * @param confidence highest confidence of its announcements: 1 low, 2 medium, 3 high
 * @param subjects ids of the features and names of the heat sources it is about
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

    /** By day, then by kind, then by run. */
    public static final Comparator<Mail> IN_ORDER =
            Comparator.comparing(Mail::asOf).thenComparing(Mail::kind).thenComparing(Mail::run);

    public Mail {
        subjects = List.copyOf(subjects);
        if (subject.length() > LONGEST_SUBJECT || !subject.matches("\\p{Print}+")) {
            throw new IllegalArgumentException("not printable ASCII of less than 100 characters: " + subject);
        }
    }

    /** The acquisition of the pass that the mail is about; empty if it is about none. */
    public Optional<Acquisition> acquisition() {
        return MailJson.acquisition(json);
    }

    /** Language of its text (ISO 639-1). */
    public String language() {
        return MailJson.language(json).orElse(Presentation.DEFAULT_LANGUAGE);
    }

    /** The subject in a language, not only in ASCII; that of the mail if it was not written in it. */
    public String subject(String language) {
        return MailJson.translation(json, language)
                .map(MailJson.Translation::subject)
                .orElse(subject);
    }

    /** The text in a language; that of the mail if it was not written in it. */
    public String text(String language) {
        return MailJson.translation(json, language)
                .map(MailJson.Translation::text)
                .orElse(text);
    }

    /** The words above a link to the dashboard, in the language of the text. */
    public String dashboardTitle() {
        return MailLanguage.of(language()).words().say("dashboard");
    }

    /** Whether it is about simulated data. */
    public boolean isSimulated() {
        return MailJson.isSimulated(json);
    }
}
