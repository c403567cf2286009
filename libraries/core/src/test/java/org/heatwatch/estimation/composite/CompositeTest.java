package org.heatwatch.estimation.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.composite.SyntheticSite.Source;
import org.junit.jupiter.api.Test;

final class CompositeTest {
    private static final List<Source> ONE = List.of(new Source(900, 950, 20_000));

    private static double at(CompositeRaster raster, double east, double north) {
        return raster.values()[raster.cell(east, north)];
    }

    @Test
    void theExcessOfASourceIsRecoveredWithinItsError() {
        SyntheticSite site = new SyntheticSite(1, ONE);
        Composite composite = Composite.of(site.scenes(36, 30), site.area());
        double truth = site.excess(900, 950);
        double error = at(composite.standardError(), 900, 950);
        assertThat(truth).isGreaterThan(6 * error);
        assertThat(at(composite.excess(), 900, 950)).isCloseTo(truth, within(3.5 * error));
    }

    @Test
    void theStatedErrorIsThatOfTheExcessWhereNothingRuns() {
        double sumOfSquares = 0;
        int count = 0;
        for (int seed = 1; seed <= 6; seed++) {
            SyntheticSite site = new SyntheticSite(seed, List.of());
            Composite composite = Composite.of(site.scenes(36, 30), site.area());
            for (double east = 300; east <= 1500; east += 150) {
                for (double north = 300; north <= 1500; north += 150) {
                    double z = at(composite.excess(), east, north) / at(composite.standardError(), east, north);
                    sumOfSquares += z * z;
                    count++;
                }
            }
        }
        assertThat(Math.sqrt(sumOfSquares / count)).isBetween(0.8, 1.25);
    }

    @Test
    void theSeasonOfTheGroundDoesNotAppearInTheExcess() {
        SyntheticSite site = new SyntheticSite(3, 0.02, List.of());
        Composite summer = Composite.of(site.scenes(36, 30), site.area())
                .of(samples ->
                        samples.date().getMonthValue() >= 5 && samples.date().getMonthValue() <= 9)
                .orElseThrow();
        double largest = 0;
        for (double east = 300; east <= 1500; east += 100) {
            for (double north = 300; north <= 1500; north += 100) {
                largest = Math.max(largest, Math.abs(at(summer.excess(), east, north)));
            }
        }
        assertThat(largest).isLessThan(0.15);
    }

    @Test
    void theOrderOfTheScenesChangesOnlyTheRounding() {
        SyntheticSite site = new SyntheticSite(4, ONE);
        List<CompositeScene> scenes = site.scenes(20, 10);
        List<CompositeScene> shuffled = new ArrayList<>(scenes);
        Collections.shuffle(shuffled, new Random(5));
        CompositeRaster one = Composite.of(scenes, site.area()).excess();
        CompositeRaster other = Composite.of(shuffled, site.area()).excess();
        for (int i = 0; i < one.values().length; i += 37) {
            assertThat(other.values()[i]).isCloseTo(one.values()[i], within(2e-3));
        }
    }

    @Test
    void aPartWithoutScenesHasNoComposite() {
        SyntheticSite site = new SyntheticSite(6, List.of());
        Composite composite = Composite.of(site.scenes(20, 5), site.area());
        assertThat(composite.of(samples -> samples.date().isBefore(LocalDate.of(2010, 1, 1))))
                .isEmpty();
    }

    @Test
    void fewerScenesHaveALargerError() {
        SyntheticSite site = new SyntheticSite(7, List.of());
        Composite composite = Composite.of(site.scenes(36, 30), site.area());
        Composite part = composite
                .of(samples -> samples.date().isAfter(LocalDate.of(2025, 2, 1)))
                .orElseThrow();
        assertThat(part.errorRelativeTo(composite)).isGreaterThan(1.3);
    }

    @Test
    void aFewFurtherScenesGiveNearlyTheCompositeOfAll() {
        SyntheticSite site = new SyntheticSite(10, ONE);
        List<CompositeScene> scenes = site.scenes(36, 30);
        Composite all = Composite.of(scenes, site.area());
        Composite before = Composite.of(scenes.subList(0, 63), site.area());
        Composite further = before.with(scenes.subList(63, 66));
        double sumOfSquares = 0;
        double[] error = all.standardError().values();
        double[] difference = further.excess().values().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (difference[i] - all.excess().values()[i]) / error[i];
            sumOfSquares += difference[i] * difference[i];
            assertThat(further.standardError().values()[i]).isCloseTo(error[i], withinPercentage(5));
        }
        assertThat(further.periodScenes()).isEqualTo(30);
        assertThat(further.errorRelativeTo(all)).isCloseTo(1, within(0.02));
        assertThat(Math.sqrt(sumOfSquares / difference.length)).isLessThan(0.2);
        double without = 0;
        for (int i = 0; i < difference.length; i++) {
            without += Math.pow((before.excess().values()[i] - all.excess().values()[i]) / error[i], 2);
        }
        assertThat(sumOfSquares).as("the further scenes count").isLessThan(0.5 * without);
    }

    @Test
    void aReferenceSceneHasTheResidualThatItWouldHaveWithoutBeingFitted() {
        SyntheticSite site = new SyntheticSite(8, List.of());
        List<CompositeScene> scenes = site.scenes(20, 10);
        List<SceneResidual> stated =
                Composite.of(scenes, site.area()).background().idleResiduals();
        double sumOfStated = 0;
        double sumOfTrue = 0;
        for (int k = 0; k < stated.size(); k += 4) {
            List<CompositeScene> others = new ArrayList<>(scenes);
            SceneSamples left = others.remove(k).samples();
            sumOfStated += sumOfSquares(stated.get(k));
            sumOfTrue +=
                    sumOfSquares(Composite.of(others, site.area()).background().residual(left));
        }
        assertThat(stated).hasSize(20);
        assertThat(Math.sqrt(sumOfStated / sumOfTrue)).isBetween(0.85, 1.15);
    }

    private static double sumOfSquares(SceneResidual scene) {
        return IntStream.range(0, scene.count())
                .mapToDouble(s -> scene.kelvin(s) * scene.kelvin(s))
                .sum();
    }

    @Test
    void theResidualOfASceneOfThePeriodContainsItsExcess() {
        SyntheticSite site = new SyntheticSite(9, ONE);
        List<CompositeScene> scenes = site.scenes(30, 20);
        FittedBackground background = Composite.of(scenes, site.area()).background();
        double products = 0;
        double squares = 0;
        for (CompositeScene scene : scenes.subList(30, 50)) {
            SceneResidual residual = background.residual(scene.samples());
            double mean = IntStream.range(0, residual.count())
                    .mapToDouble(s -> site.excess(residual.east(s), residual.north(s)))
                    .average()
                    .orElseThrow();
            for (int s = 0; s < residual.count(); s++) {
                double truth = site.excess(residual.east(s), residual.north(s)) - mean;
                products += truth * residual.kelvin(s);
                squares += truth * truth;
            }
        }
        // Centred, because the level of a scene is not determined.
        assertThat(products / squares).isCloseTo(1, within(0.15));
    }
}
