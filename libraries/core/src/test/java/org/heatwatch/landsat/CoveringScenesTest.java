package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and rows of places of which real images exist. */
final class CoveringScenesTest {

    @Test
    void kaesongIsShownByOnePathByDayAndOneByNight() {
        List<SceneCoverage> covering = CoveringScenes.of(126.595, 37.905, 126.665, 37.955);

        assertThat(covering)
                .extracting(SceneCoverage::scene)
                .containsExactly(new WrsScene(116, 34), new WrsScene(213, 210));
        assertThat(covering).extracting(SceneCoverage::byDay).containsExactly(true, false);
        assertThat(covering).allMatch(SceneCoverage::isCovered).noneMatch(SceneCoverage::isAtEdge);
        for (String other : List.of("116/033", "117/033", "117/034")) {
            SceneCoverage coverage =
                    SceneFootprint.of(WrsScene.parse(other)).coverage(126.595, 37.905, 126.665, 37.955);
            assertThat(coverage.marginMetres()).as(other).isLessThan(-15_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Places of real images: Mendoza, Münster, Marburg, Momotombo, the centres of products of three continents.
        "-68.857, -33.006, 232/083",
        "7.62, 51.96, 196/024 197/024",
        "8.77, 50.80, 195/025 196/024 196/025",
        "-86.54, 12.42, 017/051",
        "-75.07, 1.44, 008/059",
        "-80.04, -7.24, 010/065",
        "155.01, -20.23, 089/074",
        // Only the place is known of these images: Calgary and Elkton.
        "-114.08, 51.03, 042/024 042/025",
        "-78.66, 38.41, 016/033",
    })
    void placesOfRealImagesAreCoveredByTheirScenes(double longitude, double latitude, String scenes) {
        List<WrsScene> byDay = CoveringScenes.of(longitude, latitude, longitude, latitude).stream()
                .filter(SceneCoverage::byDay)
                .filter(SceneCoverage::isCovered)
                .map(SceneCoverage::scene)
                .toList();

        assertThat(byDay)
                .containsExactlyElementsOf(
                        List.of(scenes.split(" ")).stream().map(WrsScene::parse).toList());
    }

    @Test
    void everyPlaceBetween80DegreesNorthAndSouthIsShownByDayAndByNight() {
        for (double latitude = -80; latitude <= 80; latitude += 3.7) {
            for (double longitude = -180; longitude < 180; longitude += 7.3) {
                List<SceneCoverage> covering = CoveringScenes.of(longitude, latitude, longitude, latitude);
                assertThat(covering)
                        .as("%.1f %.1f", longitude, latitude)
                        .anyMatch(scene -> scene.byDay() && scene.isPossible());
                if (Math.abs(latitude) < 60) {
                    assertThat(covering)
                            .as("%.1f %.1f", longitude, latitude)
                            .anyMatch(scene -> !scene.byDay() && scene.isCovered());
                }
            }
        }
    }

    @Test
    void noSceneShowsThePoles() {
        assertThat(CoveringScenes.of(10, 84, 10.1, 84.1)).isEmpty();
        assertThat(CoveringScenes.of(10, -90, 10.1, -89)).isEmpty();
    }

    @Test
    void theSidesOfThe180thMeridianHaveTheSameScenes() {
        assertThat(CoveringScenes.of(179.99, -17, 180, -16.99))
                .extracting(SceneCoverage::scene)
                .isEqualTo(CoveringScenes.of(-180, -17, -179.99, -16.99).stream()
                        .map(SceneCoverage::scene)
                        .toList())
                .isNotEmpty();
    }

    @Test
    void aSiteNearTheBorderIsStatedToBeAtTheEdge() {
        SceneFootprint footprint = SceneFootprint.of(new WrsScene(177, 27));
        // 91 km across the track from the centre, then 97 km along it: inside, but not in every overpass.
        SceneCoverage east = footprint.coverage(36.917, 47.249, 36.917, 47.249);
        assertThat(east.acrossMarginMetres()).isBetween(0.0, 7_000.0);
        assertThat(east.isCovered()).isTrue();
        assertThat(east.isAtEdge()).isTrue();
        SceneCoverage middle = footprint.coverage(35.7, 47.4, 35.8, 47.5);
        assertThat(middle.isAtEdge()).isFalse();
        SceneCoverage outside = footprint.coverage(36.98, 47.249, 36.99, 47.25);
        assertThat(outside.isCovered()).isFalse();
        assertThat(outside.isPossible()).isTrue();
        assertThat(outside.isAtEdge()).isTrue();
    }

    /** 35 km wide, between two scenes: neither contains it whole. */
    @Test
    void aSceneMustContainTheWholeRectangle() {
        List<SceneCoverage> point = CoveringScenes.of(126.6, 38.3, 126.6, 38.3);
        List<SceneCoverage> wide = CoveringScenes.of(126.4, 38.1, 126.8, 38.5);
        assertThat(point)
                .filteredOn(SceneCoverage::isCovered)
                .extracting(c -> c.scene().row())
                .contains(33, 34);
        assertThat(wide).filteredOn(SceneCoverage::byDay).noneMatch(SceneCoverage::isCovered);
    }
}
