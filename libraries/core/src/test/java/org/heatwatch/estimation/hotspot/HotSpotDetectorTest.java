package org.heatwatch.estimation.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.hotspot.HotSpot.Nearest;
import org.heatwatch.estimation.hotspot.SyntheticScenes.Source;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Role;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class HotSpotDetectorTest {
    private static final int SIDE = 17;
    private static final double IDLE_KELVIN = 0.4;
    private static final Geometry AREA = SyntheticScenes.square(400);
    private static final SyntheticScenes SCENES = new SyntheticScenes(SIDE);
    private static final HotSpotDetector MAP = learn();

    private static HotSpotDetector learn() {
        return learn(SCENES.idle(1, 40, IDLE_KELVIN), AREA);
    }

    private static HotSpotDetector learn(List<SceneObservation> reference, Geometry area) {
        BackgroundScatter scatter =
                BackgroundScatter.ofObservations(reference, SyntheticScenes.COVARIANCE, PointSpread.TIRS, area);
        return HotSpotDetector.of(
                scatter, reference, IDLE_KELVIN * IDLE_KELVIN, HotSpotDetector.FALSE_ALARMS_PER_SCENE);
    }

    private static List<HotSpot> find(long seed, List<Source> sources) {
        return MAP.find(SCENES.draw(seed, sources), 0, List.of()).spots();
    }

    private static double metres(HotSpot spot, Source source) {
        return Math.hypot(
                spot.east() - SyntheticScenes.EAST - source.east(),
                spot.north() - SyntheticScenes.NORTH - source.north());
    }

    @Test
    void positionAndAmountOfASourceAreRecovered() {
        Source source = new Source(37, -22, 40_000);
        List<HotSpot> found = LongStream.range(1000, 1030)
                .boxed()
                .flatMap(seed -> find(seed, List.of(source)).stream().limit(1))
                .toList();

        assertThat(found).hasSizeGreaterThan(28);
        assertThat(found).allSatisfy(spot -> assertThat(metres(spot, source)).isLessThan(4 * spot.positionError()));
        assertThat(found.stream().filter(spot -> metres(spot, source) < 2 * spot.positionError()))
                .hasSizeGreaterThan(22);
        assertThat(found)
                .allSatisfy(spot -> assertThat(spot.kelvinSquareMetres())
                        .isCloseTo(source.kelvinSquareMetres(), within(4 * spot.kelvinSquareMetresError())));
        assertThat(found.stream()
                        .mapToDouble(HotSpot::kelvinSquareMetres)
                        .average()
                        .orElseThrow())
                .isCloseTo(source.kelvinSquareMetres(), within(2500.0));
    }

    @Test
    void twoSources160MetresApartAreSeparated() {
        Source west = new Source(-70, 10, 60_000);
        Source east = new Source(88, 35, 50_000);
        for (long seed = 2000; seed < 2010; seed++) {
            List<HotSpot> found = find(seed, List.of(west, east));

            assertThat(found).hasSize(2);
            assertThat(found).anySatisfy(spot -> assertThat(metres(spot, west)).isLessThan(40));
            assertThat(found).anySatisfy(spot -> assertThat(metres(spot, east)).isLessThan(40));
        }
    }

    @Test
    void theHighestZComesFirst() {
        List<HotSpot> found = find(3000, List.of(new Source(-250, -250, 40_000), new Source(200, 250, 80_000)));

        assertThat(found).hasSize(2);
        assertThat(found.get(0).z()).isGreaterThan(found.get(1).z());
        assertThat(found).allMatch(spot -> spot.pValue() < MAP.rate().threshold());
    }

    @Test
    void anIdleSceneHasNoHotSpot() {
        assertThat(SCENES.idle(4000, 40, IDLE_KELVIN)).allSatisfy(scene -> {
            HotSpots found = MAP.find(scene, 0, List.of());
            assertThat(found.spots()).isEmpty();
            assertThat(found.observedShare()).isEqualTo(1);
        });
    }

    @Test
    void aCloudReducesTheObservedShare() {
        Envelope cloud = new Envelope(-150, 150, -150, 150);
        HotSpots found = MAP.find(SCENES.draw(5000, List.of(new Source(0, 0, 60_000)), cloud), 0, List.of());

        assertThat(found.observedShare()).isBetween(0.5, 0.93);
        assertThat(found.spots()).isEmpty();
    }

    @Test
    void areaWithoutSamplesIsNotObserved() {
        HotSpotDetector wide = learn(SCENES.idle(1, 20, IDLE_KELVIN), SyntheticScenes.square(1600));

        assertThat(wide.find(SCENES.draw(1, List.of()), 0, List.of()).observedShare())
                .isBetween(0.15, 0.3);
    }

    @Test
    void aSourceOutsideTheAreaIsNotReported() {
        List<HotSpot> found = find(6000, List.of(new Source(500, 0, 80_000)));

        assertThat(found).isEmpty();
    }

    @Test
    void equalInputGivesBitwiseEqualOutput() {
        SceneObservation scene = SCENES.draw(7000, List.of(new Source(10, 20, 50_000), new Source(170, 0, 50_000)));
        HotSpots first = MAP.find(scene, 0, List.of());

        assertThat(learn().find(scene, 0, List.of())).isEqualTo(first);
        assertThat(first.spots()).isNotEmpty();
    }

    @Test
    void extraVarianceReducesZ() {
        SceneObservation scene = SCENES.draw(8000, List.of(new Source(0, 0, 80_000)));

        assertThat(MAP.find(scene, 1, List.of()).spots().getFirst().z())
                .isLessThan(MAP.find(scene, 0, List.of()).spots().getFirst().z());
    }

    @Test
    void theThreeNearestFeaturesAreNamed() {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            features.add(feature("hall-" + i, Role.BUILDING, i * 200 - 50, i * 200 + 50));
        }
        features.add(feature("outline", Role.SITE, -500, 500));
        SceneObservation scene = SCENES.draw(9000, List.of(new Source(0, 0, 80_000)));

        List<Nearest> nearest = MAP.find(scene, 0, features).spots().getFirst().nearest();

        assertThat(nearest).extracting(Nearest::id).containsExactly("hall-0", "hall-1", "hall-2");
        assertThat(nearest.getFirst().metres()).isZero();
        assertThat(nearest.get(2).metres()).isCloseTo(350, within(30.0));
    }

    private static Feature feature(String id, Role role, double west, double east) {
        Geometry outline = new GeometryFactory()
                .toGeometry(new Envelope(
                        SyntheticScenes.EAST + west,
                        SyntheticScenes.EAST + east,
                        SyntheticScenes.NORTH - 50,
                        SyntheticScenes.NORTH + 50));
        return new Feature(
                id,
                id,
                role,
                new Footprint(outline, outline),
                Optional.empty(),
                List.of(),
                "drawn",
                0,
                /* verified= */ true,
                Optional.empty());
    }

    @Test
    void withoutReferenceScenesLearningFails() {
        assertThatThrownBy(() -> BackgroundScatter.of(List.of(), SyntheticScenes.COVARIANCE, PointSpread.TIRS, AREA))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
