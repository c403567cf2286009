package org.heatwatch.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.errors.SiteDefect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid settings that cannot work. */
final class SiteWarningsTest {
    private static final String DAY = "{\"path\": 177, \"row\": 27, \"pass\": \"day\"}";
    private static final String NIGHT = "{\"path\": 37, \"row\": 217, \"pass\": \"night\"}";

    private static String site(String scenes, String reference, String... features) {
        return """
                {"type": "FeatureCollection", "id": "works", "name": "Works", "utmZone": 32636, "scenes": [%s],
                 "reference": [%s], "bounds": [35.11, 47.82, 35.21, 47.90], "features": [%s]}
                """.formatted(scenes, reference, String.join(",", features));
    }

    private static String hall(String id, double west, double south) {
        return feature(id, "facility", west, south, 0.001);
    }

    private static String feature(String id, String role, double west, double south, double size) {
        double east = west + size;
        double north = south + size;
        return """
                {"type": "Feature", "properties": {"id": "%s", "name": "Hall", "role": "%s", "source": "imagery",
                 "accuracyMetres": 5, "verified": true}, "geometry": {"type": "Polygon", "coordinates":
                 [[[%3$s, %4$s], [%5$s, %4$s], [%5$s, %6$s], [%3$s, %6$s], [%3$s, %4$s]]]}}
                """.formatted(id, role, west, south, east, north);
    }

    private static List<String> warnings(String text) {
        return SiteFile.parse(text, "works.geojson").warnings().stream()
                .map(SiteDefect::toString)
                .toList();
    }

    @Test
    void aSiteThatCanWorkHasNoWarning() {
        String period = "{\"from\": \"2014-01-01\", \"to\": \"2015-12-31\", \"weight\": 1}";
        assertThat(warnings(site(DAY + "," + NIGHT, period, hall("hall", 35.15, 47.85))))
                .isEmpty();
        assertThat(warnings(site(DAY + "," + NIGHT, "", hall("hall", 35.15, 47.85))))
                .isEmpty();
    }

    /** The definition of another place with its coordinates replaced is valid, but no product shows the site. */
    @ParameterizedTest
    @CsvSource({
        "116, 34, day",
        "177, 26, day",
        "176, 27, day",
        "36, 217, night",
        "178, 28, day",
    })
    void aPathAndRowThatDoesNotShowTheSite(int path, int row, String pass) {
        String scene = "{\"path\": %d, \"row\": %d, \"pass\": \"%s\"}".formatted(path, row, pass);
        assertThat(warnings(site(DAY + "," + NIGHT + "," + scene, "")))
                .singleElement()
                .asString()
                .startsWith("scenes[2]: %03d/%03d does not show the whole site: the bounds reach".formatted(path, row))
                .contains("km beyond its border - list 177/027, 178/027 (day), 037/217 (night)");
    }

    @Test
    void noNightPath() {
        assertThat(warnings(site(DAY, "")))
                .containsExactly("collection: no night path is watched, although one covers the site - list 037/217");
        assertThat(warnings(site(NIGHT, "")))
                .contains("collection: no day path is watched, although 2 cover the site - list 177/027, 178/027");
    }

    @Test
    void aPassByNightThatIsCalledDay() {
        assertThat(warnings(site(DAY + "," + NIGHT.replace("night", "day"), "")))
                .contains("scenes[1]: 037/217 passes by night, not by day - set pass to night");
    }

    @Test
    void aSiteAtTheEdgeOfAScene() {
        String text = site("{\"path\": 177, \"row\": 27, \"pass\": \"day\"}," + NIGHT, "")
                .replace("[35.11, 47.82, 35.21, 47.90]", "[36.84, 47.22, 36.90, 47.27]")
                .replace("32636", "32637");
        assertThat(warnings(text))
                .anySatisfy(warning -> assertThat(warning)
                        .contains(
                                "scenes[0]: the site is possibly at the edge of 177/027: the bounds are", "km inside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\": \"2014-01-01\", \"to\": \"2014-12-31\", \"weight\": 1}",
                "{\"from\": \"2014-01-01\", \"to\": \"2014-03-31\", \"weight\": 1},"
                        + "{\"from\": \"2016-01-01\", \"to\": \"2016-06-30\", \"weight\": 1}",
                "{\"from\": \"2014-01-01\", \"to\": \"2014-06-30\", \"weight\": 1},"
                        + "{\"from\": \"2014-07-01\", \"to\": \"2024-12-31\", \"weight\": 0.5}",
                "{\"from\": \"1999-01-01\", \"to\": \"2010-12-31\", \"weight\": 1}",
            })
    void tooFewReferencePasses(String reference) {
        assertThat(warnings(site(DAY + "," + NIGHT, reference)))
                .hasSize(2)
                .allMatch(warning -> warning.matches(
                        "collection: \\d+ (day|night) passes in the reference periods, of which about \\d+ are clear at"
                                + " the usual 55 % cloud; 15 are needed - add or lengthen periods of weight 1, or watch"
                                + " more paths"));
    }

    @Test
    void twoPathsHaveTwiceAsManyReferencePasses() {
        String year = "{\"from\": \"2014-01-01\", \"to\": \"2014-12-31\", \"weight\": 1}";
        String second = "{\"path\": 178, \"row\": 27, \"pass\": \"day\"}";
        assertThat(warnings(site(DAY + "," + second + "," + NIGHT, year)))
                .singleElement()
                .asString()
                .contains("night passes");
    }

    @Test
    void anOutlineFarFromTheOthers() {
        String wide = site(
                        DAY + "," + NIGHT,
                        "",
                        hall("near", 35.15, 47.85),
                        hall("near-too", 35.152, 47.85),
                        hall("far", 35.35, 47.85))
                .replace("[35.11, 47.82, 35.21, 47.90]", "[35.11, 47.82, 35.40, 47.90]");
        assertThat(warnings(wide))
                .containsExactly("far: its outline is 14.7 km from the nearest other outline"
                        + " - check its position, or define another site for it");
    }

    @Test
    void aFacilityOutsideTheOutlineOfTheSite() {
        String text = site(
                DAY + "," + NIGHT,
                "",
                feature("outline", "site", 35.14, 47.84, 0.01),
                hall("inside", 35.145, 47.845),
                hall("outside", 35.18, 47.845),
                feature("neighbour", "building", 35.19, 47.845, 0.001));
        assertThat(warnings(text))
                .containsExactly("outside: its outline is 2.2 km outside the outline of the site"
                        + " - check its position, or enlarge the outline of the site");
    }

    @Test
    void boundsMuchLargerThanTheSite() {
        String text = site(DAY + "," + NIGHT, "", hall("hall", 35.15, 47.85))
                .replace("[35.11, 47.82, 35.21, 47.90]", "[35.11, 47.82, 35.40, 47.90]");
        assertThat(warnings(text)).singleElement().asString().contains("the bounds reach 18.7 km beyond the outlines");
    }
}
