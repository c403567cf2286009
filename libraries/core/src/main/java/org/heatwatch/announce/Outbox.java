package org.heatwatch.announce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.publication.Manifest;

/**
 * Where what was said is remembered, and mails wait until they are delivered.
 *
 * <p>Every method throws {@link SourceUnavailable} if the store does not answer and {@link AccessDenied} if it refuses, which
 * leaves it unknown whether anything was written.
 */
public interface Outbox {
    /** Longer than any delivery takes that ends at all. */
    Duration CLAIM = Duration.ofMinutes(1);

    /** All markers of a site. */
    List<Marker> markers(String siteId);

    /** The latest run of a site, if there was one. */
    Optional<LastRun> lastRun(String siteId);

    /**
     * Keeps what a run says and what it remembers: all of it, or none, or if it is too much for one step first the mails
     * with markers of what they tell. So a failure in between leaves no news untold; at worst the rest is told again. A mail
     * that is already there stays as it is.
     *
     * @param before the run that this one was compared with
     * @param manifest of this run's history, whose parts are in their store already
     * @throws LedgerConflict if another run came in between, or this was written before: compare anew
     */
    void announce(
            String siteId,
            Optional<LastRun> before,
            LastRun run,
            Manifest manifest,
            List<Marker> markers,
            List<Mail> mails);

    /** What the history of the latest run is made of, if there was one. */
    Optional<Manifest> manifest(String siteId);

    /** All mails of a site in their order ({@link Mail#IN_ORDER}). */
    List<SentMail> mails(String siteId);

    /** A mail by what names it. */
    Optional<SentMail> mail(String siteId, Kind kind, String run);

    /** The mails of a site that are not known to be delivered, in their order. */
    List<Mail> undelivered(String siteId);

    /**
     * Takes a mail for delivery, for the length of {@link #CLAIM}.
     *
     * @return whether it is neither delivered nor claimed by another
     */
    boolean claim(Mail mail, Instant at);

    /** Gives a claimed mail back, that was not handed over. */
    void release(Mail mail);

    /** Notes that a mail was handed over; the first time counts. */
    void delivered(Mail mail, Instant at);
}
