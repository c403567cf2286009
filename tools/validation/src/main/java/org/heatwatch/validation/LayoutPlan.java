package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.ReferencePeriod;

/** Overpasses of a simulated site with unknown layout. */
public final class LayoutPlan {
    /** Group of the scenes between reference period and recent period. */
    public static final String MIDDLE = "middle";

    /** Group of the scenes of the recent period. */
    public static final String RECENT = "recent";

    /** First day of the recent period. */
    public static final LocalDate RECENT_FROM = LocalDate.of(2024, 1, 1);

    /** Last day of the recent period. */
    public static final LocalDate RECENT_TO = LocalDate.of(2025, 10, 31);

    private static final ReferencePeriod REFERENCE = SimulatedSite.REFERENCE_PERIOD;

    private LayoutPlan() {}

    /** Plans of all scenes that are not overcast, in the order of their overpasses. */
    static List<ScenePlan> scenes(LayoutRecipe recipe, long seed) {
        return OrbitCalendar.passes(SimulatedSite.SCENE, REFERENCE.from(), RECENT_TO).stream()
                .filter(pass -> recipe.middleYears() || !group(pass.date()).equals(MIDDLE))
                .filter(pass -> pass.satellite() == Satellite.LANDSAT_8
                        || group(pass.date()).equals(RECENT))
                .map(pass -> plan(pass, seed))
                .filter(plan -> RandomStreams.of(plan.seed(), "overcast").nextDouble() >= recipe.overcastShare())
                .toList();
    }

    /** Whether a day is in the reference period. */
    static boolean isReference(LocalDate date) {
        return REFERENCE.contains(date);
    }

    private static ScenePlan plan(ExpectedPass pass, long seed) {
        return new ScenePlan(
                group(pass.date()),
                pass,
                /* kelvin= */ 0,
                Set.of(),
                RandomStreams.seed(seed, pass.acquisition().id()));
    }

    private static String group(LocalDate date) {
        if (!date.isAfter(REFERENCE.to())) {
            return SimulatedArchive.REFERENCE;
        }
        return date.isBefore(RECENT_FROM) ? MIDDLE : RECENT;
    }
}
