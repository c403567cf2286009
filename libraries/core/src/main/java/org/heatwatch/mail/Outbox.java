package org.heatwatch.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.publication.Manifest;

/**
 * Stores announcement records, the latest run of each site and mails until they are delivered.
 *
 * <p>Every method throws {@link SourceUnavailable} if the store does not answer and {@link AccessDenied} if it refuses;
 * in both cases a write may or may not have happened.
 */
public interface Outbox {
    /** Time after which a claim expires: longer than any delivery that ends at all. */
    Duration CLAIM = Duration.ofMinutes(1);

    /** All announcement records of a site. */
    List<AnnouncementRecord> announcementRecords(String siteId);

    /** The latest run of a site, if there was one. */
    Optional<ScoringRun> lastRun(String siteId);

    /**
     * Stores a run with its records and mails: all or nothing. If this is too much for one transaction, the mails and
     * the records of announced events come first, so that a failure in between loses no announcement; at worst the rest
     * is announced again. A mail that exists already is not changed.
     *
     * @param before the run with which this one was compared
     * @param manifest of this run's history, whose parts are already stored
     * @throws LedgerConflict if another run came in between, or this one was stored before: run again
     */
    void announce(
            String siteId,
            Optional<ScoringRun> before,
            ScoringRun run,
            Manifest manifest,
            List<AnnouncementRecord> records,
            List<Mail> mails);

    /** The manifest of the history of the latest run, if there was one. */
    Optional<Manifest> manifest(String siteId);

    /** All mails of a site in the order of {@link Mail#IN_ORDER}. */
    List<SentMail> mails(String siteId);

    /** The mail of a site, kind and run, if there is one. */
    Optional<SentMail> mail(String siteId, Kind kind, String run);

    /** The mails of a site that are not known to be delivered, in the order of {@link Mail#IN_ORDER}. */
    List<Mail> undelivered(String siteId);

    /**
     * Claims a mail for delivery for the period {@link #CLAIM}.
     *
     * @return false if the mail is delivered or claimed by another process
     */
    boolean claim(Mail mail, Instant at);

    /** Releases the claim of a mail that was not sent. */
    void release(Mail mail);

    /** Records that a mail was sent; the first time counts. */
    void delivered(Mail mail, Instant at);
}
