package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.landsat.Satellite;
import org.junit.jupiter.api.Test;

/** Plans of scenes, and the excess of idle buildings in them. */
final class ScenePlanTest {
    private static final ArchiveRecipe RECIPE = ArchiveRecipe.reference()
            .withReferenceScenes(97)
            .withGroups(List.of(TestGroup.idle("idle", 150), TestGroup.neighboursOn("neighbours", 150, 8)));

    @Test
    void everyOverpassIsUsedOnceInChronologicalOrder() {
        List<ScenePlan> plans = ScenePlan.of(RECIPE, 1);

        assertThat(plans).hasSize(397);
        assertThat(plans).extracting(plan -> plan.pass().at()).isSorted().doesNotHaveDuplicates();
        assertThat(plans).extracting(ScenePlan::seed).doesNotHaveDuplicates();
    }

    @Test
    void testScenesCoverBothSatellitesAndAllSeasonsEvenly() {
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
    void driftGrowsWithTheSquareRootOfTime() {
        List<ScenePlan> plans = ScenePlan.of(RECIPE, 1);
        ArchiveRecipe drifting = RECIPE.withIdleVariabilityKelvin(0).withDriftKelvin(0.5);
        double sumOfSquares = 0;
        int count = 0;
        for (long seed = 1; seed <= 30; seed++) {
            IdleBuildingExcess warmth = IdleBuildingExcess.of(drifting, 37, plans, seed);
            for (int building = 0; building < 37; building++) {
                double moved =
                        warmth.variation(building, plans.getLast()) - warmth.variation(building, plans.getFirst());
                sumOfSquares += moved * moved;
                count++;
            }
        }
        LocalDate first = plans.getFirst().pass().date();
        double years = (plans.getLast().pass().date().toEpochDay() - first.toEpochDay()) / 365.25;

        assertThat(Math.sqrt(sumOfSquares / count)).isCloseTo(0.5 * Math.sqrt(years), within(0.1));
    }

    @Test
    void idleBuildingsVaryBetweenScenes() {
        List<ScenePlan> plans = ScenePlan.of(RECIPE, 1);
        IdleBuildingExcess warmth = IdleBuildingExcess.of(RECIPE, 37, plans, 1);
        List<Double> variations = new ArrayList<>();
        for (ScenePlan plan : plans) {
            variations.add(warmth.variation(3, plan));
        }

        double rms = Math.sqrt(variations.stream()
                .mapToDouble(kelvin -> kelvin * kelvin)
                .average()
                .orElseThrow());
        assertThat(rms).isCloseTo(0.6, within(0.06));
    }

    private static double share(List<ScenePlan> plans, Satellite satellite) {
        return plans.stream()
                        .filter(plan -> plan.pass().satellite() == satellite)
                        .count()
                / (double) plans.size();
    }
}
