package org.heatwatch.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SharedDefects;
import org.heatwatch.errors.SiteDefect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Site files as QGIS, GDAL and other programs write them after an edit. */
final class EditedSiteTest {
    private static final String CORNERS = "[126.61, 37.92], [126.612, 37.92], [126.612, 37.922], [126.61, 37.922]";

    /** A definition whose features have these texts. */
    private static String site(String members, List<String> features) {
        return """
                {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
                 %s "bounds": [126.60, 37.91, 126.65, 37.95], "features": [%s]}
                """.formatted(members, String.join(",\n", features));
    }

    private static String feature(String outerId, String id, String properties, String geometry) {
        return """
                {"type": "Feature", %s "properties": {"id": "%s", "name": "Hall", "role": "facility",
                  "source": "imagery", "accuracyMetres": 5, "verified": true %s}, "geometry": %s}
                """.formatted(outerId, id, properties, geometry);
    }

    private static String polygon(String corners) {
        String first = corners.substring(0, corners.indexOf(']') + 1);
        return "{\"type\": \"Polygon\", \"coordinates\": [[" + corners + ", " + first + "]]}";
    }

    private static Site read(String features) {
        return SiteFile.parse(site("", List.of(features)), "here.geojson");
    }

    private static BadSite refused(String text) {
        BadSite refused = catchThrowableOfType(BadSite.class, () -> SiteFile.parse(text, "here.geojson"));
        assertThat(refused).isNotNull();
        return refused;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\": 0,", "\"id\": 17,", "\"id\": null,", "\"id\": \"hall\",", ""})
    void theRowNumberThatATableEditorWritesAsIdIsIgnored(String outerId) {
        assertThat(read(feature(outerId, "hall", "", polygon(CORNERS))).feature("hall"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"operator\": \"\"",
                ", \"operator\": \"  \", \"note\": \"\"",
                ", \"operator\": null, \"products\": \"\"",
                ", \"note\": \"\", \"products\": null"
            })
    void anEmptyTextIsAMissingMember(String properties) {
        Feature hall = read(feature("", "hall", properties, polygon(CORNERS)))
                .feature("hall")
                .orElseThrow();
        assertThat(hall.operator()).isEmpty();
        assertThat(hall.note()).isEmpty();
        assertThat(hall.products()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"steel\", \"coke\"]",
                "\"[ \\\"steel\\\", \\\"coke\\\" ]\"",
                "\" [\\\"steel\\\",\\\"coke\\\"]\""
            })
    void aListThatWasWrittenAsTextIsRead(String products) {
        assertThat(read(feature("", "hall", ", \"products\": " + products, polygon(CORNERS)))
                        .feature("hall")
                        .orElseThrow()
                        .products())
                .containsExactly("steel", "coke");
    }

    @Test
    void anOutlineInACollectionOfGeometriesIsRead() {
        String one = "{\"type\": \"GeometryCollection\", \"geometries\": [" + polygon(CORNERS) + "]}";
        String two = "{\"type\": \"GeometryCollection\", \"geometries\": [" + polygon(CORNERS) + ", "
                + polygon("[126.62, 37.92], [126.622, 37.92], [126.622, 37.922], [126.62, 37.922]") + "]}";
        assertThat(outline(one).getGeometryType()).isEqualTo("Polygon");
        assertThat(outline(two).getNumGeometries()).isEqualTo(2);
        assertThat(refused(site("", List.of(feature("", "hall", "", "{\"type\": \"GeometryCollection\"}")))))
                .hasMessageContaining("hall: the geometry has no rings");
        String point =
                "{\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\", \"coordinates\": [1, 2]}]}";
        assertThat(refused(site("", List.of(feature("", "hall", "", point)))))
                .hasMessageContaining("the geometry is a Point, not a Polygon");
    }

    private static Geometry outline(String geometry) {
        return read(feature("", "hall", "", geometry))
                .feature("hall")
                .orElseThrow()
                .footprint()
                .lonLat();
    }

    /** Outer rings counterclockwise and holes clockwise, however they were drawn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"Polygon\", \"coordinates\": [OUTER, HOLE]}",
                "{\"type\": \"Polygon\", \"coordinates\": [RETUO, HOLE]}",
                "{\"type\": \"Polygon\", \"coordinates\": [OUTER, ELOH]}",
                "{\"type\": \"Polygon\", \"coordinates\": [RETUO, ELOH]}",
                "{\"type\": \"MultiPolygon\", \"coordinates\": [[RETUO, ELOH]]}",
                "{\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Polygon\", \"coordinates\": [RETUO]}]}",
            })
    void outlinesAreTurnedAsGeoJsonRequires(String geometry) {
        String outer = "[126.61, 37.92], [126.614, 37.92], [126.614, 37.924], [126.61, 37.924], [126.61, 37.92]";
        String hole = "[126.612, 37.922], [126.612, 37.923], [126.613, 37.923], [126.613, 37.922], [126.612, 37.922]";
        Polygon read = (Polygon) outline(geometry.replace("OUTER", "[" + outer + "]")
                        .replace("HOLE", "[" + hole + "]")
                        .replace("RETUO", "[" + backwards(outer) + "]")
                        .replace("ELOH", "[" + backwards(hole) + "]"))
                .getGeometryN(0);
        assertThat(Orientation.isCCW(read.getExteriorRing().getCoordinates())).isTrue();
        for (int i = 0; i < read.getNumInteriorRing(); i++) {
            assertThat(Orientation.isCCW(read.getInteriorRingN(i).getCoordinates()))
                    .isFalse();
        }
    }

    @Test
    void turningAnOutlineKeepsItsArea() {
        Site drawn = read(feature("", "hall", "", polygon(CORNERS)));
        Site turned = read(feature("", "hall", "", polygon(backwards(CORNERS))));
        assertThat(Arrays.stream(turned.feature("hall")
                                .orElseThrow()
                                .footprint()
                                .lonLat()
                                .getCoordinates())
                        .map(Coordinate::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(polygonOf(turned).getCoordinates())
                                .map(Coordinate::toString)
                                .toList());
        assertThat(polygonOf(turned).getArea()).isEqualTo(polygonOf(drawn).getArea());
    }

    private static Geometry polygonOf(Site site) {
        return site.feature("hall").orElseThrow().footprint().lonLat();
    }

    private static String backwards(String corners) {
        List<String> all = Arrays.asList(corners.split("(?<=]), "));
        return all.reversed().stream().collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "urn:ogc:def:crs:OGC::CRS84",
                "urn:ogc:def:crs:EPSG::4326",
                "EPSG:4326",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
            })
    void aMemberCrsThatStatesLongitudeAndLatitudeIsAccepted(String name) {
        String crs = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"" + name + "\"}},";
        assertThat(SiteFile.parse(site(crs, List.of(feature("", "hall", "", polygon(CORNERS)))), "here.geojson")
                        .features())
                .hasSize(1);
        assertThat(SiteFile.parse(site("\"crs\": null,", List.of()), "here.geojson")
                        .features())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ogc:def:crs:EPSG::3857",
                "EPSG:32652",
                "urn:ogc:def:crs:EPSG::5186",
                "EPSG:14326",
                "ESRI:54009"
            })
    void anotherCrsIsNamedOnceWithTheRemedy(String name) {
        String crs = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"" + name + "\"}},";
        List<String> features = IntStream.range(0, 68)
                .mapToObj(i -> feature(
                        "",
                        "hall-" + i,
                        "",
                        polygon("[14095667.3, 4568959.9], [14098153.3, 4569445.1], "
                                + "[14097841.6, 4571055.3], [14095355.6, 4570570.0]")))
                .toList();
        BadSite refused = refused(site(crs, features));
        assertThat(refused.defects())
                .singleElement()
                .satisfies(defect ->
                        assertThat(defect.toString()).contains(name, "EPSG:4326", "QGIS", "ogr2ogr -t_srs EPSG:4326"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[14095667.3, 4568959.9], [14098153.3, 4569445.1], [14097841.6, 4571055.3]",
                "[291432.5, 4200113.0], [291532.5, 4200113.0], [291532.5, 4200213.0]",
                "[500.5, 612.0], [700.5, 612.0], [700.5, 812.0]",
                "[37.92, 4200113.0], [37.93, 4200113.0], [37.93, 4200213.0]",
            })
    void metresAreNamedOnceWithTheRemedy(String corners) {
        List<String> features = IntStream.range(0, 68)
                .mapToObj(i -> feature("", "hall-" + i, "", polygon(corners)))
                .toList();
        assertThat(refused(site("", features)).defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.toString())
                        .contains("metres of a map projection, not degrees", "QGIS", "ogr2ogr -s_srs EPSG:CODE"));
    }

    @Test
    void exchangedBoundsAreNamed() {
        String text = site("", List.of(feature("", "hall", "", polygon(CORNERS))))
                .replace("[126.60, 37.91, 126.65, 37.95]", "[37.91, 126.60, 37.95, 126.65]");
        assertThat(refused(text).defects())
                .singleElement()
                .satisfies(
                        defect -> assertThat(defect.problem()).contains("longitude and latitude seem to be exchanged"));
    }

    @Test
    void anIdHasAtMost100Characters() {
        String longest = "a".repeat(100);
        assertThat(read(feature("", longest, "", polygon(CORNERS))).feature(longest))
                .isPresent();
        assertThat(refused(site("", List.of(feature("", longest + "b", "", polygon(CORNERS)))))
                        .defects())
                .extracting(SiteDefect::toString)
                .containsExactly("feature 1: id 'aaaaaaaaaaaaaaaaaaaa...' is 101 characters long, more than 100"
                        + " - use at most 100 characters");
        assertThat(refused(site("", List.of()).replace("\"here\"", "\"" + "x".repeat(120) + "\""))
                        .defects())
                .extracting(SiteDefect::problem)
                .containsExactly("id 'xxxxxxxxxxxxxxxxxxxx...' is 120 characters long, more than 100");
    }

    @Test
    void aDefectThatManyFeaturesShareIsOneSentence() {
        List<String> outside = IntStream.range(0, 68)
                .mapToObj(i -> feature(
                        "",
                        "hall-" + i,
                        "",
                        polygon(CORNERS.replace("126.61", String.format(Locale.ROOT, "128.%02d", i)))))
                .toList();
        BadSite refused = refused(site("", outside));
        assertThat(refused.defects()).hasSize(68);
        assertThat(refused)
                .hasMessageStartingWith(
                        "here.geojson: 68 defects: (1) 68 features (hall-0, hall-1, hall-2 and 65 more):"
                                + " outside the bounds at [128.0, 37.92], the others likewise - move it")
                .hasMessageNotContaining("(2)");
    }

    @Test
    void sharedDefectsKeepTheirOrderAndDifferentOnesApart() {
        List<SiteDefect> defects = List.of(
                new SiteDefect("collection", "missing member name", "add it"),
                new SiteDefect("a", "covers 12 m2", "trace it"),
                new SiteDefect("b", "missing id", "add it"),
                new SiteDefect("c", "covers 13 m2", "trace it"),
                new SiteDefect("d", "covers 14 m2", "trace it"),
                new SiteDefect("e", "missing id", "add it"));
        assertThat(SharedDefects.combined(defects))
                .extracting(SiteDefect::toString)
                .containsExactly(
                        "collection: missing member name - add it",
                        "3 features (a, c, d): covers 12 m2, the others likewise - trace it",
                        "b: missing id - add it",
                        "e: missing id - add it");
        assertThat(SharedDefects.combined(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"features\": [],", "\"features\": [,]", "\"reference\": [1,],", "\"name\": \"Here\",,"})
    void aCommaTooManyIsOneSentenceWithItsPlace(String text) {
        String member = text.substring(0, text.indexOf(':'));
        String line = "\n" + text + "\n";
        assertThat(refused("{\"type\": \"FeatureCollection\"," + line + "}").defects())
                .as(member)
                .singleElement()
                .satisfies(defect -> assertThat(defect.problem()).contains("not valid JSON, line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", " \t"})
    void anyLineBreakIsRead(String separator) {
        String text =
                site("", List.of(feature("", "hall", "", polygon(CORNERS)))).replace("\n", separator);
        assertThat(SiteFile.parse("\uFEFF" + text, "here.geojson").features()).hasSize(1);
    }

    /** 900 buildings with 12 corners are 0.6 MB of text, 10,000 are 6 MB. */
    @ParameterizedTest
    @ValueSource(ints = {900, 2_000, 5_000, 10_000})
    void aSiteOfThousandsOfBuildingsIsReadWithinSeconds(int count) {
        List<String> features = IntStream.range(0, count)
                .mapToObj(i -> {
                    double east = 126.601 + 0.00048 * (i % 100);
                    double north = 37.911 + 0.00038 * Math.floorDiv(i, 100);
                    return feature("", "hall-" + i, "", polygon(circle(east, north)))
                            .replace("facility", "building");
                })
                .toList();
        String text = site("", features);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Site site = SiteFile.parse(text, "here.geojson");
        assertThat(site.features(Role.BUILDING)).hasSize(count);
        assertThat(site.warnings()).isNotNull();
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9)
                .as("seconds of processor time")
                .isLessThan(10);
    }

    private static String circle(double east, double north) {
        return IntStream.range(0, 12)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "[%.7f, %.7f]",
                        east + 1.2e-4 * Math.cos(i * Math.PI / 6),
                        north + 5e-5 * Math.sin(i * Math.PI / 6)))
                .collect(Collectors.joining(", "));
    }
}
