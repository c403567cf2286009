package org.heatwatch.estimation.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudTestTest {
    private static final double SIDE_METRES = 5000;
    private static final double SPACING_METRES = 100;

    /** A cloud over a part of a scene; blended with the ground by its opacity. */
    private record Cover(double east, double north, double radius, double kelvinBelow, double opacity) {
        boolean covers(double x, double y) {
            return Math.hypot(x - east, y - north) < radius;
        }
    }

    private static final Cover OVERCAST = new Cover(0, 0, 1e9, 15, 1);

    private final SplittableRandom random = new SplittableRandom(5);

    private static double ground(double east, double north) {
        return 1.2 * Math.sin(east / 310 + Math.cos(north / 700))
                + 1.2 * Math.cos(north / 270 - east / 900)
                + 0.8 * Math.sin((east + north) / 130);
    }

    private static double level(LocalDate date) {
        return 283 + 12 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 200) / 365.25);
    }

    /** A scene with noise of 0.3 K and weather of 3 K. */
    private ThermalScene scene(LocalDate date, Cover... covers) {
        double level = level(date) + 3 * random.nextGaussian();
        double contrast = 1 + 0.1 * random.nextGaussian();
        double[][] waves = IntStream.range(0, 6)
                .mapToObj(_ -> random.doubles(3, -1, 1).toArray())
                .toArray(double[][]::new);
        int side = (int) (SIDE_METRES / SPACING_METRES);
        double[] east = new double[side * side];
        double[] north = new double[side * side];
        double[] kelvin = new double[side * side];
        for (int s = 0; s < kelvin.length; s++) {
            east[s] = (s % side + 0.5) * SPACING_METRES;
            north[s] = (Math.floorDiv(s, side) + 0.5) * SPACING_METRES;
            kelvin[s] = level + contrast * ground(east[s], north[s]) + 0.3 * random.nextGaussian();
            for (Cover cover : covers) {
                if (cover.covers(east[s], north[s])) {
                    double top = level - cover.kelvinBelow() + texture(waves, east[s], north[s]);
                    kelvin[s] += cover.opacity() * (top - kelvin[s]);
                }
            }
        }
        return new ThermalScene(date, east, north, kelvin);
    }

    /** Temperature of the top of a cloud, with structures of 1 to 6 km. */
    private static double texture(double[][] waves, double east, double north) {
        double kelvin = 0;
        for (double[] wave : waves) {
            kelvin += 0.5 * Math.sin(east / 200 * wave[0] + north / 200 * wave[1] + 4 * wave[2]);
        }
        return kelvin;
    }

    private static LocalDate date(int scene) {
        return LocalDate.of(2016, 1, 3).plusDays(16L * scene);
    }

    /** Scenes of which six of ten are overcast, and half of the others partly clouded. */
    private CloudTest learned() {
        List<ThermalScene> scenes = new ArrayList<>();
        for (int k = 0; k < 50; k++) {
            Cover low = new Cover(0, 0, 1e9, random.nextDouble(-2, 25), 1);
            Cover blob = new Cover(random.nextDouble(5000), random.nextDouble(5000), 900, 12, 1);
            scenes.add(k % 5 < 3 ? scene(date(k), low) : k % 5 == 3 ? scene(date(k), blob) : scene(date(k)));
        }
        return CloudTest.of(scenes).orElseThrow();
    }

    private static double clearShare(boolean[] clear) {
        return IntStream.range(0, clear.length).filter(s -> clear[s]).count() / (double) clear.length;
    }

    @Test
    void aClearSceneIsKeptWhole() {
        CloudTest test = learned();
        for (int k = 60; k < 90; k++) {
            assertThat(clearShare(test.clear(scene(date(k))))).isGreaterThan(0.995);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 3, 8, 15, 30})
    void anOvercastSceneIsRejectedWhateverItsTemperature(double kelvinBelow) {
        CloudTest test = learned();
        for (int k = 60; k < 80; k++) {
            assertThat(clearShare(test.clear(scene(date(k), new Cover(0, 0, 1e9, kelvinBelow, 1)))))
                    .isZero();
        }
    }

    @Test
    void aCloudIsRemovedAndTheRestIsKept() {
        CloudTest test = learned();
        for (int k = 60; k < 80; k++) {
            Cover cloud = new Cover(random.nextDouble(5000), random.nextDouble(5000), 700, 10, 1);
            ThermalScene scene = scene(date(k), cloud);
            boolean[] clear = test.clear(scene);
            double covered = 0;
            double left = 0;
            double away = 0;
            double lost = 0;
            for (int s = 0; s < clear.length; s++) {
                double distance = Math.hypot(scene.east()[s] - cloud.east(), scene.north()[s] - cloud.north());
                if (distance < cloud.radius()) {
                    covered++;
                    left += clear[s] ? 1 : 0;
                } else if (distance > cloud.radius() + 600) {
                    away++;
                    lost += clear[s] ? 0 : 1;
                }
            }
            assertThat(left / Math.max(1, covered)).isLessThan(0.01);
            assertThat(lost / away).isLessThan(0.02);
        }
    }

    @Test
    void cloudsOverMostOfASceneDoNotHideTheClearRest() {
        ThermalScene scene = scene(date(70), new Cover(0, 2500, 3500, 18, 1));
        boolean[] clear = learned().clear(scene);
        for (int s = 0; s < clear.length; s++) {
            double distance = Math.hypot(scene.east()[s], scene.north()[s] - 2500);
            if (distance < 3500 || distance > 4200) {
                assertThat(clear[s]).isEqualTo(distance > 3500);
            }
        }
    }

    @Test
    void heatIsNotACloud() {
        ThermalScene scene = scene(date(70), new Cover(2500, 2500, 250, -20, 1), new Cover(1000, 1200, 120, -6, 1));
        assertThat(clearShare(learned().clear(scene))).isGreaterThan(0.99);
    }

    @Test
    void heatThatCancelsTheContrastOfTheGroundIsNotACloud() {
        CloudTest test = learned();
        for (int k = 60; k < 80; k++) {
            ThermalScene idle = scene(date(k));
            double[] heated = IntStream.range(0, idle.count())
                    .mapToDouble(s -> idle.kelvin()[s]
                            + (isInComplex(idle, s) ? Math.max(0, 0.5 - ground(idle.east()[s], idle.north()[s])) : 0))
                    .toArray();
            boolean[] clear = test.clear(new ThermalScene(idle.date(), idle.east(), idle.north(), heated));
            for (int s = 0; s < clear.length; s++) {
                assertThat(clear[s] || !isInComplex(idle, s)).isTrue();
            }
        }
    }

    private static boolean isInComplex(ThermalScene scene, int sample) {
        return Math.hypot(scene.east()[sample] - 2500, scene.north()[sample] - 2500) < 900;
    }

    @Test
    void aColdWaveWithTheContrastOfTheGroundIsNotACloud() {
        CloudTest test = learned();
        ThermalScene scene = scene(date(70));
        double[] colder = IntStream.range(0, scene.count())
                .mapToDouble(s -> scene.kelvin()[s] - 18)
                .toArray();
        assertThat(clearShare(test.clear(new ThermalScene(scene.date(), scene.east(), scene.north(), colder))))
                .isGreaterThan(0.99);
    }

    @Test
    void thinCloudOverHalfOfTheSceneIsRemoved() {
        ThermalScene scene = scene(date(70), new Cover(0, 2500, 2500, 20, 0.4));
        boolean[] clear = learned().clear(scene);
        for (int s = 0; s < clear.length; s++) {
            if (Math.hypot(scene.east()[s], scene.north()[s] - 2500) < 2400) {
                assertThat(clear[s]).isFalse();
            }
        }
    }

    @Test
    void scenesWithoutCommonGroundTeachNothing() {
        List<ThermalScene> overcast =
                IntStream.range(0, 30).mapToObj(k -> scene(date(k), OVERCAST)).toList();
        assertThat(CloudTest.of(overcast)).isEmpty();
        assertThat(CloudTest.of(List.of(scene(date(1)), scene(date(2))))).isEmpty();
    }
}
