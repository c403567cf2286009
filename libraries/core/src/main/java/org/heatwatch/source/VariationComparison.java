package org.heatwatch.source;

import java.util.Locale;
import java.util.Optional;
import org.heatwatch.source.EvidenceTest.Kind;
import org.heatwatch.source.EvidenceTest.Verdict;

/**
 * Scatter of the excess by day between overpasses, in units of what is expected of a new surface: the errors, enlarged
 * to the scatter of the earlier observations if that was larger, and {@link #SURFACE_SPREAD} of the excess itself, for
 * wind and moisture. Its dependence on the sun is removed. Something that is switched on and off scatters more;
 * something steady may be either.
 *
 * <p>The value is the ratio of the standard deviations; its logarithm has a standard error of sqrt(1/2a + 1/2b) with
 * the degrees of freedom a and b of both (Fisher 1924).
 */
final class VariationComparison {
    static final int FEWEST_PASSES = 12;

    /** Assumed standard deviation of a new surface's excess between overpasses, relative to it. */
    static final double SURFACE_SPREAD = 0.3;

    private static final int FEWEST_IDLE = 10;

    private VariationComparison() {}

    static Optional<EvidenceTest> of(EvidenceInput input) {
        int passes = input.day().size();
        if (passes < FEWEST_PASSES || !input.dayMean().isPositive()) {
            return Optional.empty();
        }
        ExcessSeries idle = input.idle();
        boolean hasIdle = idle.size() >= FEWEST_IDLE;
        double scale = hasIdle ? Math.max(1, rootMeanSquare(idle)) : 1;
        double idleDegreesOfFreedom = hasIdle
                ? idle.size()
                : input.day().observation(0).scored().orElseThrow().degreesOfFreedom();
        SunRegression.Variation variation =
                SunRegression.of(input, scale, SURFACE_SPREAD).variation();
        double ratio = Math.sqrt(variation.chiSquare());
        double relative = Math.sqrt(0.5 / variation.degreesOfFreedom() + 0.5 / idleDegreesOfFreedom);
        boolean supports = Math.log(ratio) > UncertainValue.DECISIVE_ERRORS * relative;
        String sentence = String.format(
                Locale.ROOT,
                supports
                        ? "The excess changes from pass to pass %.1f ± %.1f times as much as that of a new surface"
                                + " would (%d passes): something is switched on and off."
                        : "The excess changes from pass to pass %.1f ± %.1f times as much as that of a new surface"
                                + " may (%d passes): no sign that something is switched on and off.",
                ratio,
                ratio * relative,
                passes);
        return Optional.of(new EvidenceTest(
                Kind.VARIATION,
                ratio,
                ratio * relative,
                supports ? Verdict.SUPPORTS_ACTIVITY : Verdict.INCONCLUSIVE,
                sentence));
    }

    private static double rootMeanSquare(ExcessSeries idle) {
        double sum = 0;
        for (int i = 0; i < idle.size(); i++) {
            sum += Math.pow(idle.kelvin(i) / idle.error(i), 2);
        }
        return Math.sqrt(sum / idle.size());
    }
}
