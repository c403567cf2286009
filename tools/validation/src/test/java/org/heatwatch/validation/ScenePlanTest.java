package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.landsat.Satellite;
import org.junit.jupiter.api.Test;

/** When scenes are taken, and what happens to roofs meanwhile. */
final class ScenePlanTest {
    private static final ArchiveRecipe RECIPE = ArchiveRecipe.reference()
            .withDormantLooks(97)
            .withGroups(List.of(TestGroup.idle("idle", 150), TestGroup.neighboursOn("neighbours", 150, 8)));

    @Test
    void everyPassIsUsedOnceInTheOrderOfTime() {
        List<ScenePlan> plans = ScenePlan.of(RECIPE, 1);

        assertThat(plans).hasSize(397);
        assertThat(plans).extracting(plan -> plan.pass().at()).isSorted().doesNotHaveDuplicates();
        assertThat(plans).extracting(ScenePlan::seed).doesNotHaveDuplicates();
    }

    @Test
    void bothSatellitesAndAllSeasonsAreTestedAlike() {
        List<ScenePlan> neighbours = ScenePlan.of(RECIPE, 1).stream()
                .filter(plan -> plan.group().equals("neighbours"))
                .toList();

        assertThat(share(neighbours, Satellite.LANDSAT_9)).isBetween(0.35, 0.65);
        for (int quarter = 0; quarter < 4; quarter++) {
            int first = 3 * quarter + 1;
            assertThat(neighbours.stream()
                            .filter(plan -> Math.floorDiv(plan.pass().date().getMonthValue() - first, 3) == 0)
                            .count())
                    .isBetween(22L, 55L);
        }
        assertThat(neighbours).allSatisfy(plan -> {
            assertThat(plan.isOn(1)).isFalse();
            assertThat(plan.isOn(2)).isTrue();
            assertThat(plan.isOn(3)).isTrue();
        });
    }

    @Test
    void roofsThatDriftMoveByTheRootOfTheYears() {
        List<ScenePlan> plans = ScenePlan.of(RECIPE, 1);
        ArchiveRecipe drifting = RECIPE.withOwnKelvin(0).withDriftKelvin(0.5);
        double squares = 0;
        int roofs = 0;
        for (long seed = 1; seed <= 30; seed++) {
            RoofWarmth warmth = new RoofWarmth(drifting, 37, plans, seed);
            for (int roof = 0; roof < 37; roof++) {
                double moved = warmth.varied(roof, plans.getLast()) - warmth.varied(roof, plans.getFirst());
                squares += moved * moved;
                roofs++;
            }
        }
        LocalDate first = plans.getFirst().pass().date();
        double years = (plans.getLast().pass().date().toEpochDay() - first.toEpochDay()) / 365.25;

        assertThat(Math.sqrt(squares / roofs)).isCloseTo(0.5 * Math.sqrt(years), within(0.1));
    }

    @Test
    void roofsVaryOfTheirOwnFromSceneToScene() {
        List<ScenePlan> plans = ScenePlan.of(RECIPE, 1);
        RoofWarmth warmth = new RoofWarmth(RECIPE, 37, plans, 1);
        List<Double> own = new ArrayList<>();
        for (ScenePlan plan : plans) {
            own.add(warmth.varied(3, plan));
        }

        double rms = Math.sqrt(
                own.stream().mapToDouble(kelvin -> kelvin * kelvin).average().orElseThrow());
        assertThat(rms).isCloseTo(0.6, within(0.06));
    }

    private static double share(List<ScenePlan> plans, Satellite satellite) {
        return plans.stream()
                        .filter(plan -> plan.pass().satellite() == satellite)
                        .count()
                / (double) plans.size();
    }
}
