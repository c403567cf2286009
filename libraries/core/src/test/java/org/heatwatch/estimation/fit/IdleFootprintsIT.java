package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.RealImages;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.simulator.Polygons;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the error of a single scene with the scatter of idle footprints, 128 of them in 8 landscapes. */
@Tag("statistical")
final class IdleFootprintsIT {

    /**
     * Roofs are as warm as their surroundings, or warmer by a mean and a standard deviation in kelvin. Measured in this
     * order: 0.73, 0.92, 0.67, 1.00, 1.11. Footprints of 7,000 m2 that are 4 +- 2.4 K warmer result in 1.4.
     */
    @ParameterizedTest(name = "{0} x {1} m, {2} +- {3} K: {4} to {5} errors")
    @CsvSource({
        "70, 60, 0, 0, 0.6, 1.0",
        "70, 60, 2, 2, 0.75, 1.15",
        "100, 70, 0, 0, 0.6, 1.0",
        "100, 70, 2, 2, 0.8, 1.3",
        "120, 100, 2, 2, 0.9, 1.5"
    })
    void excessesOfIdleFootprintsScatterByAboutOneError(
            double length, double width, double kelvin, double spread, double least, double most) {
        double sumOfSquares = 0;
        int count = 0;
        for (long landscape = 1; landscape <= 8; landscape++) {
            for (MeasuredObservation excess : measure(landscape, length, width, kelvin, spread)) {
                if (excess instanceof MeasuredObservation.Measured idle) {
                    double z = idle.kelvin() / idle.formalError();
                    sumOfSquares += z * z;
                    count++;
                }
            }
        }

        assertThat(count).isGreaterThan(100);
        assertThat(Math.sqrt(sumOfSquares / count)).isBetween(least, most);
    }

    private static List<MeasuredObservation> measure(
            long landscape, double length, double width, double kelvin, double spread) {
        SceneSimulator scene = SceneSimulator.kaesong().landscapeSeed(landscape);
        SplittableRandom random = new SplittableRandom(landscape);
        List<TargetFootprint> targets = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            double east = SceneGrid.KAESONG_EAST + (i % 4 - 1.5) * 800 + random.nextDouble(-150, 150);
            double north = SceneGrid.KAESONG_NORTH + (Math.floorDiv(i, 4) - 1.5) * 800 + random.nextDouble(-150, 150);
            double[][] corners = Polygons.rectangle(east, north, length, width, random.nextDouble(180));
            scene = scene.excess(corners, kelvin + spread * random.nextGaussian());
            targets.add(new TargetFootprint("idle " + i, Footprints.polygon(corners), true, false, 0));
        }
        Recovery recovery = GridRecovery.recover(
                RealImages.of(scene.simulate(landscape)), GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION));
        assertThat(recovery).isInstanceOf(Recovery.Resolved.class);
        return SingleSceneFit.of(targets, PointSpread.TIRS).measure(((Recovery.Resolved) recovery).samples(), 1);
    }
}
