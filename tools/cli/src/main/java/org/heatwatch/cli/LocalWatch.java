package org.heatwatch.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.SentMail;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.store.LocalStore;

/** Does in this process what the stack does once a scene is recorded: scores its site, and delivers what is to be told. */
final class LocalWatch {
    private final LocalStore store;
    private final Announcer announcer;
    private final MailFolder folder;

    LocalWatch(LocalStore store) {
        this.store = store;
        this.announcer = new Announcer(store.ledger(), store.outbox(), store.histories());
        this.folder = new MailFolder(store.mailFolder());
    }

    /** A mail and the file that it was delivered to. */
    record Delivered(Mail mail, Path file) {}

    /** Scores the sites that were woken since the last call, as of the store's day. */
    List<Delivered> scoreWoken() {
        List<Delivered> delivered = new ArrayList<>();
        for (String siteId : store.takeWoken()) {
            announcer.run(siteId, store.today()).ifPresent(_ -> delivered.addAll(deliver(siteId)));
        }
        return delivered;
    }

    /** Scores a site as of a day. */
    Optional<SiteHistory> score(String siteId, LocalDate asOf) {
        return announcer.run(siteId, asOf);
    }

    /** Delivers what was not. Mail that was written before a crash and not noted is written once more, to the same file. */
    List<Delivered> deliver(String siteId) {
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
