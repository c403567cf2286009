package org.heatwatch.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.landsat.WrsScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

final class ShippedSitesTest {

    @ParameterizedTest
    @ValueSource(strings = {"kaesong", "kaesong-simulated"})
    void aShippedSiteIsValidAndComplete(String id) {
        Site site = shipped(id);
        assertThat(site.id()).isEqualTo(id);
        assertThat(site.scenes())
                .extracting(WatchedScene::scene, WatchedScene::pass)
                .containsExactly(tuple(new WrsScene(116, 34), Pass.DAY), tuple(new WrsScene(213, 210), Pass.NIGHT));
        assertThat(site.features(Role.FACILITY))
                .extracting(Feature::name)
                .containsExactly("Amos", "Samas Electronics", "Jaeyoung Solutec", "In the F", "Seokchon Ceramics");
        assertThat(site.features(Role.FACILITY))
                .allSatisfy(facility ->
                        assertThat(facility.footprint().areaSquareMetres()).isBetween(3000.0, 7000.0));
        assertThat(site.features(Role.CONTROL)).hasSize(2);
        assertThat(site.features(Role.SITE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kaesong", "kaesong-simulated"})
    void noTwoBuildingsOverlapAndAllAreInsideTheOutline(String id) {
        Site site = shipped(id);
        Geometry outline = site.features(Role.SITE).getFirst().footprint().utm();
        List<Feature> buildings = site.features().stream()
                .filter(feature -> feature.role() != Role.SITE)
                .toList();
        for (int i = 0; i < buildings.size(); i++) {
            Geometry building = buildings.get(i).footprint().utm();
            assertThat(outline.contains(building)).as(buildings.get(i).id()).isTrue();
            for (Feature other : buildings.subList(i + 1, buildings.size())) {
                assertThat(building.distance(other.footprint().utm()))
                        .as(buildings.get(i).id() + " and " + other.id())
                        .isGreaterThan(5);
            }
        }
    }

    @Test
    void everyRealOutlineIsMarkedAsAPlaceholder() {
        Site site = shipped("kaesong");
        assertThat(site.features()).allMatch(Site::isPlaceholder).noneMatch(Feature::verified);
        assertThat(site.warnings()).hasSameSizeAs(site.features());
    }

    /** Heat Watch chooses reference parcels itself; random ones may be where buildings are in use. */
    @Test
    void onlyTheSimulatedSiteHasReferenceParcels() {
        assertThat(shipped("kaesong").features(Role.REFERENCE)).isEmpty();
        assertThat(shipped("kaesong-simulated").features(Role.REFERENCE)).hasSizeBetween(20, 40);
    }

    /** About 2 km x 1.7 km around 37.93 N 126.63 E, in any direction, up to 250 m off. */
    @Test
    void theRealOutlineContainsTheComplexAndTheBoundsItsSurroundings() {
        Site site = shipped("kaesong");
        Geometry outline = site.features(Role.SITE).getFirst().footprint().utm();
        Coordinate stated = site.utm().toUtm(126.63, 37.93);
        assertThat(outline.contains(outline.getFactory().createPoint(stated).buffer(1300)))
                .isTrue();
        assertThat(site.bounds().contains(126.60, 37.91)).isTrue();
    }

    /** The position of the complex is public to a kilometre or two only. */
    @Test
    void theRealSiteIsCutOutGenerously() {
        Site site = shipped("kaesong");
        assertThat(site.bounds().contains(126.60, 37.91)).isTrue();
        assertThat(site.bounds().contains(126.65, 37.95)).isTrue();
    }

    @Test
    void theSimulatedSiteIsExactAndCrowded() {
        Site site = shipped("kaesong-simulated");
        assertThat(site.name()).contains("simulated");
        assertThat(site.warnings()).extracting(SiteDefect::toString).isEmpty();
        Geometry amos = centre(site, "amos");
        Geometry samas = centre(site, "samas-electronics");
        assertThat(amos.distance(samas)).isBetween(120.0, 160.0);
    }

    private static Geometry centre(Site site, String id) {
        return site.feature(id).orElseThrow().footprint().utm().getCentroid();
    }

    private static Site shipped(String id) {
        Path root = Path.of(System.getProperty("heatwatch.root", ".."));
        return SiteFile.read(root.resolve("sites").resolve(id + ".geojson"));
    }
}
