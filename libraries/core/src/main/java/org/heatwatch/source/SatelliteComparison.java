package org.heatwatch.source;

import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.source.EvidenceTest.Kind;
import org.heatwatch.source.EvidenceTest.Verdict;

/**
 * Mean excess by day of Landsat 8 less that of Landsat 9, in the time when both observed. If they agree, the excess is
 * no artefact of one sensor, which says nothing about its cause. If they disagree, the excess itself is in doubt.
 */
final class SatelliteComparison {
    static final int FEWEST_PASSES = 5;

    private SatelliteComparison() {}

    static Optional<EvidenceTest> of(EvidenceInput input) {
        ExcessSeries second = input.day().where(seen -> seen.acquisition().satellite() == Satellite.LANDSAT_9);
        if (second.size() < FEWEST_PASSES) {
            return Optional.empty();
        }
        ExcessSeries first = input.day()
                .where(seen -> seen.acquisition().satellite() == Satellite.LANDSAT_8
                        && !seen.date().isBefore(second.observation(0).date().minusDays(8))
                        && !seen.date()
                                .isAfter(second.observation(second.size() - 1)
                                        .date()
                                        .plusDays(8)));
        if (first.size() < FEWEST_PASSES) {
            return Optional.empty();
        }
        double betweenVariance = ExcessSeries.betweenVariance(List.of(first, second));
        UncertainValue difference = UncertainValue.difference(first, second, betweenVariance);
        boolean disagree = difference.isPositive() || difference.isNegative();
        String sentence = "Landsat 8 measures %s %s than Landsat 9 (%d and %d passes): the satellites %s."
                .formatted(
                        difference.magnitude().kelvin(),
                        difference.value() >= 0 ? "more" : "less",
                        first.size(),
                        second.size(),
                        disagree ? "disagree, which activity does not explain" : "agree within the error");
        return Optional.of(difference.test(
                Kind.SATELLITES, disagree ? Verdict.CONTRADICTS_ACTIVITY : Verdict.INCONCLUSIVE, sentence));
    }
}
