package org.heatwatch.estimation.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeaveOneOutTest {
    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);

    /** For the smallest number of reference scenes, and for a typical one. */
    @ParameterizedTest
    @ValueSource(ints = {15, 40})
    void theMapWithoutASceneEqualsAFitToTheOthers(int count) {
        MapCoefficients layout = MapCoefficients.of(SyntheticGround.AREA, MapCoefficients.FINE_METRES);
        MapSystem system = new MapSystem(layout, SMOOTHNESS);
        Alignment[] alignments = IntStream.range(0, count)
                .mapToObj(k -> SyntheticGround.lying(0.1 * k, 1 + 0.01 * (k % 7), k % 5, -k % 3))
                .toArray(Alignment[]::new);
        SceneSamples[] scenes = IntStream.range(0, count)
                .mapToObj(k -> SyntheticGround.scene(k, alignments[k], SyntheticGround.NOISE, SyntheticGround.NONE))
                .toArray(SceneSamples[]::new);
        int left = count / 2;
        double[] weights = weights(scenes[left]);

        fill(system, scenes, alignments, -1);
        double[] whole = system.solve();
        BackgroundMap quick = new LeaveOneOut(layout, system, whole).without(scenes[left], alignments[left], weights);
        fill(system, scenes, alignments, left);
        BackgroundMap exact = new BackgroundMap(layout, system.solve());

        double[] seen = values(new BackgroundMap(layout, whole), scenes[left]);
        double[] found = values(quick, scenes[left]);
        double[] expected = values(exact, scenes[left]);
        assertThat(largest(found, expected)).isLessThan(1e-4);
        assertThat(largest(seen, expected)).isGreaterThan(0.01);
    }

    private static void fill(MapSystem system, SceneSamples[] scenes, Alignment[] alignments, int without) {
        system.clear();
        for (int k = 0; k < scenes.length; k++) {
            if (k != without) {
                system.add(scenes[k], alignments[k], weights(scenes[k]));
            }
        }
    }

    private static double[] weights(SceneSamples scene) {
        double[] weights = new double[scene.count()];
        Arrays.fill(weights, 1 / (SyntheticGround.NOISE * SyntheticGround.NOISE));
        weights[3] = 0;
        return weights;
    }

    private static double[] values(BackgroundMap map, SceneSamples scene) {
        double[] value = new double[scene.count()];
        map.evaluate(scene, 0, 0, value, new double[value.length], new double[value.length]);
        return value;
    }

    private static double largest(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }
}
