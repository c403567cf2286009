package org.heatwatch.mail;

import java.time.InstantSource;
import java.util.Optional;
import org.heatwatch.announce.Kind;

/**
 * Delivers the mails of an outbox: claims a mail, sends it and records the delivery. If the process is killed after
 * sending, the claim expires and the mail is sent a second time; no mail is lost.
 */
public final class MailDispatcher {
    private final Outbox outbox;
    private final MailSender sender;
    private final InstantSource clock;

    public MailDispatcher(Outbox outbox, MailSender sender, InstantSource clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
    }

    /** Result of a delivery. */
    public enum Delivery {
        /** The mail was sent now. */
        DELIVERED,
        /** The mail had been sent before. */
        ALREADY_DELIVERED,
        /** Another process is sending the mail, or failed while sending: repeat after the claim has expired. */
        CLAIMED,
        /** There is no such mail. */
        UNKNOWN
    }

    /**
     * Delivers a mail, unless it is or is being delivered.
     *
     * @throws org.heatwatch.errors.HeatWatchException if the outbox or the sender fails; the claim is then released
     */
    public Delivery deliver(String siteId, Kind kind, String run) {
        Optional<SentMail> found = outbox.mail(siteId, kind, run);
        if (found.isEmpty()) {
            return Delivery.UNKNOWN;
        }
        Mail mail = found.get().mail();
        if (found.get().deliveredAt().isPresent()) {
            // Repeated, because an earlier record of the delivery may be incomplete.
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
