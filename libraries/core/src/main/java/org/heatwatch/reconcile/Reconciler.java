package org.heatwatch.reconcile;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.Postman;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.NoticeSender;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.SiteWaker;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.Manifest;

/**
 * Compares what should be with what is: recorded scenes with what was told of them, mails with their delivery, and the
 * archive with what is recorded. What is missing is set going again; everything may be repeated.
 */
public final class Reconciler {
    /** So many products at most are made up for in passing; more are a back-fill, which scoring waits for. */
    private static final int FEW = 20;

    private final Ledger ledger;
    private final Outbox outbox;
    private final Announcer announcer;
    private final Archive archive;
    private final NoticeTimes times;
    private final NoticeSender notices;
    private final SiteWaker waker;
    private final Postman postman;
    private final Backfills backfills;
    private final SiteClock clock;
    private final InstantSource now;
    private final BiConsumer<Mail, RuntimeException> trouble;

    /**
     * Knows all that is compared, and whom to wake.
     *
     * @param now by which it is told how long a back-fill has been under way
     * @param trouble hears of mails that could not be delivered
     */
    public Reconciler(
            Ledger ledger,
            Outbox outbox,
            Announcer announcer,
            Archive archive,
            NoticeTimes times,
            NoticeSender notices,
            SiteWaker waker,
            Postman postman,
            Backfills backfills,
            SiteClock clock,
            InstantSource now,
            BiConsumer<Mail, RuntimeException> trouble) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.announcer = announcer;
        this.archive = archive;
        this.times = times;
        this.notices = notices;
        this.waker = waker;
        this.postman = postman;
        this.backfills = backfills;
        this.clock = clock;
        this.now = now;
        this.trouble = trouble;
    }

    /** The sites there are, to be looked at one by one: a failure at one keeps nobody from the others. */
    public List<SiteDefinition> sites() {
        return ledger.sites();
    }

    /**
     * Looks at one site.
     *
     * @param full the days to compare with the archive; empty to leave the archive alone
     * @throws org.heatwatch.errors.HeatWatchException if a store does not answer or refuses
     */
    public SiteFindings look(SiteDefinition definition, Optional<ArchiveDays> full) {
        String siteId = definition.siteId();
        int outstanding = backfills
                .latest(siteId)
                .filter(fill -> fill.isUnderWay(siteId, ledger, now.instant()))
                .map(fill -> fill.outstanding(siteId, ledger).size())
                .orElse(0);
        boolean filling = outstanding > 0;
        int uncovered = filling ? 0 : uncovered(siteId);
        boolean woken = !filling && !announcer.isCovered(siteId, clock.today(definition.site()));
        if (woken) {
            waker.wake(siteId);
        }
        List<Mail> lying = outbox.undelivered(siteId);
        int delivered = (int) lying.stream().filter(this::deliver).count();
        WatchedSite watched = WatchedSite.of(definition);
        Shortfall shortfall = full.map(days -> Shortfall.of(watched, days.from(), days.to(), archive, ledger))
                .orElseGet(() -> new Shortfall(List.of(), List.of()));
        if (shortfall.products().size() > FEW) {
            Backfill _ = backfills.begin(siteId, shortfall.products(), ledger, now.instant());
        }
        shortfall.products().forEach(notices::send);
        return new SiteFindings(
                siteId,
                times.lastHeard(siteId),
                outstanding,
                uncovered,
                woken,
                delivered,
                lying.size() - delivered,
                shortfall.products(),
                shortfall.absent());
    }

    /** The usual days of a site, by its own clock. */
    public ArchiveDays usualDays(SiteDefinition definition) {
        return ArchiveDays.upTo(clock.today(definition.site()));
    }

    /** One that can't be delivered stays where it is, and keeps no other from it. */
    private boolean deliver(Mail mail) {
        try {
            return switch (postman.deliver(mail.siteId(), mail.kind(), mail.run())) {
                case DELIVERED, ALREADY_DELIVERED -> true;
                case CLAIMED, UNKNOWN -> false;
            };
        } catch (RuntimeException e) {
            trouble.accept(mail, e);
            return false;
        }
    }

    private int uncovered(String siteId) {
        Set<String> told =
                new HashSet<>(outbox.manifest(siteId).map(Manifest::readings).orElse(List.of()));
        return (int) ledger.scenes(siteId).stream()
                .filter(scene -> !told.contains(scene.reading()))
                .count();
    }
}
