package org.heatwatch.api.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters in JSON on the feature of {@link CqlFilterTest}. Apostrophes stand for quotation marks. */
final class CqlJsonTest {
    private static boolean passes(String filter) {
        return CqlFilterTest.passes(filter.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op': '=', 'args': [{'property': 'state'}, 'ON']}",
                "{'op': '=', 'args': ['ON', {'property': 'state'}]}",
                "{'op': '<>', 'args': [{'property': 'properties.state'}, 'OFF']}",
                "{'op': 'and', 'args': [{'op': '>=', 'args': [{'property': 'excess'}, 6.5]}, true]}",
                "{'op': 'or', 'args': [false, {'op': '<', 'args': [{'property': 'excess'}, 7]}]}",
                "{'op': 'not', 'args': [{'op': 'isNull', 'args': [{'property': 'excess'}]}]}",
                "{'op': 'isNull', 'args': [{'property': 'score'}]}",
                "{'op': '=', 'args': [{'property': 'counted'}, true]}",
                "{'op': 'between', 'args': [{'property': 'excess'}, 6, 7]}",
                "{'op': 'in', 'args': [{'property': 'state'}, ['OFF', 'ON']]}",
                "{'op': 'like', 'args': [{'property': 'name'}, 'O_Brien%']}",
                "{'op': '>', 'args': [{'property': 'datetime'}, {'timestamp': '2025-11-04T11:11:06+09:00'}]}",
                "{'op': '>=', 'args': [{'property': 'datetime'}, {'date': '2025-11-04'}]}",
                "{'op': 's_intersects', 'args': [{'property': 'geometry'}, {'bbox': [126.6, 37.9, 126.7, 38]}]}",
                "{'op': 's_intersects', 'args': [{'bbox': [170, -10, 126.7, 90]}, {'property': 'geometry'}]}",
                "{'op': 's_intersects', 'args': [{'property': 'geometry'}, {'type': 'Polygon', 'coordinates': "
                        + "[[[126, 37], [127, 37], [127, 38], [126, 38], [126, 37]]]}]}",
            })
    void aFeatureThatMeetsTheConditionPasses(String filter) {
        assertThat(passes(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op': '=', 'args': [{'property': 'state'}, 'OFF']}",
                "{'op': '>', 'args': [{'property': 'score'}, 1]}",
                "{'op': 'not', 'args': [{'op': '>', 'args': [{'property': 'score'}, 1]}]}",
                "{'op': 'in', 'args': [{'property': 'excess'}, [1, 2]]}",
                "{'op': 's_intersects', 'args': [{'property': 'geometry'}, {'bbox': [10, 50, 11, 51]}]}",
            })
    void aFeatureThatDoesNotMeetTheConditionDoesNotPass(String filter) {
        assertThat(passes(filter)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'op': '='                                       | not valid JSON; write an object such as
                    {'op': '=', 'args': [1, 1]} x                    | not valid JSON; write an object such as
                    {'state': 'ON'}                                  | the filter: {"state":"ON"} is not a condition; write an object
                    {'op': 'equals', 'args': [1, 1]}                 | /op: "equals" is not an operator; operators are and, or
                    {'op': '=', 'args': [{'property': 'sate'}, 'ON']}  | /args/0: {"property":"sate"} is not a property; properties are counted
                    {'op': '=', 'args': [{'property': 'excess'}, '6']} | /args/1: "6" is of another type; compare with a number
                    {'op': '=', 'args': [{'property': 'state'}]}     | /args: [{"property":"state"}] write an array of 2 for "="
                    {'op': 'isNull'}                                 | /args is missing; write an array of 1 for "isNull"
                    {'op': 'and', 'args': [true]}                    | /args: [true] write an array of two or more conditions
                    {'op': 'and', 'args': [true, 'ON']}              | /args/1: "ON" is not a condition
                    {'op': 'like', 'args': [{'property': 'excess'}, '6%']} | /args/0: {"property":"excess"} cannot be used with like, which needs a text
                    {'op': 'between', 'args': [{'property': 'name'}, 1, 2]} | /args/0: {"property":"name"} cannot be used with between
                    {'op': 'in', 'args': [{'property': 'state'}, 'ON']} | /args/1: "ON" is not a list
                    {'op': '>', 'args': [{'property': 'datetime'}, {'date': 'yesterday'}]} | /args/1: {"date":"yesterday"} is not a time; write a time
                    {'op': '>', 'args': [{'property': 'datetime'}, '2025-11-04']} | /args/1: "2025-11-04" is of another type; compare with a time
                    {'op': '=', 'args': [{'property': 'geometry'}, 'here']} | /args/0: {"property":"geometry"} can only be used in s_intersects
                    {'op': 's_intersects', 'args': [{'property': 'state'}, {'bbox': [1, 2, 3, 4]}]} | /args/0: {"property":"state"} is not the geometry
                    {'op': 's_intersects', 'args': [{'property': 'geometry'}, {'bbox': [1]}]} | /args/1: {"bbox":[1]} is not a geometry; write for example
                    {'op': 's_intersects', 'args': [{'property': 'geometry'}, {'type': 'Point'}]} | /args/1: {"type":"Point"} is not a geometry
                    {'op': 's_intersects', 'args': [{'property': 'geometry'}, {'type': 'Point', 'coordinates': [900, 2]}]} | /args/1: {"type":"Point","coordinates":[900,2]} is not a geometry
                    {'op': '>', 'args': [{'property': 'excess'}, 1e999]} | /args/1:
                    {'op': '=', 'args': [{'property': 'excess'}, null]} | /args/1: null is not a property or a value
                    """)
    void anInvalidFilterNamesPlaceAndRemedyInOneLine(String filter, String message) {
        assertThatThrownBy(() -> passes(filter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void depthLengthAndNumberOfValuesAreLimited() {
        String deep = "{'op': 'not', 'args': [".repeat(50) + "true" + "]}".repeat(50);
        assertThatThrownBy(() -> passes(deep)).hasMessageContaining("nested more than 30 deep");
        assertThatThrownBy(() -> passes("{" + " ".repeat(5000) + "}")).hasMessage("longer than 4000 characters");
        String values = "1,".repeat(300) + "1";
        assertThatThrownBy(() -> passes("{'op': 'in', 'args': [{'property': 'excess'}, [" + values + "]]}"))
                .hasMessageContaining("more than 200 values");
    }
}
