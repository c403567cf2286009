package org.heatwatch.reconcile;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.NotificationSender;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.intake.ScoringRequests;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.Manifest;
import org.heatwatch.run.ScoringDate;
import org.heatwatch.run.ScoringDates;
import org.heatwatch.run.SiteClock;
import org.heatwatch.run.SiteRunner;

/**
 * Compares the expected state of each site with the actual state: recorded scenes with the publication, mails with
 * their delivery, and the archive with the ledger. Repeats the steps that are missing; all of them may be repeated.
 */
public final class Reconciler {
    /** Largest number of missing products that are requested one by one; more are a back-fill, which delays scoring. */
    private static final int MAX_SINGLE_PRODUCTS = 20;

    private final Ledger ledger;
    private final Outbox outbox;
    private final SiteRunner siteRunner;
    private final Archive archive;
    private final NotificationTimes times;
    private final NotificationSender notifications;
    private final ScoringRequests scoringRequests;
    private final MailDispatcher mailDispatcher;
    private final Backfills backfills;
    private final ScoringDates dates;
    private final SiteClock clock;
    private final InstantSource now;
    private final BiConsumer<Mail, RuntimeException> deliveryFailures;

    /**
     * Creates a reconciler of these stores and ports.
     *
     * @param dates the days on which sites are due for scoring
     * @param now clock for the age of back-fills
     * @param deliveryFailures receives the mails that could not be delivered
     */
    public Reconciler(
            Ledger ledger,
            Outbox outbox,
            SiteRunner siteRunner,
            Archive archive,
            NotificationTimes times,
            NotificationSender notifications,
            ScoringRequests scoringRequests,
            MailDispatcher mailDispatcher,
            Backfills backfills,
            ScoringDates dates,
            SiteClock clock,
            InstantSource now,
            BiConsumer<Mail, RuntimeException> deliveryFailures) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.siteRunner = siteRunner;
        this.archive = archive;
        this.times = times;
        this.notifications = notifications;
        this.scoringRequests = scoringRequests;
        this.mailDispatcher = mailDispatcher;
        this.backfills = backfills;
        this.dates = dates;
        this.clock = clock;
        this.now = now;
        this.deliveryFailures = deliveryFailures;
    }

    /** The ids of all sites, to be reconciled one by one, so that a failure of one does not affect the others. */
    public List<String> siteIds() {
        return ledger.siteIds();
    }

    /**
     * The current definition of a site; empty if it is not watched.
     *
     * @throws org.heatwatch.errors.SiteUnreadable if it is damaged
     */
    public Optional<SiteDefinition> site(String siteId) {
        return ledger.site(siteId);
    }

    /**
     * Reconciles one site.
     *
     * @param full the days to compare with the archive; empty to skip this comparison
     * @throws org.heatwatch.errors.HeatWatchException if a store does not answer or refuses access
     */
    public SiteFindings reconcile(SiteDefinition definition, Optional<ArchiveDays> full) {
        String siteId = definition.siteId();
        int outstanding = outstanding(siteId);
        Optional<ScoringDate> date = dates.find(siteId);
        LocalDate today = clock.today(definition.site());
        boolean isDue =
                date.map(known -> known.isDue(today, CodeVersion.current())).orElse(true);
        // A site that is not due has no scene that is not published. Its scenes need not be read.
        boolean isToScore = isDue && outstanding == 0;
        int unpublished = isToScore ? unpublished(siteId) : 0;
        boolean isRequested = isToScore && (date.isPresent() || !siteRunner.isUpToDate(siteId, today));
        if (isRequested) {
            scoringRequests.requestScoring(siteId);
        }
        List<Mail> undelivered = outbox.undelivered(siteId);
        int delivered = (int) undelivered.stream().filter(this::deliver).count();
        MissingProducts missing = full.map(days -> resendMissing(definition, days))
                .orElseGet(() -> new MissingProducts(List.of(), List.of()));
        int removed = full.isPresent() && isCleanupDay(siteId, today)
                ? siteRunner.removeUnnamedParts(siteId, now.instant())
                : 0;
        return new SiteFindings(
                siteId,
                lastNotification(siteId),
                outstanding,
                unpublished,
                isRequested,
                delivered,
                undelivered.size() - delivered,
                missing.products(),
                missing.absent(),
                removed);
    }

    /** One day in a week, for each site another, because all parts are read. */
    private static boolean isCleanupDay(String siteId, LocalDate today) {
        return Math.floorMod(siteId.hashCode() + today.toEpochDay(), 7) == 0;
    }

    /** Silence about a site that was added since the last run is counted from this one. */
    private Optional<Instant> lastNotification(String siteId) {
        Optional<Instant> last = times.lastNotification(siteId);
        if (last.isEmpty()) {
            times.record(siteId, now.instant());
        }
        return last.or(() -> times.lastNotification(siteId));
    }

    /** The default range of days of a site, by its own clock. */
    public ArchiveDays usualDays(SiteDefinition definition) {
        return ArchiveDays.upTo(clock.today(definition.site()));
    }

    private int outstanding(String siteId) {
        return backfills
                .latest(siteId)
                .filter(backfill -> backfill.isUnderWay(siteId, ledger, now.instant()))
                .map(backfill -> backfill.outstanding(siteId, ledger).size())
                .orElse(0);
    }

    private MissingProducts resendMissing(SiteDefinition definition, ArchiveDays days) {
        MissingProducts missing =
                MissingProducts.of(WatchedSite.of(definition), days.from(), days.to(), archive, ledger);
        if (missing.products().size() > MAX_SINGLE_PRODUCTS) {
            Backfill _ = backfills.begin(definition.siteId(), missing.products(), ledger, now.instant());
        }
        missing.products().forEach(product -> notifications.send(product, definition.siteId()));
        return missing;
    }

    /** A failure leaves the mail in the outbox and does not prevent the delivery of the others. */
    private boolean deliver(Mail mail) {
        try {
            return switch (mailDispatcher.deliver(mail.siteId(), mail.kind(), mail.run())) {
                case DELIVERED, ALREADY_DELIVERED -> true;
                case CLAIMED, UNKNOWN -> false;
            };
        } catch (RuntimeException e) {
            deliveryFailures.accept(mail, e);
            return false;
        }
    }

    private int unpublished(String siteId) {
        Set<String> published =
                new HashSet<>(outbox.manifest(siteId).map(Manifest::sceneKeys).orElse(List.of()));
        return (int) ledger.scenes(siteId).stream()
                .filter(scene -> !published.contains(scene.key()))
                .count();
    }
}
