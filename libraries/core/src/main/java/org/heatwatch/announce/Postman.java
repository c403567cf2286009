package org.heatwatch.announce;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Delivers mails of an outbox: claims one, hands it over, notes that it happened. Who is killed after handing over leaves a
 * claim that runs out, and the mail is delivered a second time; it is never lost.
 */
public final class Postman {
    private final Outbox outbox;
    private final MailSender sender;
    private final InstantSource clock;

    public Postman(Outbox outbox, MailSender sender, InstantSource clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
    }

    /** What became of a mail. */
    public enum Delivery {
        /** It was handed over now. */
        DELIVERED,
        /** It had been handed over before. */
        ALREADY_DELIVERED,
        /** Somebody else is about to hand it over, or was and failed: ask again once the claim has run out. */
        CLAIMED,
        /** There is no such mail. */
        UNKNOWN
    }

    /** Delivers a mail, unless it was or is being delivered. */
    public Delivery deliver(String siteId, Kind kind, String run) {
        Optional<SentMail> found = outbox.mail(siteId, kind, run);
        if (found.isEmpty()) {
            return Delivery.UNKNOWN;
        }
        Mail mail = found.get().mail();
        if (found.get().deliveredAt().isPresent()) {
            // Once more, should the first note have been cut short.
            outbox.delivered(mail, clock.instant());
            return Delivery.ALREADY_DELIVERED;
        }
        if (!outbox.claim(mail, clock.instant())) {
            return Delivery.CLAIMED;
        }
        try {
            sender.send(mail);
        } catch (RuntimeException e) {
            outbox.release(mail);
            throw e;
        }
        outbox.delivered(mail, clock.instant());
        return Delivery.DELIVERED;
    }
}
