package org.heatwatch.source;

import java.util.Optional;
import org.heatwatch.source.EvidenceTest.Kind;
import org.heatwatch.source.EvidenceTest.Verdict;

/**
 * Mean excess at night, less the share of the mean excess by day that a new surface may retain until the night. A
 * source of heat shows at night as well. A new surface that the sun heats hardly does: {@link #RETAINED_SHARE} is
 * assumed to be the most. It does not distinguish a building that is in use by day only from a new surface.
 */
final class NightComparison {
    static final int FEWEST_NIGHTS = 5;
    static final int FEWEST_DAYS = 5;

    /** Assumed largest share of its excess by day that a new surface retains until the overpass at night. */
    static final double RETAINED_SHARE = 0.3;

    private NightComparison() {}

    static Optional<EvidenceTest> of(EvidenceInput input) {
        if (input.night().size() < FEWEST_NIGHTS || input.day().size() < FEWEST_DAYS) {
            return Optional.empty();
        }
        UncertainValue night = input.nightMean();
        UncertainValue day = input.dayMean();
        UncertainValue beyondSurface = night.minus(day, RETAINED_SHARE);
        String means = "The mean excess is %s at night and %s by day (%d and %d passes)"
                .formatted(
                        night.kelvin(),
                        day.kelvin(),
                        input.night().size(),
                        input.day().size());
        if (beyondSurface.isPositive()) {
            return Optional.of(beyondSurface.test(
                    Kind.NIGHT,
                    Verdict.SUPPORTS_ACTIVITY,
                    means + "; a surface that the sun heats would retain less at night."));
        }
        if (beyondSurface.isNegative()) {
            return Optional.of(beyondSurface.test(
                    Kind.NIGHT,
                    Verdict.CONTRADICTS_ACTIVITY,
                    means + ", as of a surface that the sun heats, or of a building in use by day only."));
        }
        return Optional.of(
                beyondSurface.test(Kind.NIGHT, Verdict.INCONCLUSIVE, means + ", too uncertain for a conclusion."));
    }
}
