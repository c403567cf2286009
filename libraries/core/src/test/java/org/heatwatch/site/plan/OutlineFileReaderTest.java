package org.heatwatch.site.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.BadOutlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** Files of outlines in the forms in which public maps give them. */
final class OutlineFileReaderTest {
    private static final Envelope AREA = new Envelope(35.1, 35.2, 47.8, 47.9);
    private static final String RING =
            "[[35.15, 47.85], [35.151, 47.85], [35.151, 47.851], [35.15, 47.851], [35.15, 47.85]]";
    private static final String POLYGON = "{\"type\": \"Polygon\", \"coordinates\": [" + RING + "]}";

    /** As Overpass turbo exports it. */
    private static final String OPENSTREETMAP = """
            {"type": "FeatureCollection", "generator": "overpass-turbo", "copyright": "ODbL",
             "timestamp": "2026-01-01T00:00:00Z", "features": [
              {"type": "Feature", "properties": {"@id": "way/101", "building": "industrial", "name": "Цех",
                "name:en": "Rolling mill"}, "geometry": %1$s, "id": "way/101"},
              {"type": "Feature", "properties": {"@id": "relation/7", "building": "yes", "type": "multipolygon"},
                "geometry": {"type": "MultiPolygon", "coordinates": [[%2$s]]}, "id": "relation/7"},
              {"type": "Feature", "properties": {"@id": "node/9", "building": "yes"},
                "geometry": {"type": "Point", "coordinates": [35.15, 47.85]}, "id": "node/9"},
              {"type": "Feature", "properties": {"@id": "way/102"},
                "geometry": {"type": "LineString", "coordinates": [[35.15, 47.85], [35.16, 47.85]]}, "id": "way/102"}]}
            """.formatted(POLYGON, RING);

    /** As overturemaps writes it. */
    private static final String OVERTURE = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": %s, "properties": {"id": "08b2c3a4-55dd-4f0a-b8f2-1d2e3f405162", "version": 1,
              "sources": [{"property": "", "dataset": "OpenStreetMap"}], "names": {"primary": "Цех", "common": {}},
              "height": 12.5, "has_parts": false}}]}
            """.formatted(POLYGON);

    /** As ogr2ogr writes it: nested members are texts. */
    private static final String OVERTURE_BY_GDAL = """
            {"type": "Feature", "properties": {"id": "08b2c3a4", "version": 1, "sources": "[ { } ]",
              "names": "{ \\"primary\\": \\"Цех\\", \\"common\\": { \\"en\\": \\"Works\\" } }"}, "geometry": %s}
            """.formatted(POLYGON).replace("\n", " ");

    /** As in a tile of Microsoft's, one feature on each line. */
    private static final String MICROSOFT = """
            {"type":"Feature","properties":{"height":-1.0,"confidence":-1.0},"geometry":%1$s}
            {"type":"Feature","properties":{"height":7.5,"confidence":0.9},"geometry":%1$s}
            """.formatted(POLYGON);

    @TempDir
    private Path folder;

    private static OutlineFile read(String text) {
        return OutlineFileReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "works.geojson", AREA);
    }

    @Test
    void anExportOfOpenStreetMap() {
        OutlineFile file = read(OPENSTREETMAP);
        assertThat(file.source()).isEqualTo(MapSource.OPENSTREETMAP);
        assertThat(file.outlines())
                .extracting(ImportedOutline::sourceId, ImportedOutline::name)
                .containsExactly(
                        tuple(Optional.of("way/101"), Optional.of("Rolling mill")),
                        tuple(Optional.of("relation/7"), Optional.empty()));
        assertThat(file.features()).isEqualTo(4);
        assertThat(file.notOutlines()).isEqualTo(2);
    }

    @Test
    void outlinesOfOverture() {
        OutlineFile file = read(OVERTURE);
        assertThat(file.source()).isEqualTo(MapSource.OVERTURE);
        assertThat(file.outlines()).singleElement().satisfies(outline -> {
            assertThat(outline.sourceId()).contains("08b2c3a4-55dd-4f0a-b8f2-1d2e3f405162");
            assertThat(outline.name()).contains("Цех");
        });
        OutlineFile lines = read(OVERTURE_BY_GDAL);
        assertThat(lines.source()).isEqualTo(MapSource.OVERTURE);
        assertThat(lines.outlines())
                .singleElement()
                .satisfies(outline -> assertThat(outline.name()).contains("Works"));
    }

    @Test
    void linesOfMicrosoft() {
        OutlineFile file = read(MICROSOFT);
        assertThat(file.source()).isEqualTo(MapSource.MICROSOFT);
        assertThat(file.outlines())
                .hasSize(2)
                .allMatch(outline -> outline.sourceId().isEmpty());
    }

    @Test
    void otherFormsOfGeoJson() {
        String feature = "{\"type\": \"Feature\", \"properties\": {\"osm_id\": \"55\"}, \"geometry\": " + POLYGON + "}";
        assertThat(read(feature).outlines())
                .singleElement()
                .satisfies(outline -> assertThat(outline.sourceId()).contains("55"));
        assertThat(read("\u001E" + feature + "\n\u001E" + feature.replace("55", "56"))
                        .outlines())
                .hasSize(2);
        assertThat(read("\uFEFF" + feature + "\r\n\r\n" + feature).outlines())
                .as("the same id twice is one building")
                .hasSize(1);
        assertThat(read(POLYGON).outlines()).hasSize(1);
        assertThat(read("{\"type\": \"GeometryCollection\", \"geometries\": [" + POLYGON + "]}")
                        .outlines())
                .hasSize(1);
        assertThat(read("{\"features\": [" + feature + "], \"type\": \"FeatureCollection\", \"crs\": null}")
                        .outlines())
                .hasSize(1);
    }

    /** Outlines of maps may cross themselves, be open or have no area. */
    @Test
    void aCrossedOutlineIsMendedAndOneWithoutAreaIsCounted() {
        String crossed = POLYGON.replace("[35.151, 47.85], [35.151, 47.851]", "[35.151, 47.851], [35.151, 47.85]");
        String flat = POLYGON.replace("47.851", "47.85");
        String open = POLYGON.replace(", [35.15, 47.85]]", "]");
        OutlineFile file = read("{\"type\": \"FeatureCollection\", \"features\": ["
                + String.join(
                        ",",
                        List.of(crossed, flat, open).stream()
                                .map(geometry ->
                                        "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": " + geometry + "}")
                                .toList())
                + "]}");
        assertThat(file.outlines())
                .singleElement()
                .satisfies(outline -> assertThat(outline.lonLat().isValid()).isTrue());
        assertThat(file.defective()).isEqualTo(2);
    }

    @Test
    void outlinesOutsideTheAreaAreOnlyCounted() {
        OutlineFile file = read(POLYGON + POLYGON.replace("35.15", "36.15") + POLYGON.replace("47.851", "47.951"));
        assertThat(file.outlines()).hasSize(1);
        assertThat(file.outside()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<osm version='0.6'> | is XML or HTML, not GeoJSON | osmtogeojson",
                "PAR1.... | is a Parquet file | ogr2ogr -f GeoJSONSeq -t_srs EPSG:4326",
                "SQLite format 3 | is a GeoPackage | ogr2ogr",
                "{\"version\": 0.6, \"osm3s\": {}, \"elements\": [{\"type\": \"way\"}]} | is the JSON form of Overpass | Export > GeoJSON",
                "{\"type\": \"FeatureCollection\", \"features\": []} | has no GeoJSON features | GeoJSON lines",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": | not valid JSON in line 1 | again",
                "id,wkt | not valid JSON in line 1 | again",
                "[1, 2] | not valid JSON in line 1: expected a GeoJSON object | again",
            })
    void anotherFormatIsNamedWithTheRemedy(String text, String problem, String advice) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadOutlines.class)
                .hasMessageStartingWith("works.geojson: ")
                .hasMessageContainingAll(problem, advice)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aCompressedFileIsNamedWithTheRemedy() throws IOException {
        Path file = Files.write(folder.resolve("120202.csv.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0});
        assertThatThrownBy(() -> OutlineFileReader.read(file, AREA))
                .hasMessage("120202.csv.gz: is compressed, not GeoJSON;"
                        + " decompress it first: gunzip -c FILE.csv.gz > FILE.geojsonl");
        assertThatThrownBy(() -> OutlineFileReader.read(folder.resolve("none"), AREA))
                .hasMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::3857\"}}, \"features\": [F]}",
                "{\"type\": \"FeatureCollection\", \"features\": [F], \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"EPSG:32636\"}}}",
                "{\"type\": \"FeatureCollection\", \"features\": [M]}",
                "M\nM",
            })
    void otherCoordinatesThanDegreesAreNamedWithTheRemedy(String form) {
        String feature = "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": " + POLYGON + "}";
        String metres = feature.replace("35.15", "362015.3").replace("47.85", "5302113.2");
        assertThatThrownBy(() -> read(form.replace("F]", feature + "]").replaceAll("\\bM\\b", metres)))
                .isInstanceOf(BadOutlines.class)
                .hasMessageContainingAll("ogr2ogr", "EPSG:4326");
    }

    @Test
    void anOutlineOfTheSiteIsAllPolygonsOfItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("outline.geojson"), POLYGON);
        assertThat(OutlineFileReader.readOutline(file).getArea()).isPositive();
        Path points = Files.writeString(
                folder.resolve("points.geojson"),
                "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}");
        assertThatThrownBy(() -> OutlineFileReader.readOutline(points)).hasMessageContaining("has no polygon");
    }
}
