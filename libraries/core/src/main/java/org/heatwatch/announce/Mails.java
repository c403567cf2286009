package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.language.Words;
import org.heatwatch.site.Site;

/** Puts news into words: one mail for each kind. */
public final class Mails {
    /** The language of mails. */
    static final Words WORDS = Words.read("en", Mails.class, "mail.en.json");

    private static final int LOW = 1;
    private static final int MEDIUM = 2;
    private static final int HIGH = 3;

    private Mails() {}

    /**
     * The mails that tell all news of a run.
     *
     * @param run names the run
     */
    public static List<Mail> of(Site site, SiteHistory history, List<News> news, String run) {
        List<Mail> mails = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<News> its = news.stream().filter(n -> n.kind() == kind).toList();
            if (!its.isEmpty()) {
                mails.add(mail(new MailFacts(site, history, kind, its), run));
            }
        }
        return List.copyOf(mails);
    }

    private static Mail mail(MailFacts facts, String run) {
        return new Mail(
                facts.site().id(),
                facts.kind(),
                run,
                facts.history().asOf(),
                new MailWords(WORDS).subject(facts),
                MailText.of(facts, WORDS),
                MailJson.of(facts, run, new MailWords(WORDS).headline(facts)),
                severity(facts.kind()),
                confidence(facts),
                facts.news().stream().map(n -> n.marker().subject()).distinct().toList());
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
