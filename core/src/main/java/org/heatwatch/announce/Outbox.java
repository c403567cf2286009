package org.heatwatch.announce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Where what was said is remembered, and mails wait until they are delivered.
 *
 * <p>Every method throws {@link SourceUnavailable} if the store does not answer and {@link AccessDenied} if it refuses, which
 * leaves it unknown whether anything was written.
 */
public interface Outbox {

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
     * @throws LedgerConflict if another run came in between, or this was written before: compare anew
     */
    void announce(String siteId, Optional<LastRun> before, LastRun run, List<Marker> markers, List<Mail> mails);

    /** All mails of a site in their order ({@link Mail#IN_ORDER}). */
    List<SentMail> mails(String siteId);

    /** Notes that a mail was handed over; the first time counts. */
    void delivered(Mail mail, Instant at);
}
