package org.heatwatch.site.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.heatwatch.errors.BadOutlines;
import org.heatwatch.errors.BadSite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.site.WatchedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** New sites from a position and a file of outlines. */
final class SitePlannerTest {
    private static final double LONGITUDE = 35.16;
    private static final double LATITUDE = 47.86;
    private static final UtmProjection ZONE = UtmProjection.ofEpsg(32636);
    private static final Coordinate CENTRE = ZONE.toUtm(LONGITUDE, LATITUDE);
    private static final SiteRequest STEEL_WORKS =
            SiteRequest.circle("Zaporizhzhia steel works", LONGITUDE, LATITUDE, 2_000);

    private final List<String> features = new ArrayList<>();

    /** Adds a rectangle to the file; metres east and north of the centre, members as JSON. */
    private void rectangle(double east, double north, double width, double height, String properties) {
        StringBuilder ring = new StringBuilder();
        double[][] corners = {{0, 0}, {0, height}, {width, height}, {width, 0}, {0, 0}};
        for (double[] corner : corners) {
            Coordinate at = ZONE.toLonLat(CENTRE.x + east + corner[0], CENTRE.y + north + corner[1]);
            ring.append(ring.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "[%.9f,%.9f]", at.x, at.y));
        }
        features.add(
                "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
                        .formatted(properties, ring));
    }

    private PlannedSite plan() {
        SitePlanner planner = new SitePlanner(STEEL_WORKS);
        byte[] text = String.join("\n", features).getBytes(StandardCharsets.UTF_8);
        return planner.withBuildings(
                OutlineFileReader.read(new ByteArrayInputStream(text), "works.geojsonl", planner.area()));
    }

    @Test
    void aSteelWorksNeedsOnlyANameAndAPosition() {
        PlannedSite plan = new SitePlanner(STEEL_WORKS).withoutBuildings();
        Site site = plan.site();
        assertThat(site.id()).isEqualTo("zaporizhzhia-steel-works");
        assertThat(site.utm().epsg()).isEqualTo(32636);
        assertThat(site.scenes())
                .extracting(WatchedScene::scene, WatchedScene::pass)
                .containsExactly(
                        tuple(new WrsScene(177, 27), Pass.DAY),
                        tuple(new WrsScene(178, 27), Pass.DAY),
                        tuple(new WrsScene(37, 217), Pass.NIGHT));
        assertThat(site.referencePeriods()).isEmpty();
        assertThat(site.bounds().widthMetres()).isCloseTo(7_000, within(100.0));
        assertThat(site.bounds().heightMetres()).isCloseTo(7_000, within(100.0));
        Feature outline = site.features(Role.SITE).getFirst();
        assertThat(outline.footprint().areaSquareMetres()).isCloseTo(Math.PI * 4e6, within(0.1e6));
        assertThat(plan.report())
                .anyMatch(line -> line.startsWith("day: 177/027 (border "))
                .anyMatch(line -> line.startsWith("night: 037/217"))
                .anyMatch(line -> line.contains("first two years"));
        assertThat(SiteFile.parse(plan.text(), "again")).isEqualTo(site);
    }

    @Test
    void largeBuildingsInsideAreFacilitiesAndThoseOutsideAreNeighbours() {
        rectangle(0, 0, 60, 40, "\"@id\":\"way/1\",\"name\":\"Blast furnace\"");
        rectangle(500, 500, 30.1, 30.1, "\"@id\":\"way/2\"");
        rectangle(2_500, 0, 60, 40, "\"@id\":\"way/3\",\"name\":\"Mill\"");
        rectangle(5_000, 0, 60, 40, "\"@id\":\"way/4\"");
        rectangle(3_480, 300, 60, 40, "\"@id\":\"way/5\"");
        PlannedSite plan = plan();
        Site site = plan.site();
        assertThat(site.features(Role.FACILITY)).extracting(Feature::id).containsExactly("way-1", "way-2");
        assertThat(site.features(Role.BUILDING)).extracting(Feature::id).containsExactly("way-3");
        Feature furnace = site.feature("way-1").orElseThrow();
        assertThat(furnace.name()).isEqualTo("Blast furnace");
        assertThat(furnace.source()).isEqualTo("openstreetmap");
        assertThat(furnace.accuracyMetres()).isEqualTo(15);
        assertThat(furnace.verified()).isFalse();
        assertThat(furnace.note()).contains("id in the source: way/1");
        assertThat(furnace.mayBeNamed()).isTrue();
        assertThat(site.feature("way-2").orElseThrow().name()).matches("Building at 47\\.86\\d\\d N 35\\.16\\d\\d E");
        ImportReport report = plan.imported().orElseThrow();
        assertThat(report.facilities()).isEqualTo(2);
        assertThat(report.neighbours()).isEqualTo(1);
        assertThat(report.file().outside()).isEqualTo(2);
        assertThat(report.sentences())
                .contains(
                        "5 features in works.geojsonl (openstreetmap, accuracy 15 m)",
                        "2 inside the outline of the site: role facility",
                        "1 outside it, inside the bounds: role building",
                        "2 not inside the bounds: left out");
    }

    @Test
    void smallOnesThatTouchAreJoinedAndOthersAreLeftOut() {
        for (int i = 0; i < 5; i++) {
            rectangle(20 * i, 0, 20, 12, "\"osm_id\":\"%d\"%s".formatted(10 + i, i == 3 ? ",\"name\":\"Hall\"" : ""));
        }
        rectangle(300, 0, 20, 12, "\"osm_id\":\"30\"");
        rectangle(320.5, 0, 20, 12, "\"osm_id\":\"31\"");
        rectangle(600, 0, 29.9, 29.9, "\"osm_id\":\"40\"");
        rectangle(700, 0, 30.1, 30.1, "\"osm_id\":\"41\"");
        PlannedSite plan = plan();
        assertThat(plan.site().features(Role.FACILITY))
                .extracting(Feature::id)
                .hasSize(2)
                .contains("b-41");
        Feature joined = plan.site().features(Role.FACILITY).getFirst();
        assertThat(joined.name()).isEqualTo("Hall");
        assertThat(joined.id()).matches("b-1[0-4]");
        assertThat(joined.footprint().areaSquareMetres()).isCloseTo(1_200, within(2.0));
        assertThat(joined.footprint().lonLat().getNumGeometries()).isEqualTo(1);
        ImportReport report = plan.imported().orElseThrow();
        assertThat(report.joined()).isEqualTo(5);
        assertThat(report.joinedInto()).isEqualTo(1);
        assertThat(report.tooSmall()).isEqualTo(3);
    }

    /** OpenStreetMap has parts inside buildings, and maps that are combined have the same building twice. */
    @Test
    void oneBuildingIsNotTwoFeatures() {
        rectangle(0, 0, 60, 40, "\"@id\":\"way/1\"");
        rectangle(5, 5, 40, 30, "\"@id\":\"way/2\"");
        rectangle(1, 1, 60, 40, "\"@id\":\"way/3\"");
        rectangle(55, 0, 60, 40, "\"@id\":\"way/4\"");
        PlannedSite plan = plan();
        assertThat(plan.site().features(Role.FACILITY))
                .hasSize(2)
                .extracting(Feature::id)
                .contains("way-4");
        assertThat(plan.imported().orElseThrow().overlapping()).isEqualTo(2);
    }

    @Test
    void idsDependOnTheSourceOrElseOnThePosition() {
        rectangle(0, 0, 60, 40, "\"height\":-1,\"confidence\":-1");
        rectangle(100, 0, 60, 40, "\"height\":-1,\"confidence\":-1");
        List<String> ids =
                plan().site().features(Role.FACILITY).stream().map(Feature::id).toList();
        assertThat(ids).hasSize(2).allMatch(id -> id.matches("at-47-86\\d\\d-n-35-16\\d\\d-e"));
        rectangle(-500, 0, 60, 40, "\"height\":-1,\"confidence\":-1");
        features.addFirst(features.removeLast());
        assertThat(plan().site().features(Role.FACILITY))
                .extracting(Feature::id)
                .containsAll(ids);
        assertThat(plan().site().features(Role.FACILITY))
                .allMatch(f -> f.source().equals("microsoft"));
    }

    @Test
    void anIdThatOccursTwiceIsNumbered() {
        rectangle(0, 0, 60, 40, "\"id\":\"Hall A\"");
        rectangle(100, 0, 60, 40, "\"id\":\"hall-a\"");
        rectangle(200, 0, 60, 40, "\"id\":\"Outline\"");
        rectangle(300, 0, 60, 40, "\"id\":\"Цех\"");
        List<String> ids =
                plan().site().features(Role.FACILITY).stream().map(Feature::id).toList();
        assertThat(ids).startsWith("hall-a", "hall-a-2", "outline-2").hasSize(4);
        assertThat(ids.getLast()).startsWith("at-47-");
        assertThat(plan().site().features(Role.FACILITY))
                .allMatch(f -> f.source().equals("works.geojsonl"));
    }

    @Test
    void outlinesAreWrittenCounterclockwise() {
        rectangle(0, 0, 60, 40, "");
        assertThat(SiteFile.parse(plan().text(), "site").features()).allSatisfy(feature -> {
            Polygon outline = (Polygon) feature.footprint().lonLat();
            assertThat(Orientation.isCCW(outline.getExteriorRing().getCoordinates()))
                    .isTrue();
        });
        assertThat(plan().text().lines().filter(line -> line.contains("\"Feature\"")))
                .hasSize(2);
    }

    /** 20,000 buildings with random places, of which many touch or overlap. */
    @Test
    void thousandsOfBuildingsTakeSeconds() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            rectangle(
                    random.nextInt(-3_300, 3_300),
                    random.nextInt(-3_300, 3_300),
                    random.nextInt(8, 45),
                    random.nextInt(8, 45),
                    "\"@id\":\"way/" + i + "\"");
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        PlannedSite plan = plan();
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9)
                .as("seconds of processor time")
                .isLessThan(30);
        ImportReport report = plan.imported().orElseThrow();
        assertThat(report.facilities() + report.neighbours()).isGreaterThan(500);
        assertThat(report.tooSmall()).isPositive();
        assertThat(report.overlapping()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        // Name, longitude, latitude, zone, scenes.
        "Kaesong, 126.63, 37.93, 32652, 116034 213210",
        "Mendoza, -68.857, -33.006, 32619, 232083 117161",
        "Avilés, -5.90, 43.55, 32630, 203030 204029 204030 044215 044214",
        "Ushuaia, -68.30, -54.80, 32619, 226098 227098 228098",
        "Suva, 178.44, -18.14, 32760, 074073 075072 075073",
        "Quito, -78.5, -0.2, 32617, 010060",
    })
    void anyPlaceOnLandHasAZoneAndScenes(String name, double longitude, double latitude, int epsg, String scenes) {
        Site site = new SitePlanner(SiteRequest.circle(name, longitude, latitude, 1_000))
                .withoutBuildings()
                .site();
        assertThat(site.utm().epsg() % 100).isBetween(epsg % 100 - 1, epsg % 100 + 1);
        assertThat(site.utm().isSouthern()).isFalse();
        List<WrsScene> listed = site.scenes().stream().map(WatchedScene::scene).toList();
        assertThat(listed).anySatisfy(scene -> assertThat(scenes).contains(scene.toString()));
        assertThat(site.scenes()).extracting(WatchedScene::pass).contains(Pass.DAY, Pass.NIGHT);
    }

    @Test
    void aNameWithoutLatinLettersGivesAnIdByPosition() {
        assertThat(site("Запоріжсталь").id()).isEqualTo("site-47-8600-n-35-1600-e");
        assertThat(site("Łódź Süd Straße").id()).isEqualTo("lodz-sud-strasse");
        assertThat(site("x".repeat(300)).id()).hasSize(94);
    }

    private static Site site(String name) {
        return new SitePlanner(SiteRequest.circle(name, LONGITUDE, LATITUDE, 1_000))
                .withoutBuildings()
                .site();
    }

    @Test
    void anOutlineTakesThePlaceOfTheRadius() {
        Geometry outline = new GeometryFactory().toGeometry(new Envelope(35.14, 35.18, 47.85, 47.87));
        SiteRequest request = new SiteRequest(
                "Works",
                Optional.of("works"),
                LONGITUDE,
                LATITUDE,
                0,
                Optional.of(outline),
                "outline.geojson",
                List.of(
                        new PlannedPeriod(LocalDate.of(2014, 1, 1), LocalDate.of(2015, 12, 31), false),
                        new PlannedPeriod(LocalDate.of(2016, 1, 1), LocalDate.of(2016, 12, 31), false)));
        Site site = new SitePlanner(request).withoutBuildings().site();
        assertThat(site.id()).isEqualTo("works");
        assertThat(site.features(Role.SITE).getFirst().source()).isEqualTo("outline.geojson");
        assertThat(site.referencePeriods()).hasSize(2);
        assertThat(site.bounds().widthMetres()).isCloseTo(0.04 * 111_320 * Math.cos(0.8353) + 3_000, within(50.0));
    }

    @Test
    void theKindOfAPeriodIsWrittenIfASiteOperatedInOne() {
        PlannedPeriod idle = new PlannedPeriod(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31), false);
        PlannedPeriod operating = new PlannedPeriod(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31), true);
        assertThat(text(List.of(idle))).contains("\"weight\":1").doesNotContain("kind");
        assertThat(text(List.of(operating))).contains("\"kind\":\"operating\"");
        assertThatThrownBy(() -> text(List.of(idle, operating)))
                .isInstanceOf(BadSite.class)
                .hasMessageContaining("keep the periods of one kind");
    }

    private static String text(List<PlannedPeriod> reference) {
        return new SitePlanner(new SiteRequest(
                        "Works", Optional.empty(), LONGITUDE, LATITUDE, 1_000, Optional.empty(), "", reference))
                .withoutBuildings()
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 84, 1000, Landsat shows nothing beyond 82.6 degrees",
        "0, -90, 1000, Landsat shows nothing beyond 82.6 degrees",
        "179.999, -17, 1000, cross the 180th meridian",
        "-179.99, 66, 1000, cross the 180th meridian",
        "35, 97, 1000, 'give the latitude first'",
        "35, 47, 10, 'the radius of 0.01 km is outside 0.1 to 23.5 km'",
        "35, 47, 40000, 'the radius of 40.00 km is outside 0.1 to 23.5 km'",
    })
    void whatCannotBeASiteIsRefused(double longitude, double latitude, double radius, String problem) {
        SiteRequest request = SiteRequest.circle("Works", longitude, latitude, radius);
        assertThatThrownBy(() -> new SitePlanner(request))
                .isInstanceOf(BadOutlines.class)
                .hasMessageStartingWith("Works: ")
                .hasMessageContaining(problem);
    }
}
