package org.heatwatch.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.SentMail;
import org.heatwatch.run.SiteRunner;

/** Does in this process what a stack does after a scene is recorded: scores its site and delivers mail. */
public final class LocalWatch {
    private final LocalStore store;
    private final SiteRunner siteRunner;
    private final MailFolder folder;

    private LocalWatch(LocalStore store, SiteRunner siteRunner, MailFolder folder) {
        this.store = store;
        this.siteRunner = siteRunner;
        this.folder = folder;
    }

    /** Works on a store, and delivers mail to its folder. */
    public static LocalWatch of(LocalStore store) {
        return new LocalWatch(
                store,
                new SiteRunner(store.ledger(), store.outbox(), store.histories()),
                new MailFolder(store.mailFolder()));
    }

    /** The same on another opening of the store, without computing again what this one has computed. */
    public LocalWatch on(LocalStore other) {
        return new LocalWatch(
                other,
                siteRunner.on(other.ledger(), other.outbox(), other.histories()),
                new MailFolder(other.mailFolder()));
    }

    /** Scores a site as of the day of the store. */
    public void score(String siteId) {
        store.ledger().site(siteId).ifPresent(definition -> score(siteId, store.today(definition.site())));
    }

    /** A mail and the file to which it was delivered. */
    public record Delivered(Mail mail, Path file) {}

    /** Scores the sites with a scoring request since the last call, as of the day of the store, and delivers mail. */
    public List<Delivered> scoreRequested() {
        List<Delivered> delivered = new ArrayList<>();
        for (String siteId : store.takeScoringRequests()) {
            store.ledger()
                    .site(siteId)
                    .flatMap(definition -> siteRunner.run(siteId, store.today(definition.site())))
                    .ifPresent(_ -> delivered.addAll(deliver(siteId)));
        }
        return delivered;
    }

    /** Scores a site as of a day; empty if nothing changed. */
    public Optional<SiteHistory> score(String siteId, LocalDate asOf) {
        return siteRunner.run(siteId, asOf);
    }

    /** Delivers pending mail. After a crash, mail may be written a second time, to the same file. */
    public List<Delivered> deliver(String siteId) {
        List<Delivered> delivered = new ArrayList<>();
        for (SentMail sent : store.outbox().mails(siteId)) {
            if (sent.deliveredAt().isEmpty()) {
                delivered.add(new Delivered(sent.mail(), folder.deliver(sent.mail())));
                store.outbox().delivered(sent.mail(), Clock.systemUTC().instant());
            }
        }
        return delivered;
    }
}
