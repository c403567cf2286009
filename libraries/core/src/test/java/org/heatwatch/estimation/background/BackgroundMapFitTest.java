package org.heatwatch.estimation.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class BackgroundMapFitTest {
    private static final int SCENES = 30;
    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);
    private static final double MIDDLE = SyntheticGround.SIDE / 2;
    private static final Geometry FACILITY =
            new GeometryFactory().createPoint(new Coordinate(MIDDLE, MIDDLE)).buffer(150);

    /** 5 K within 100 m of the facility. */
    private static final SyntheticGround.Heat RUNNING =
            (east, north) -> Math.hypot(east - MIDDLE, north - MIDDLE) < 100 ? 5 : 0;

    private static final int SHIFTED = 11;
    private static final int CONTRASTY = 17;
    private static final BackgroundMapFit FIT = fit(IntStream.range(0, SCENES)
            .mapToObj(k -> new ReferenceScene(
                    SyntheticGround.scene(k, lying(k), SyntheticGround.NOISE, SyntheticGround.NONE), 1))
            .toList());

    private static Alignment lying(int scene) {
        return switch (scene) {
            case SHIFTED -> SyntheticGround.lying(0.4, 1, 6, -6);
            case CONTRASTY -> SyntheticGround.lying(-0.3, 1.2, 0, 0);
            default -> SyntheticGround.lying(0.2 * (scene % 4), 1, 2 * (scene % 5 - 2), 2 * (scene % 3 - 1));
        };
    }

    private static BackgroundMapFit fit(List<ReferenceScene> scenes) {
        return BackgroundMapFit.of(scenes, SyntheticGround.AREA, FACILITY, SMOOTHNESS);
    }

    @Test
    void aNoiselessSceneOfTheSameGroundHasNoResidual() {
        SceneSamples clean = SyntheticGround.scene(100, SyntheticGround.lying(1, 1, 0, 0), 0, SyntheticGround.NONE);

        assertThat(rootMeanSquare(FIT.residual(clean))).isLessThan(0.6 * SyntheticGround.NOISE);
        assertThat(rootMeanSquare(SceneResidual.of(clean, SyntheticGround.straight(), zero())))
                .isGreaterThan(2);
    }

    @Test
    void leaveOneOutResidualsAreLittleMoreThanNoise() {
        List<SceneResidual> residuals = FIT.leaveOneOutResiduals();

        assertThat(residuals)
                .hasSize(SCENES)
                .allSatisfy(scene -> assertThat(rootMeanSquare(scene))
                        .isBetween(0.9 * SyntheticGround.NOISE, 1.5 * SyntheticGround.NOISE));
    }

    @Test
    void theYearlyCycleIsRecovered() {
        double winter = FIT.map().at(400, 600, 1, 0) - FIT.map().at(400, 600, -1, 0);
        double spring = FIT.map().at(400, 600, 0, 1) - FIT.map().at(400, 600, 0, -1);

        assertThat(winter)
                .isCloseTo(SyntheticGround.at(400, 600, 1, 0) - SyntheticGround.at(400, 600, -1, 0), within(0.25));
        assertThat(spring)
                .isCloseTo(SyntheticGround.at(400, 600, 0, 1) - SyntheticGround.at(400, 600, 0, -1), within(0.25));
    }

    @Test
    void aShiftIsRecovered() {
        List<SceneResidual> residuals = FIT.leaveOneOutResiduals();

        assertThat(residuals.get(SHIFTED).alignment().shiftEast()).isCloseTo(6, within(1.5));
        assertThat(residuals.get(SHIFTED).alignment().shiftNorth()).isCloseTo(-6, within(1.5));
        assertThat(residuals.get(SHIFTED + 2).alignment().shiftEast()).isCloseTo(2, within(1.5));
    }

    @Test
    void aContrastIsRecovered() {
        List<SceneResidual> residuals = FIT.leaveOneOutResiduals();

        assertThat(residuals.get(CONTRASTY).alignment().contrast()).isCloseTo(1.2, within(0.03));
        assertThat(residuals.get(CONTRASTY + 1).alignment().contrast()).isCloseTo(1, within(0.03));
    }

    @Test
    void samplesAndGridOfAResidualAreAtTheirPositionsOnTheMap() {
        SceneResidual shifted = FIT.leaveOneOutResiduals().get(SHIFTED);
        SceneSamples scene = shifted.scene();
        double[] index = scene.grid().indexOf(scene.east(5), scene.north(5));
        double[] place = shifted.grid().positionOf(index[0], index[1]);

        assertThat(shifted.east(5)).isCloseTo(place[0], within(1e-9));
        assertThat(shifted.north(5)).isCloseTo(place[1], within(1e-9));
        assertThat(shifted.east(5) - scene.east(5)).isCloseTo(-6, within(1.5));
    }

    @Test
    void equalScenesGiveABitwiseEqualMap() {
        List<ReferenceScene> scenes = scenes(16, 16, 0.3, SyntheticGround.NONE);

        assertThat(profile(fit(scenes))).isEqualTo(profile(fit(scenes)));
    }

    @Test
    void anUncertainSceneIsNotUsedNearFacilities() {
        double[] idle = profile(fit(scenes(15, 15, 0.3, SyntheticGround.NONE)));
        double[] running = profile(fit(scenes(15, 15, 0.3, RUNNING)));
        double[] believed = profile(fit(scenes(15, 15, 1, RUNNING)));

        assertThat(running).isEqualTo(idle);
        assertThat(largestDifference(believed, idle)).isGreaterThan(0.5);
    }

    @Test
    void anUncertainSceneIsUsedElsewhere() {
        SyntheticGround.Heat elsewhere = (east, _) -> east < 300 ? 1 : 0;
        double[] idle = profile(fit(scenes(15, 15, 0.3, SyntheticGround.NONE)));
        double[] changed = profile(fit(scenes(15, 15, 0.3, elsewhere)));

        assertThat(largestDifference(changed, idle)).isBetween(0.05, 0.6);
    }

    @Test
    void facilitiesThatAreOnDoNotAffectTheAlignment() {
        SceneSamples idle = SyntheticGround.scene(50, lying(0), SyntheticGround.NOISE, SyntheticGround.NONE);
        SceneSamples running = SyntheticGround.scene(50, lying(0), SyntheticGround.NOISE, RUNNING);

        assertThat(FIT.residual(running).alignment())
                .isEqualTo(FIT.residual(idle).alignment());
        assertThat(hottest(FIT.residual(running)) - hottest(FIT.residual(idle))).isBetween(4.0, 5.5);
    }

    private static List<ReferenceScene> scenes(int certain, int uncertain, double trust, SyntheticGround.Heat heat) {
        List<ReferenceScene> scenes = new ArrayList<>();
        for (int k = 0; k < certain + uncertain; k++) {
            boolean isCertain = k < certain;
            SceneSamples samples = SyntheticGround.scene(
                    k, SyntheticGround.straight(), SyntheticGround.NOISE, isCertain ? SyntheticGround.NONE : heat);
            scenes.add(new ReferenceScene(samples, isCertain ? 1 : trust));
        }
        return scenes;
    }

    private static BackgroundMap zero() {
        MapCoefficients layout = MapCoefficients.of(SyntheticGround.AREA, MapCoefficients.FINE_METRES);
        return new BackgroundMap(layout, new double[layout.count()]);
    }

    /** The map from west to east through the facility. */
    private static double[] profile(BackgroundMapFit fit) {
        return IntStream.range(0, 90)
                .mapToDouble(i -> fit.map().at(10 + 20.0 * i, MIDDLE, 0.5, 0.5))
                .toArray();
    }

    private static double largestDifference(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    private static double rootMeanSquare(SceneResidual scene) {
        return Math.sqrt(IntStream.range(0, scene.count())
                .mapToDouble(s -> scene.kelvin(s) * scene.kelvin(s))
                .average()
                .orElseThrow());
    }

    private static double hottest(SceneResidual scene) {
        return IntStream.range(0, scene.count())
                .mapToDouble(scene::kelvin)
                .max()
                .orElseThrow();
    }
}
