package org.heatwatch.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.sampling.GridGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests each defect with one replacement in a valid definition. */
final class SiteFileTest {

    private static final String RING =
            "[[126.62, 37.93], [126.621, 37.93], [126.621, 37.931], [126.62, 37.931], [126.62, 37.93]]";
    static final String GOOD = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [
               {"path": 116, "row": 34, "pass": "day",
                "grid": {"rotationDegrees": 14.9, "acrossMetres": 101.1, "alongMetres": 97.3, "shear": -0.0018}},
               {"path": 213, "row": 210, "pass": "night"}],
             "reference": [{"from": "2016-03-01", "to": "2020-05-31", "weight": 1}],
             "bounds": [126.60, 37.91, 126.65, 37.95],
             "features": [
               {"type": "Feature", "id": "mill",
                "properties": {"id": "mill", "name": "The Mill", "role": "facility", "operator": "Someone",
                  "products": ["flour"], "source": "imagery", "accuracyMetres": 5, "verified": true, "note": "big"},
                "geometry": {"type": "Polygon", "coordinates": [%s]}},
               {"type": "Feature",
                "properties": {"id": "shed", "name": "Shed", "role": "building", "source": "imagery",
                  "accuracyMetres": 60, "verified": false},
                "geometry": {"type": "MultiPolygon", "coordinates": [
                  [[[126.63, 37.92], [126.632, 37.92], [126.632, 37.922], [126.63, 37.922], [126.63, 37.92]],
                   [[126.631, 37.921], [126.6315, 37.921], [126.6315, 37.9215], [126.631, 37.921]]]]}}]}
            """.formatted(RING);

    @Test
    void aGoodDefinitionIsRead() {
        Site site = SiteFile.parse(GOOD, "here.geojson");
        assertThat(site.id()).isEqualTo("here");
        assertThat(site.presentation()).isEqualTo(new Presentation("Here", "here", ZoneOffset.ofHours(8), false));
        assertThat(site.utm().epsg()).isEqualTo(32652);
        assertThat(site.bounds()).isEqualTo(new Bounds(126.60, 37.91, 126.65, 37.95));
        assertThat(site.watched(new WrsScene(116, 34)))
                .contains(new WatchedScene(
                        new WrsScene(116, 34), Pass.DAY, Optional.of(new GridGeometry(14.9, 101.1, 97.3, -0.0018))));
        assertThat(site.watched(new WrsScene(116, 33))).isEmpty();
        Feature mill = site.feature("mill").orElseThrow();
        assertThat(mill.role()).isEqualTo(Role.FACILITY);
        assertThat(mill.products()).containsExactly("flour");
        assertThat(mill.footprint().areaSquareMetres()).isCloseTo(9750, within(20.0));
        assertThat(mill.footprint().utm().getSRID()).isEqualTo(32652);
        assertThat(site.features(Role.BUILDING)).extracting(Feature::id).containsExactly("shed");
    }

    @Test
    void aDefinitionThatIsParsedTwiceGivesEqualSites() {
        Site site = SiteFile.parse(GOOD, "here.geojson");
        assertThat(SiteFile.parse(GOOD, "there.geojson")).isEqualTo(site).hasSameHashCodeAs(site);
        assertThat(SiteFile.parse(GOOD.replace("126.631,", "126.6311,"), "here.geojson"))
                .isNotEqualTo(site);
    }

    /** Definitions in tables written before version 1 have these names. */
    @Test
    void theOldNamesOfReferencePeriodsAndParcelsAreStillRead() {
        String current = GOOD.replace("\"role\": \"building\"", "\"role\": \"reference\"");
        String old = current.replace("\"reference\": [", "\"dormant\": [")
                .replace("\"role\": \"reference\"", "\"role\": \"null\"");
        Site site = SiteFile.parse(old, "here.geojson");
        assertThat(site).isEqualTo(SiteFile.parse(current, "here.geojson"));
        assertThat(site.features(Role.REFERENCE)).extracting(Feature::id).containsExactly("shed");
        assertThat(site.features(Role.REFERENCE))
                .extracting(f -> f.role().code())
                .containsExactly("reference");
        assertThat(SiteFile.withCurrentNames(old)).isEqualTo(current);
        assertThat(SiteFile.withCurrentNames(current)).isEqualTo(current);
    }

    @Test
    void namesAreReplacedButNotTextsThatContainThem() {
        String text =
                "{\"dormant\" : [], \"note\": \"a \\\"dormant\\\": or \\\"role\\\": \\\"null\\\"\", \"name\": \"dormant\"}";
        assertThat(SiteFile.withCurrentNames(text)).isEqualTo(text.replace("{\"dormant\"", "{\"reference\""));
    }

    @Test
    void anOldDefinitionIsCheckedLikeACurrentOne() {
        String old = GOOD.replace("\"reference\": [", "\"dormant\": [");
        assertThat(refused(old.replace("\"weight\": 1", "\"weight\": 2")))
                .hasMessageContaining("dormant[0]: the weight 2.0 of the reference period is outside 0..1");
    }

    @Test
    void aDefinitionWithTheOldAndTheNewNameOfTheReferencePeriodsIsRefused() {
        assertThat(refused(GOOD.replace("\"bounds\"", "\"dormant\": [], \"bounds\"")))
                .hasMessageContaining("collection: both reference and dormant, which is the old name of reference");
    }

    @Test
    void anUnknownRoleIsAnsweredWithTheCurrentNames() {
        assertThat(refused(GOOD.replace("\"role\": \"building\"", "\"role\": \"barn\""))
                        .defects())
                .extracting(SiteDefect::advice)
                .containsExactly("use one of facility, control, reference, building, site");
    }

    @Test
    void onlyAFacilityOrControlWithAKnownOutlineMayBeNamed() {
        Site site = SiteFile.parse(GOOD, "here.geojson");
        assertThat(site.feature("mill").orElseThrow().mayBeNamed()).isTrue();
        assertThat(site.feature("shed").orElseThrow().mayBeNamed()).isFalse();
        String uncertain = GOOD.replace("\"accuracyMetres\": 5,", "\"accuracyMetres\": 61,");
        assertThat(SiteFile.parse(uncertain, "here.geojson")
                        .feature("mill")
                        .orElseThrow()
                        .mayBeNamed())
                .isFalse();
    }

    @Test
    void aHoleIsNotPartOfTheFootprint() {
        Footprint shed = SiteFile.parse(GOOD, "here.geojson")
                .feature("shed")
                .orElseThrow()
                .footprint();
        assertThat(shed.areaSquareMetres())
                .isLessThan(shed.utm().getEnvelope().getArea() - 1000)
                .isPositive();
    }

    @Test
    void aReferencePeriodIncludesItsFirstAndLastDay() {
        Site site = SiteFile.parse(GOOD, "here.geojson");
        assertThat(site.referenceWeight(LocalDate.of(2016, 2, 29))).isZero();
        assertThat(site.referenceWeight(LocalDate.of(2016, 3, 1))).isEqualTo(1);
        assertThat(site.referenceWeight(LocalDate.of(2020, 5, 31))).isEqualTo(1);
        assertThat(site.referenceWeight(LocalDate.of(2020, 6, 1))).isZero();
    }

    @Test
    void aReferencePeriodIsIdleUnlessItsKindIsStated() {
        assertThat(SiteFile.parse(GOOD, "here.geojson").referenceKind()).isEqualTo(ReferenceKind.IDLE);
        String stated = GOOD.replace("\"weight\": 1}", "\"weight\": 1, \"kind\": \"operating\"}");
        assertThat(SiteFile.parse(stated, "here.geojson").referenceKind()).isEqualTo(ReferenceKind.OPERATING);
        assertThat(SiteFile.parse(stated.replace("operating", "idle"), "here.geojson"))
                .isEqualTo(SiteFile.parse(GOOD, "here.geojson"));
    }

    @Test
    void withoutAReferencePeriodTheFirstTwoYearsOfScenesAreTaken() {
        String period = "\"reference\": [{\"from\": \"2016-03-01\", \"to\": \"2020-05-31\", \"weight\": 1}],";
        Site absent = SiteFile.parse(GOOD.replace(period, ""), "here.geojson");
        Site empty = SiteFile.parse(GOOD.replace(period, "\"reference\": [],"), "here.geojson");
        assertThat(absent).isEqualTo(empty);
        assertThat(absent.referenceKind()).isEqualTo(ReferenceKind.UNKNOWN);
        assertThat(absent.withReferenceFrom(LocalDate.of(2013, 4, 11)).referencePeriods())
                .containsExactly(new ReferencePeriod(
                        LocalDate.of(2013, 4, 11), LocalDate.of(2015, 4, 10), /* weight= */ 1, ReferenceKind.UNKNOWN));
        Site stated = SiteFile.parse(GOOD, "here.geojson");
        assertThat(stated.withReferenceFrom(LocalDate.of(2013, 4, 11))).isEqualTo(stated);
    }

    @Test
    void doubtsAreWarningsNotDefects() {
        Site site = SiteFile.parse(GOOD.replace("\"accuracyMetres\": 5,", "\"accuracyMetres\": 61,"), "here.geojson");
        assertThat(Site.isPlaceholder(site.feature("mill").orElseThrow())).isTrue();
        assertThat(Site.isPlaceholder(site.feature("shed").orElseThrow())).isFalse();
        assertThat(site.warnings())
                .extracting(SiteDefect::where, SiteDefect::problem)
                .containsExactly(
                        tuple("mill", "placeholder: its outline may be 61 m off"),
                        tuple("shed", "outline not verified"));
    }

    @Test
    void aSouthernZoneIsAWarningBecauseLandsatUsesNorthernOnes() {
        String southern =
                GOOD.replace("32652", "32752").replace("37.9", "-37.9").replace("-37.95", "-37.90");
        assertThat(SiteFile.parse(southern.replace("-37.91", "-37.95"), "here.geojson")
                        .warnings())
                .extracting(SiteDefect::advice)
                .contains("use 32652");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FeatureCollection | Feature | file | not a GeoJSON FeatureCollection",
                "\"name\": \"Here\", | `` | collection | missing member name",
                "\"id\": \"here\" | \"id\": \"Here!\" | collection | id 'Here!' is malformed",
                "\"utmZone\" | \"shortName\": \"개성\", \"utmZone\" | collection | shortName '개성' does not fit into",
                "\"utmZone\" | \"timeZone\": \"Korea/North\", \"utmZone\" | collection | unknown timeZone 'Korea/North'",
                "\"utmZone\" | \"language\": \"fr\", \"utmZone\" | collection | language 'fr' is not known",
                "\"utmZone\" | \"simulated\": \"no\", \"utmZone\" | collection | simulated is \"no\", not true or false",
                "\"utmZone\": 32652 | \"utmZone\": \"32652\" | collection | utmZone is \"32652\", not a whole number",
                "\"utmZone\": 32652 | \"utmZone\": 4326 | collection | utmZone 4326 is not the EPSG code of a WGS 84 / UTM zone",
                "\"utmZone\": 32652 | \"utmZone\": 32633 | collection | utmZone 32633 does not cover the site",
                "\"utmZone\": 32652 | \"utmZone\": 32752 | collection | utmZone 32752 does not cover the site",
                "\"bounds\" | \"bbox\" | collection | missing member bounds",
                "[126.60, 37.91, 126.65, 37.95] | [126.60, 37.91, 126.65] | collection | bounds is not a list of four",
                "[126.60, 37.91, 126.65, 37.95] | [126.65, 37.91, 126.60, 37.95] | collection | west 126.65 must be less than east 126.6",
                "[126.60, 37.91, 126.65, 37.95] | [37.91, 126.60, 37.95, 126.65] | collection | must be less than north 126.65, both within -90..90",
                "[126.60, 37.91, 126.65, 37.95] | [126.0, 37.91, 126.65, 37.95] | collection | the longer side of bounds is 57 km",
                "\"weight\": 1} | \"weight\": 1, \"kind\": \"busy\"} | reference[0] | unknown kind 'busy'",
                "\"weight\": 1} | \"weight\": 1, \"kind\": \"unknown\"} | reference[0] | unknown kind 'unknown'",
                "\"weight\": 1} | \"weight\": 1}, {\"from\": \"2021-01-01\", \"to\": \"2021-12-31\", \"weight\": 1, \"kind\": \"operating\"} | reference[1] | kind operating, after a period of kind idle",
                "\"scenes\" | \"passes\" | collection | missing member scenes",
                "\"path\": 116 | \"path\": 234 | scenes[0] | WRS-2 path 234 is outside 1..233",
                "\"row\": 34 | \"row\": 0 | scenes[0] | WRS-2 row 0 is outside 1..248",
                "\"row\": 210 | \"row\": 2.5 | scenes[1] | row is 2.5, not a whole number",
                "\"path\": 213, \"row\": 210 | \"path\": 116, \"row\": 34 | scenes[1] | 116034 are listed twice",
                "\"night\" | \"dusk\" | scenes[1] | unknown pass 'dusk'",
                "\"acrossMetres\": 101.1 | \"acrossMetres\": 30 | scenes[0] | grid acrossMetres 30.0 is outside 50.0..200.0",
                "\"shear\" | \"sheer\" | scenes[0] | missing member grid.shear",
                "2020-05-31 | 2016-02-01 | reference[0] | starts on 2016-03-01, after it ends on 2016-02-01",
                "2020-05-31 | May 2020 | reference[0] | to is \"May 2020\", not a date",
                "\"weight\": 1 | \"weight\": 1.5 | reference[0] | the weight 1.5 of the reference period is outside 0..1",
                "\"reference\": [ | \"reference\": [{\"from\": \"2020-05-31\", \"to\": \"2021-01-01\", \"weight\": 0}, "
                        + "| reference[1] | overlaps an earlier reference period",
                "\"properties\": {\"id\": \"shed\", | \"properties\": { | feature 2 | missing id",
                "\"id\": \"shed\" | \"id\": 7 | feature 2 | id 7 is malformed",
                "\"id\": \"shed\" | \"id\": \"Shed 7\" | feature 2 | id \"Shed 7\" is malformed",
                "\"id\": \"shed\" | \"id\": \"mill\" | mill | duplicate id",
                "\"Feature\", \"id\": \"mill\" | \"Feature\", \"id\": \"mine\" | mill | id is \"mine\" on the feature",
                "\"name\": \"Shed\", | `` | shed | missing member properties.name",
                "\"source\": \"imagery\", \"accuracyMetres\": 5 | \"accuracyMetres\": 5 | mill | missing member properties.source",
                "\"role\": \"building\" | \"role\": \"barn\" | shed | unknown role 'barn'",
                "\"accuracyMetres\": 60 | \"accuracyMetres\": -1 | shed | accuracyMetres is negative: -1.0",
                "\"accuracyMetres\": 60 | \"accuracyMetres\": \"NaN\" | shed | properties.accuracyMetres is \"NaN\", not a number",
                "\"accuracyMetres\": 60 | \"accuracyMetres\": 1e999 | shed | not a number",
                "\"verified\": false | \"verified\": \"no\" | shed | properties.verified is \"no\", not true or false",
                "[\"flour\"] | [1] | mill | properties.products is 1, not a list of texts",
                "\"geometry\": {\"type\": \"Polygon\" | \"geometry\": {\"type\": \"Point\" | mill | the geometry is a Point",
                "\"geometry\": {\"type\": \"Polygon\" | \"geometrie\": {\"type\": \"Polygon\" | mill | missing geometry",
                "[126.621, 37.93], | [\"126.621\", 37.93], | mill | position [\"126.621\",37.93] is not two numbers",
                "[126.621, 37.93], | [126.621], | mill | position [126.621] is not two numbers",
                "[126.62, 37.931], [126.62, 37.93]] | [126.62, 37.931]] | mill | a ring is not closed",
                "[126.621, 37.931], [126.62, 37.931], | `` | mill | a ring has 3 positions, fewer than 4",
                "[126.621, 37.93], [126.621, 37.931], | [126.621, 37.931], [126.621, 37.93], | mill "
                        + "| self-intersection at [126.6205, 37.9305]",
                "[126.621, 37.931], | [126.7, 37.931], | mill | outside the bounds at [126.7, 37.931]",
                "[126.631, 37.921], [126.6315 | [126.641, 37.921], [126.6315 | shed | not closed",
            })
    void aDefectStatesWhereItIs(String good, String bad, String where, String problem) {
        assertThat(GOOD).contains(good);
        BadSite refused = refused(GOOD.replace(good, bad));
        assertThat(refused.defects()).anySatisfy(defect -> {
            assertThat(defect.where()).isEqualTo(where);
            assertThat(defect.problem()).contains(problem);
            assertThat(defect.advice()).isNotBlank();
        });
        assertThat(refused).hasMessageContainingAll("here.geojson", where, problem);
    }

    @Test
    void swappedAxesAreRecognised() {
        String swapped = RING.replaceAll("\\[([0-9.]+), ([0-9.]+)]", "[$2, $1]");
        assertThat(refused(GOOD.replace(RING, swapped)).defects())
                .extracting(SiteDefect::toString)
                .containsExactly("mill: wrong axis order: the latitude comes first"
                        + " - write each position as [longitude, latitude]");
    }

    @Test
    void anOutlineSmallerThanAPixelIsRefusedOnlyIfItIsScored() {
        String small = GOOD.replace("126.621,", "126.6201,").replace("37.931]", "37.9301]");
        assertThat(refused(small).defects())
                .extracting(SiteDefect::problem)
                .singleElement()
                .asString()
                .matches("covers 9\\d m2, less than a pixel of 900 m2");
        assertThat(SiteFile.parse(small.replace("\"facility\"", "\"building\""), "here.geojson")
                        .features())
                .hasSize(2);
    }

    @Test
    void anEmptyListOfScenesIsADefect() {
        String none = GOOD.replaceAll("(?s)\"scenes\": \\[.*?\\}\\],", "\"scenes\": [],");
        assertThat(refused(none)).hasMessageContaining("collection: scenes is empty");
    }

    @Test
    void oneErrorListsAllDefectsOnOneLine() {
        BadSite refused = refused(GOOD.replace("\"name\": \"Here\", ", "")
                .replace("\"role\": \"building\"", "\"role\": \"barn\"")
                .replace("\"accuracyMetres\": 60", "\"accuracyMetres\": -1")
                .replace("\"row\": 34", "\"row\": 0"));
        assertThat(refused.defects()).hasSize(4);
        assertThat(refused.retryHelps()).isFalse();
        assertThat(refused)
                .hasMessageStartingWith("here.geojson: 4 defects: (1) collection: missing member name")
                .hasMessageContainingAll("(2)", "(3)", "(4)")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | not a GeoJSON",
                "<html> | line 1, column 1",
                "{\"type\": NaN} | line 1, column 13",
                "{} {} | not valid JSON"
            })
    void anErrorAboutInvalidJsonStatesItsPosition(String text, String problem) {
        assertThat(refused(text)).hasMessageContaining(problem);
    }

    @Test
    void anErrorAboutAMissingFileNamesItsPath() {
        assertThatThrownBy(() -> SiteFile.read(Path.of("nowhere.geojson")))
                .isInstanceOf(BadSite.class)
                .hasMessageContainingAll("nowhere.geojson", "cannot be read");
    }

    @Test
    void aByteOrderMarkIsNotADefect() {
        assertThat(SiteFile.parse("\uFEFF" + GOOD, "here.geojson").features()).hasSize(2);
    }

    private static BadSite refused(String json) {
        BadSite refused = catchThrowableOfType(BadSite.class, () -> SiteFile.parse(json, "here.geojson"));
        assertThat(refused).as("the definition is refused").isNotNull();
        assertThat(List.copyOf(refused.defects())).isNotEmpty();
        return refused;
    }
}
