package org.heatwatch.source;

import java.time.ZoneId;
import java.util.function.Predicate;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.state.JudgedObservation;
import org.locationtech.jts.geom.Coordinate;

/**
 * The observations that the comparisons of {@link ActivityEvidence} use.
 *
 * @param day observations of the span by day
 * @param night observations of the span at night
 * @param idle observations by day before the span
 * @param dayReferences number of observations from which the baseline by day was learned
 * @param nightReferences number of observations from which the baseline at night was learned
 * @param position longitude as x and latitude as y, in degrees
 * @param zone local time zone
 */
record EvidenceInput(
        ExcessSeries day,
        ExcessSeries night,
        ExcessSeries idle,
        int dayReferences,
        int nightReferences,
        Coordinate position,
        ZoneId zone) {

    static EvidenceInput of(FeatureHistory history, ActivitySpan span, Site site) {
        Predicate<JudgedObservation> byDay = seen -> seen.pass() == Pass.DAY;
        ExcessSeries inSpan = ExcessSeries.of(history, span::contains);
        ExcessSeries before =
                ExcessSeries.of(history, byDay.and(seen -> seen.date().isBefore(span.first())));
        return new EvidenceInput(
                inSpan.where(byDay),
                inSpan.where(byDay.negate()),
                before,
                references(history, site, Pass.DAY),
                references(history, site, Pass.NIGHT),
                history.feature().footprint().lonLat().getCentroid().getCoordinate(),
                site.presentation().timeZone());
    }

    private static int references(FeatureHistory history, Site site, Pass pass) {
        int count = ExcessSeries.of(history, seen -> seen.pass() == pass && site.referenceWeight(seen.date()) > 0)
                .size();
        return Math.max(Baseline.FEWEST_OBSERVATIONS, count);
    }

    /** Mean by day, with the error of the baseline. */
    UncertainValue dayMean() {
        return mean(day, dayReferences);
    }

    /** Mean at night, with the error of the baseline. */
    UncertainValue nightMean() {
        return mean(night, nightReferences);
    }

    private static UncertainValue mean(ExcessSeries series, int references) {
        double betweenVariance = series.betweenVariance();
        return UncertainValue.ofVariance(series.mean(betweenVariance), series.variance(betweenVariance, references));
    }
}
