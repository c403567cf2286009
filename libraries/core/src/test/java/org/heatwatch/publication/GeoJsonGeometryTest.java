package org.heatwatch.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Orientation of rings in answers and exports: outer rings counterclockwise, holes clockwise. */
final class GeoJsonGeometryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((0 0, 0 3, 3 3, 3 0, 0 0))",
                "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))",
                "POLYGON ((0 0, 0 3, 3 3, 3 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
                "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
                "MULTIPOLYGON (((0 0, 0 3, 3 3, 3 0, 0 0)), ((5 0, 6 0, 6 1, 5 1, 5 0)))",
            })
    void ringsHaveTheOrientationOfRfc7946(String wkt) throws ParseException {
        Geometry geometry = new WKTReader().read(wkt);
        JsonNode json = GeoJsonGeometry.of(geometry);
        boolean multiple = json.path("type").asText().equals("MultiPolygon");
        assertThat(multiple).isEqualTo(wkt.startsWith("MULTI"));
        JsonNode coordinates = json.path("coordinates");
        for (JsonNode polygon :
                multiple ? coordinates : JsonNodeFactory.instance.arrayNode().add(coordinates)) {
            for (int ring = 0; ring < polygon.size(); ring++) {
                assertThat(twiceArea(polygon.path(ring)) > 0)
                        .as(json.toString())
                        .isEqualTo(ring == 0);
            }
        }
    }

    /** Twice the area of a ring: positive if it is counterclockwise. */
    private static double twiceArea(JsonNode ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            JsonNode from = ring.path(i - 1);
            JsonNode to = ring.path(i);
            sum += from.path(0).asDouble() * to.path(1).asDouble()
                    - to.path(0).asDouble() * from.path(1).asDouble();
        }
        return sum;
    }
}
