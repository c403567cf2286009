package org.heatwatch.announce;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/** Scores a site on request, unless what is published is up to date or a back-fill is under way. */
public final class SiteScoring {
    private final Ledger ledger;
    private final Announcer announcer;
    private final Backfills backfills;
    private final SiteClock clock;
    private final InstantSource now;

    /** What a request for scoring led to. */
    public enum Outcome {
        /** The history was computed and published. */
        SCORED,
        /** The latest run covers everything that is recorded. */
        COVERED,
        /** A back-fill is under way; its last product requests scoring again, or reconcile does. */
        WAITING,
        /** There is no such site. */
        REFUSED
    }

    /**
     * An outcome and its reason.
     *
     * @param detail for the log
     */
    public record Result(Outcome outcome, String detail) {
        /** Whether the request is done, as opposed to be delivered again. */
        public boolean isDone() {
            return outcome != Outcome.REFUSED;
        }
    }

    /**
     * Scores from these stores.
     *
     * @param now by which a back-fill that takes too long is no longer waited for
     */
    public SiteScoring(Ledger ledger, Announcer announcer, Backfills backfills, SiteClock clock, InstantSource now) {
        this.ledger = ledger;
        this.announcer = announcer;
        this.backfills = backfills;
        this.clock = clock;
        this.now = now;
    }

    /**
     * Scores a site as of its clock's day.
     *
     * @throws org.heatwatch.errors.HeatWatchException if a store does not answer or refuses
     */
    public Result score(String siteId) {
        Optional<SiteDefinition> definition = ledger.site(siteId);
        if (definition.isEmpty()) {
            return new Result(Outcome.REFUSED, "no such site");
        }
        LocalDate today = clock.today(definition.get().site());
        Optional<Backfill> underWay =
                backfills.latest(siteId).filter(fill -> fill.isUnderWay(siteId, ledger, now.instant()));
        if (underWay.isPresent()) {
            return new Result(Outcome.WAITING, "a back-fill is under way");
        }
        if (announcer.isCovered(siteId, today)) {
            return new Result(Outcome.COVERED, "as of " + today);
        }
        int scenes = announcer
                .run(siteId, today)
                .map(SiteHistory::scenes)
                .map(List::size)
                .orElse(0);
        return new Result(Outcome.SCORED, "%d passes as of %s".formatted(scenes, today));
    }
}
