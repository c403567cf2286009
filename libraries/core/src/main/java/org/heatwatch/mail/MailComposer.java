package org.heatwatch.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ReportedSources;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Presentation;
import org.heatwatch.site.Site;

/** Composes the mails of a run: one for each kind of announcement. */
public final class MailComposer {
    private static final int LOW = 1;
    private static final int MEDIUM = 2;
    private static final int HIGH = 3;

    private MailComposer() {}

    /** Composes mails that contain all announcements of a run without a search for heat sources. */
    public static List<Mail> compose(Site site, SiteHistory history, List<Announcement> announcements, String run) {
        return compose(site, history, Optional.empty(), announcements, run);
    }

    /**
     * Composes mails that contain all announcements of a run.
     *
     * @param sources heat sources of the run; empty if no composite could be searched
     * @param run id of the announcements
     */
    public static List<Mail> compose(
            Site site,
            SiteHistory history,
            Optional<ReportedSources> sources,
            List<Announcement> announcements,
            String run) {
        List<Mail> mails = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Announcement> ofKind = announcements.stream()
                    .filter(announcement -> announcement.kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                mails.add(mail(new MailFacts(site, history, sources, kind, ofKind), run));
            }
        }
        return List.copyOf(mails);
    }

    private static Mail mail(MailFacts facts, String run) {
        MailLanguage language = MailLanguage.of(facts.site().presentation().language());
        MailLanguage english = MailLanguage.of(Presentation.DEFAULT_LANGUAGE);
        return new Mail(
                facts.site().id(),
                facts.kind(),
                run,
                facts.history().asOf(),
                // Subjects of SNS are ASCII, so this one is English; the translated ones are in the JSON.
                new MailSentences(english).subject(facts),
                MailText.of(facts, language),
                MailJson.of(facts, run, new MailSentences(language).headline(facts), translations(facts)),
                severity(facts.kind()),
                confidence(facts),
                facts.announcements().stream()
                        .map(announcement -> announcement.record().subject())
                        .distinct()
                        .toList());
    }

    /** The mail in all languages, so that the dashboard shows it in that of its reader. */
    private static Map<String, MailJson.Translation> translations(MailFacts facts) {
        Map<String, MailJson.Translation> translations = new LinkedHashMap<>();
        for (String code : MailLanguage.codes()) {
            MailLanguage language = MailLanguage.of(code);
            translations.put(
                    code,
                    new MailJson.Translation(new MailSentences(language).subject(facts), MailText.of(facts, language)));
        }
        return translations;
    }

    private static int severity(Kind kind) {
        return switch (kind) {
            case ACTIVITY, REVISION, OPERATIONS -> HIGH;
            case SUSPECT -> MEDIUM;
            case STALE, DIGEST -> LOW;
        };
    }

    private static int confidence(MailFacts facts) {
        return switch (facts.confidence()) {
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> LOW;
        };
    }
}
