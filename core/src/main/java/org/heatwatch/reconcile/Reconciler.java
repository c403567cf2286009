package org.heatwatch.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.Postman;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.intake.Archive;
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
    private final Ledger ledger;
    private final Outbox outbox;
    private final Announcer announcer;
    private final Archive archive;
    private final NoticeTimes times;
    private final NoticeSender notices;
    private final SiteWaker waker;
    private final Postman postman;
    private final SiteClock clock;

    public Reconciler(
            Ledger ledger,
            Outbox outbox,
            Announcer announcer,
            Archive archive,
            NoticeTimes times,
            NoticeSender notices,
            SiteWaker waker,
            Postman postman,
            SiteClock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.announcer = announcer;
        this.archive = archive;
        this.times = times;
        this.notices = notices;
        this.waker = waker;
        this.postman = postman;
        this.clock = clock;
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
        int uncovered = uncovered(siteId);
        boolean woken = !announcer.isCovered(siteId, clock.today(definition.site()));
        if (woken) {
            waker.wake(siteId);
        }
        List<Mail> lying = outbox.undelivered(siteId);
        int delivered = (int) lying.stream().filter(this::deliver).count();
        WatchedSite watched = WatchedSite.of(definition);
        Shortfall shortfall = full.map(days -> Shortfall.of(watched, days.from(), days.to(), archive, ledger))
                .orElseGet(() -> new Shortfall(List.of(), List.of()));
        shortfall.products().forEach(notices::send);
        return new SiteFindings(
                siteId,
                times.lastHeard(siteId),
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

    private boolean deliver(Mail mail) {
        return switch (postman.deliver(mail.siteId(), mail.kind(), mail.run())) {
            case DELIVERED, ALREADY_DELIVERED -> true;
            case CLAIMED, UNKNOWN -> false;
        };
    }

    private int uncovered(String siteId) {
        Set<String> told =
                new HashSet<>(outbox.manifest(siteId).map(Manifest::readings).orElse(List.of()));
        return (int) ledger.scenes(siteId).stream()
                .filter(scene -> !told.contains(scene.reading()))
                .count();
    }
}
