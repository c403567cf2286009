package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.RealImages;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.Polygons;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.junit.jupiter.api.Test;

/** Facilities of simulated scenes; excesses are in counts, about 340 per kelvin of the ground. */
final class SingleSceneFitTest {
    private static final double EAST = SceneGrid.KAESONG_EAST;
    private static final double NORTH = SceneGrid.KAESONG_NORTH;
    private static final double COUNTS_PER_KELVIN = 335;
    private static final SceneSimulator SITE =
            SceneSimulator.kaesong().size(80, 80).landscapeSeed(3).prepared();
    private static final double[][] TARGET = Polygons.rectangle(EAST, NORTH, 90, 60, 25);
    private static final double[][] NEIGHBOUR = Polygons.rectangle(EAST + 120, NORTH + 50, 80, 60, 25);

    private static NativeSamples samples(SceneSimulator scene, long seed) {
        Recovery recovery = GridRecovery.recover(
                RealImages.of(scene.simulate(seed)), GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION));
        assertThat(recovery).isInstanceOf(Recovery.Resolved.class);
        return ((Recovery.Resolved) recovery).samples();
    }

    private static Map<String, MeasuredObservation> measure(
            SceneSimulator scene, long seed, TargetFootprint... footprints) {
        return byId(List.of(footprints), samples(scene, seed));
    }

    private static Map<String, MeasuredObservation> byId(List<TargetFootprint> footprints, NativeSamples samples) {
        List<MeasuredObservation> all =
                SingleSceneFit.of(footprints, PointSpread.TIRS).measure(samples, 1);
        return IntStream.range(0, all.size())
                .boxed()
                .collect(Collectors.toMap(i -> footprints.get(i).id(), all::get));
    }

    private static TargetFootprint target(String id, double[][] corners) {
        return new TargetFootprint(id, Footprints.polygon(corners), true, true, 0);
    }

    private static MeasuredObservation.Measured measured(Map<String, MeasuredObservation> excesses, String id) {
        MeasuredObservation excess = excesses.get(id);
        assertThat(excess).isInstanceOf(MeasuredObservation.Measured.class);
        return (MeasuredObservation.Measured) Objects.requireNonNull(excess);
    }

    @Test
    void anExcessIsMeasuredRelativeToTheIdleFootprint() {
        TargetFootprint target = target("target", TARGET);

        double idle = measured(measure(SITE, 5, target), "target").kelvin();
        MeasuredObservation.Measured hot = measured(measure(SITE.excess(TARGET, 8), 5, target), "target");

        assertThat(hot.kelvin() - idle).isCloseTo(8 * COUNTS_PER_KELVIN, within(0.08 * 8 * COUNTS_PER_KELVIN));
        assertThat(hot.visibleFraction()).isGreaterThan(0.99);
    }

    @Test
    void twoNeighboursThatAreOnAreBothMeasured() {
        TargetFootprint target = target("target", TARGET);
        TargetFootprint neighbour = target("neighbour", NEIGHBOUR);

        Map<String, MeasuredObservation> idle = measure(SITE, 5, target, neighbour);
        Map<String, MeasuredObservation> on =
                measure(SITE.excess(TARGET, 8).excess(NEIGHBOUR, 5), 5, target, neighbour);

        assertThat(measured(on, "target").kelvin() - measured(idle, "target").kelvin())
                .isCloseTo(8 * COUNTS_PER_KELVIN, within(0.15 * 8 * COUNTS_PER_KELVIN));
        assertThat(measured(on, "neighbour").kelvin()
                        - measured(idle, "neighbour").kelvin())
                .isCloseTo(5 * COUNTS_PER_KELVIN, within(0.15 * 5 * COUNTS_PER_KELVIN));
    }

    @Test
    void theHeatOfAnUnmodelledNeighbourIsAttributedToTheFootprint() {
        TargetFootprint target = target("target", TARGET);
        SceneSimulator onlyNeighbour = SITE.excess(NEIGHBOUR, 8);

        double alone = measured(measure(onlyNeighbour, 5, target), "target").kelvin();
        double together = measured(measure(onlyNeighbour, 5, target, target("neighbour", NEIGHBOUR)), "target")
                .kelvin();
        double idle = measured(measure(SITE, 5, target, target("neighbour", NEIGHBOUR)), "target")
                .kelvin();

        assertThat(Math.abs(together - idle)).isLessThan(0.1 * 8 * COUNTS_PER_KELVIN);
        assertThat(Math.abs(alone - together)).isGreaterThan(Math.abs(together - idle));
    }

    @Test
    void aFootprintUnderACloudIsHidden() {
        SceneSimulator cloudy = SITE.clouds(List.of(Cloud.blob(EAST + 50, NORTH, 200)));

        Map<String, MeasuredObservation> excesses = measure(cloudy, 5, target("target", TARGET));

        assertThat(excesses.get("target")).isInstanceOfSatisfying(MeasuredObservation.Hidden.class, hidden -> {
            assertThat(hidden.visibleFraction()).isLessThan(FootprintFit.SMALLEST_VISIBLE_FRACTION);
            assertThat(hidden.reason()).isNotBlank();
        });
    }

    @Test
    void aFootprintOutsideTheImageIsHidden() {
        double[][] far = Polygons.rectangle(EAST + 4000, NORTH, 90, 60, 0);

        Map<String, MeasuredObservation> excesses = measure(SITE, 5, target("far", far), target("target", TARGET));

        assertThat(excesses.get("far"))
                .isInstanceOfSatisfying(
                        MeasuredObservation.Hidden.class,
                        outside -> assertThat(outside.visibleFraction()).isZero());
        assertThat(excesses.get("target")).isInstanceOf(MeasuredObservation.Measured.class);
    }

    @Test
    void theErrorIsAtLeastTheVariationBetweenRoofs() {
        double[][] huge = Polygons.rectangle(EAST, NORTH, 250, 200, 0);
        NativeSamples samples = samples(SITE, 5);
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < samples.count(); i++) {
            mean += samples.value(i) / samples.count();
        }
        for (int i = 0; i < samples.count(); i++) {
            squares += (samples.value(i) - mean) * (samples.value(i) - mean) / samples.count();
        }

        Map<String, MeasuredObservation> excesses = byId(List.of(target("huge", huge)), samples);

        assertThat(measured(excesses, "huge").formalError()).isGreaterThan(0.7 * Math.sqrt(squares));
    }
}
