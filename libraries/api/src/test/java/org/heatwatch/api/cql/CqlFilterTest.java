package org.heatwatch.api.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A feature: state ON, excess 6.5, counted, at 126.63 37.93, name "O'Brien 100%", no score. */
final class CqlFilterTest {
    private static final Map<String, PropertyType> PROPERTIES = Map.of(
            "state", PropertyType.TEXT,
            "name", PropertyType.TEXT,
            "excess", PropertyType.NUMBER,
            "score", PropertyType.NUMBER,
            "counted", PropertyType.FLAG,
            "datetime", PropertyType.TIME,
            "geometry", PropertyType.GEOMETRY);

    private static final FilteredFeature FEATURE = new FilteredFeature() {
        private final Map<String, Object> values = new HashMap<>(Map.of(
                "state",
                "ON",
                "name",
                "O'Brien 100%",
                "excess",
                6.5,
                "counted",
                true,
                "datetime",
                Instant.parse("2025-11-04T02:11:07Z")));

        @Override
        public @Nullable Object value(String property) {
            return values.get(property);
        }

        @Override
        public Geometry geometry() {
            return new GeometryFactory().createPoint(new Coordinate(126.63, 37.93));
        }
    };

    static boolean passes(String filter) {
        return CqlFilter.parse(filter, PROPERTIES).passes(FEATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'ON'",
                "'ON' = state",
                "state <> 'OFF'",
                "\"state\" = 'ON'",
                "properties.excess > 6",
                "excess >= 6.5 AND excess <= 6.5e0",
                "excess < 7 and not (excess < 6)",
                "state='OFF' OR excess>6",
                "state = 'OFF' AND excess > 100 OR counted = TRUE",
                "score IS NULL",
                "excess IS NOT NULL",
                "excess BETWEEN 6 AND 7",
                "excess NOT BETWEEN -1 AND 1",
                "state IN ('OFF', 'ON')",
                "excess IN (1, 6.5)",
                "state NOT IN ('OFF')",
                "name LIKE 'O%'",
                "name LIKE '_''Brien%'",
                "name LIKE '%100\\%'",
                "name NOT LIKE 'o%'",
                "name = 'O''Brien 100%'",
                "name = 'O\\'Brien 100%'",
                "datetime > TIMESTAMP('2025-11-04T11:11:06+09:00')",
                "datetime >= DATE('2025-11-04') AND datetime < DATE('2025-11-05')",
                "datetime BETWEEN DATE('2025-01-01') AND TIMESTAMP('2026-01-01T00:00:00Z')",
                "S_INTERSECTS(geometry, BBOX(126.6, 37.9, 126.7, 38))",
                "S_INTERSECTS(geometry, POINT(126.63 37.93))",
                "s_intersects(geometry,POLYGON((126 37, 127 37, 127 38, 126 38, 126 37)))",
                "S_INTERSECTS(BBOX(170, -10, 126.7, 90), geometry)",
                "true",
                "NOT FALSE",
                "((((state = 'ON'))))",
            })
    void aFeatureThatMeetsTheConditionPasses(String filter) {
        assertThat(passes(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'OFF'",
                "NOT state = 'ON'",
                "excess > 6.5",
                "state = 'ON' AND (excess < 1 OR counted = false)",
                "name LIKE 'brien'",
                "S_INTERSECTS(geometry, BBOX(10, 50, 11, 51))",
                "datetime < DATE('2025-11-04')",
            })
    void aFeatureThatDoesNotMeetTheConditionDoesNotPass(String filter) {
        assertThat(passes(filter)).isFalse();
    }

    @Test
    void aConditionOnAnUnknownPropertyIsNeitherTrueNorFalse() {
        assertThat(passes("score > 1")).isFalse();
        assertThat(passes("NOT score > 1")).isFalse();
        assertThat(passes("score NOT IN (1)")).isFalse();
        assertThat(passes("score > 1 OR state = 'ON'")).isTrue();
        assertThat(passes("NOT (score > 1 AND state = 'OFF')")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    state == 'ON'                   | character 8: '=' is not a property or a value
                    sate = 'ON'                     | character 1: 'sate' is not a property; properties are counted
                    state = ON                      | character 9: 'ON' is not a property
                    excess > '6'                    | character 10: '6' is of another type; compare with a number
                    state = 'ON' state = 'OFF'      | character 14: 'state' is not expected here; join conditions with AND
                    (state = 'ON'                   | character 14: the end is not expected here; write )
                    state = 'ON                     | character 9: a quotation mark that is not closed
                    state # 'ON'                    | character 7: '#' is not part of CQL2
                    state                           | character 6: the end is not a comparison; write =
                    state NOT 'ON'                  | character 11: 'ON' is not expected after NOT
                    excess LIKE '6%'                | character 1: 'excess' cannot be used with LIKE
                    name BETWEEN 1 AND 2            | character 1: 'name' cannot be used with BETWEEN
                    datetime > DATE('yesterday')    | character 17: 'yesterday' is not a time; write a time, for example
                    datetime > '2025-11-04'         | character 12: '2025-11-04' is of another type; compare with a time
                    geometry = 'here'               | character 1: 'geometry' can only be used in S_INTERSECTS
                    S_INTERSECTS(state, POINT(1 2)) | character 14: 'state' is not the geometry
                    S_INTERSECTS(geometry, state)   | character 24: 'state' is not a geometry; write POINT
                    S_INTERSECTS(geometry, BBOX(1)) | character 24: 'BBOX(1)' is not a geometry; write for example
                    S_INTERSECTS(geometry, POINT(1  | character 29: a parenthesis that is not closed
                    S_INTERSECTS(geometry, POINT(900 2)) | character 24: 'POINT(900 2)' is not a geometry
                    excess > 1e999                  | character 10: '1e999' is too large
                    """)
    void anInvalidFilterNamesPositionAndRemedy(String filter, String message) {
        assertThatThrownBy(() -> passes(filter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anEmptyFilterIsInvalid() {
        assertThatThrownBy(() -> passes("  ")).hasMessageContaining("the end is not a property or a value");
    }

    @Test
    void depthLengthAndNumberOfValuesAreLimited() {
        assertThatThrownBy(() -> passes("(".repeat(1000) + "true" + ")".repeat(1000)))
                .hasMessageContaining("nested more than 30 deep");
        assertThatThrownBy(() -> passes("NOT ".repeat(500) + "true")).hasMessageContaining("nested more than 30 deep");
        assertThatThrownBy(() -> passes("true" + " ".repeat(5000))).hasMessage("longer than 4000 characters");
        assertThatThrownBy(() -> passes("excess IN (" + "1,".repeat(300) + "1)"))
                .hasMessageContaining("more than 200 values");
        assertThat(passes("name LIKE '" + "%a".repeat(100) + "'"))
                .as("takes no time")
                .isFalse();
    }
}
