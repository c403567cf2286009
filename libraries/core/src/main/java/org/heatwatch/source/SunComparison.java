package org.heatwatch.source;

import java.util.Optional;
import org.heatwatch.source.EvidenceTest.Kind;
import org.heatwatch.source.EvidenceTest.Verdict;

/**
 * Share of the excess by day that scales with the sine of the sun's elevation. The excess of a new surface that absorbs
 * more sunlight scales with it, that of activity does not.
 */
final class SunComparison {
    static final int FEWEST_PASSES = 12;

    private SunComparison() {}

    static Optional<EvidenceTest> of(EvidenceInput input) {
        if (input.day().size() < FEWEST_PASSES || !input.dayMean().isPositive()) {
            return Optional.empty();
        }
        SunRegression line = SunRegression.of(input, 1, 0);
        boolean mayScale = !line.constant().isPositive();
        boolean mayBeConstant = !line.proportional().isPositive();
        String facts = "(share that scales: %s; %d passes)"
                .formatted(line.share().number(), input.day().size());
        if (mayBeConstant && !mayScale) {
            return Optional.of(line.share()
                    .test(
                            Kind.SUN,
                            Verdict.SUPPORTS_ACTIVITY,
                            "The excess by day does not scale with the elevation of the sun " + facts + "."));
        }
        if (mayScale && !mayBeConstant && !line.constant().isNegative()) {
            return Optional.of(line.share()
                    .test(
                            Kind.SUN,
                            Verdict.CONTRADICTS_ACTIVITY,
                            "The excess by day scales with the elevation of the sun, as that of a new surface " + facts
                                    + "."));
        }
        return Optional.of(line.share()
                .test(
                        Kind.SUN,
                        Verdict.INCONCLUSIVE,
                        "Whether the excess by day scales with the elevation of the sun is open " + facts + "."));
    }
}
