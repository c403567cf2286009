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
import org.heatwatch.publication.CodeVersion;

/** Scores a site on request, unless its publication is up to date or a back-fill is under way. */
public final class SiteScoring {
    private final Ledger ledger;
    private final SiteRunner siteRunner;
    private final Backfills backfills;
    private final ScoringDates dates;
    private final SiteClock clock;
    private final InstantSource now;

    /** Outcome of a scoring request. */
    public enum Outcome {
        /** The history was computed and published. */
        SCORED,
        /** The publication is up to date, or nothing can change before the day on which the site is due. */
        COVERED,
        /** A back-fill is under way; its last product, or the reconciliation, requests scoring again. */
        WAITING,
        /** There is no such site, or not any more. */
        REFUSED
    }

    /**
     * An outcome with its reason.
     *
     * @param isDone whether the request is done; if not, it must be delivered again
     * @param detail reason or summary for the log
     * @param run id of the run if there was one; its mails have it too
     */
    public record Result(Outcome outcome, boolean isDone, String detail, Optional<String> run) {
        private Result(Outcome outcome, String detail) {
            this(outcome, /* isDone= */ true, detail, Optional.empty());
        }
    }

    /**
     * Scores from the ledger and with the runner given.
     *
     * @param dates the days on which sites are due
     * @param now clock for the age of back-fills: one that takes too long no longer delays scoring
     */
    public SiteScoring(
            Ledger ledger,
            SiteRunner siteRunner,
            Backfills backfills,
            ScoringDates dates,
            SiteClock clock,
            InstantSource now) {
        this.ledger = ledger;
        this.siteRunner = siteRunner;
        this.backfills = backfills;
        this.dates = dates;
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
            return ledger.removedSite(siteId).isPresent()
                    ? new Result(Outcome.REFUSED, "the site was removed")
                    : new Result(Outcome.REFUSED, /* isDone= */ false, "no such site", Optional.empty());
        }
        LocalDate today = clock.today(definition.get().site());
        // Before the scenes are read: a scene that comes later leaves the site due.
        Optional<ScoringDate> due = dates.find(siteId);
        if (due.filter(date -> !date.isDue(today, CodeVersion.current())).isPresent()) {
            return new Result(Outcome.COVERED, "next due on " + due.get().day());
        }
        Optional<Backfill> underWay =
                backfills.latest(siteId).filter(fill -> fill.isUnderWay(siteId, ledger, now.instant()));
        if (underWay.isPresent()) {
            return new Result(Outcome.WAITING, "a back-fill is under way");
        }
        if (siteRunner.isUpToDate(siteId, today)) {
            setDue(siteId, due, today.plusDays(1));
            return new Result(Outcome.COVERED, "as of " + today);
        }
        Optional<SiteHistory> history = siteRunner.run(siteId, today);
        setDue(siteId, due, history.map(NextScoringDay::after).orElseGet(() -> today.plusDays(1)));
        int scenes = history.map(SiteHistory::scenes).map(List::size).orElse(0);
        return new Result(
                Outcome.SCORED,
                /* isDone= */ true,
                "%d passes as of %s".formatted(scenes, today),
                siteRunner.latestRun(siteId));
    }

    private void setDue(String siteId, Optional<ScoringDate> seen, LocalDate day) {
        dates.set(siteId, seen, day, CodeVersion.current());
    }
}
