package org.heatwatch.run;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/** Scores a site on request, unless its publication is up to date or a back-fill is under way. */
public final class SiteScoring {
    private final Ledger ledger;
    private final SiteRunner siteRunner;
    private final Backfills backfills;
    private final SiteClock clock;
    private final InstantSource now;

    /** Outcome of a scoring request. */
    public enum Outcome {
        /** The history was computed and published. */
        SCORED,
        /** The publication is up to date. */
        COVERED,
        /** A back-fill is under way; its last product, or the reconciliation, requests scoring again. */
        WAITING,
        /** There is no such site. */
        REFUSED
    }

    /**
     * An outcome with its reason.
     *
     * @param detail reason or summary for the log
     */
    public record Result(Outcome outcome, String detail) {
        /** Whether the request is done; if not, it must be delivered again. */
        public boolean isDone() {
            return outcome != Outcome.REFUSED;
        }
    }

    /**
     * Scores from the ledger and with the runner given.
     *
     * @param now clock for the age of back-fills: one that takes too long no longer delays scoring
     */
    public SiteScoring(Ledger ledger, SiteRunner siteRunner, Backfills backfills, SiteClock clock, InstantSource now) {
        this.ledger = ledger;
        this.siteRunner = siteRunner;
        this.backfills = backfills;
        this.clock = clock;
        this.now = now;
    }

    /**
     * Scores a site as of its current day.
     *
     * @throws org.heatwatch.errors.HeatWatchException if a store does not answer or refuses access
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
        if (siteRunner.isUpToDate(siteId, today)) {
            return new Result(Outcome.COVERED, "as of " + today);
        }
        int scenes = siteRunner
                .run(siteId, today)
                .map(SiteHistory::scenes)
                .map(List::size)
                .orElse(0);
        return new Result(Outcome.SCORED, "%d passes as of %s".formatted(scenes, today));
    }
}
