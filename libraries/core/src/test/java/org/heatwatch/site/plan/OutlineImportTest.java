package org.heatwatch.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** Outlines that are added to an existing site. */
final class OutlineImportTest {
    private static final String SITE = """
            {"type": "FeatureCollection", "id": "works", "name": "Works", "utmZone": 32636,
             "scenes": [{"path": 177, "row": 27, "pass": "day"}], "reference": [],
             "bounds": [35.11, 47.82, 35.21, 47.90], "features": [%s]}
            """;

    private static String feature(String members, String role, double west, double south, double size) {
        return String.format(
                Locale.ROOT,
                "{\"type\": \"Feature\", \"properties\": {%1$s%2$s}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[%3$.6f, %4$.6f], [%5$.6f, %4$.6f], [%5$.6f, %6$.6f], [%3$.6f, %6$.6f], [%3$.6f, %4$.6f]]]}}",
                members,
                role.isEmpty()
                        ? ""
                        : ", \"name\": \"Known\", \"role\": \"" + role
                                + "\", \"source\": \"imagery\", \"accuracyMetres\": 5, \"verified\": true",
                west,
                south,
                west + size,
                south + size);
    }

    private static OutlineImport into(Site site, String... features) {
        byte[] text = String.join("\n", features).getBytes(StandardCharsets.UTF_8);
        return OutlineImport.into(
                site,
                OutlineFileReader.read(
                        new ByteArrayInputStream(text),
                        "f.geojsonl",
                        site.bounds().envelope()));
    }

    private static List<String> roles(OutlineImport found) {
        return found.features().stream()
                .map((ObjectNode f) ->
                        f.path("id").asText() + " " + f.at("/properties/role").asText())
                .toList();
    }

    @Test
    void buildingsThatTheSiteHasAreLeftOut() {
        Site site = SiteFile.parse(
                SITE.formatted(String.join(
                        ",",
                        feature("\"id\": \"outline\"", "site", 35.14, 47.84, 0.02),
                        feature("\"id\": \"mill\"", "facility", 35.15, 47.85, 0.001),
                        feature("\"id\": \"way-7\"", "facility", 35.155, 47.85, 0.001))),
                "works");
        OutlineImport found = into(
                site,
                feature("\"@id\": \"way/1\"", "", 35.1501, 47.8501, 0.001),
                feature("\"@id\": \"way/7\"", "", 35.157, 47.857, 0.001),
                feature("\"@id\": \"way/8\"", "", 35.157, 47.845, 0.001),
                feature("\"@id\": \"way/9\"", "", 35.18, 47.845, 0.001),
                feature("\"@id\": \"way/10\"", "", 35.30, 47.845, 0.001));
        assertThat(roles(found)).containsExactly("way-8 facility", "way-9 building");
        assertThat(found.known()).isEqualTo(2);
        assertThat(found.sentences())
                .contains(
                        "2 that the site has already: left out",
                        "1 inside the outline of the site: role facility",
                        "1 not inside the bounds: left out");
    }

    @Test
    void withoutAnOutlineOfTheSiteAllBuildingsAreFacilities() {
        Site site = SiteFile.parse(SITE.formatted(""), "works");
        assertThat(roles(into(site, feature("\"@id\": \"way/1\"", "", 35.15, 47.85, 0.001))))
                .containsExactly("way-1 facility");
        assertThat(into(site, feature("\"@id\": \"way/1\"", "", 35.15, 47.85, 0.0001))
                        .features())
                .isEmpty();
    }
}
