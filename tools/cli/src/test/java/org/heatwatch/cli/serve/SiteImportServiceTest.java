package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Role;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** New sites and imported outlines for the editor. */
final class SiteImportServiceTest {
    private static final String BASE = "http://127.0.0.1:8750";
    private static final String BUILDING = """
            {"type": "Feature", "id": "way/11", "properties": {"@id": "way/11", "name": "Rolling mill"},
             "geometry": {"type": "Polygon", "coordinates":
               [[[35.15, 47.85], [35.152, 47.85], [35.152, 47.851], [35.15, 47.851], [35.15, 47.85]]]}}
            """;

    private final Ledger ledger = Ledgers.inMemory();
    private final SiteImportService service = new SiteImportService(
            request -> new Response(200, Map.of("Content-Type", "text/plain"), bytes("the API")), ledger);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Response post(String path, Map<String, String> query, String body, String origin) {
        Map<String, List<String>> values = new HashMap<>();
        query.forEach((name, value) -> values.put(name, List.of(value)));
        return service.answer(new Request("POST", path, values, Map.of("Origin", origin), bytes(body), BASE));
    }

    private Response plan(String latitude, String longitude, String body) {
        return post(
                "/sites/new",
                Map.of(
                        "name",
                        "Steel works",
                        "latitude",
                        latitude,
                        "longitude",
                        longitude,
                        "radius",
                        "2",
                        "file",
                        "a.geojson"),
                body,
                BASE);
    }

    private static JsonNode json(Response response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewSiteIsComputedAndNotStored() {
        Response response = plan("47.86", "35.16", BUILDING);
        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response).path("id").asText()).isEqualTo("steel-works");
        assertThat(SiteFile.parse(json(response).path("definition").toString(), "new")
                        .features(Role.FACILITY))
                .hasSize(1);
        assertThat(json(response).path("report").toString()).contains("177/027", "1 features in a.geojson");
        assertThat(ledger.sites()).isEmpty();
        assertThat(json(plan("47.86", "35.16", "")).path("definition").path("features"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeASiteIsAnsweredWithTheReason() {
        assertThat(plan("85", "0", "").status()).isEqualTo(422);
        assertThat(json(plan("85", "0", "")).path("detail").asText()).contains("Landsat shows nothing beyond");
        assertThat(json(plan("47.86", "35.16", "PK\u0003\u0004")).path("detail").asText())
                .contains("ZIP archive");
        assertThat(plan("north", "0", "").status()).isEqualTo(400);
        assertThat(post("/sites/new", Map.of("name", "x"), "", BASE).status()).isEqualTo(400);
        assertThat(post("/sites/new", Map.of(), "", "http://evil.example").status())
                .isEqualTo(403);
    }

    @Test
    void outlinesOfAnExistingSiteAreReturned() {
        String text = json(plan("47.86", "35.16", "")).path("definition").toString();
        ledger.putSite(SiteDefinition.first(text, "analyst"));
        Response response = post("/sites/steel-works/outlines", Map.of("file", "b.geojson"), BUILDING, BASE);
        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response).path("features")).hasSize(1);
        assertThat(json(response).at("/features/0/id").asText()).isEqualTo("way-11");
        assertThat(json(response).path("report").toString()).contains("1 features in b.geojson");
        assertThat(post("/sites/other/outlines", Map.of(), BUILDING, BASE).status())
                .isEqualTo(404);
        assertThat(post("/sites/steel-works/outlines", Map.of(), "<osm>", BASE).status())
                .isEqualTo(422);
    }

    @Test
    void otherRequestsArePassedOn() {
        Response response = service.answer(new Request("GET", "/sites/new", Map.of(), Map.of(), bytes(""), BASE));
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("the API");
        assertThat(new String(post("/sites/check", Map.of(), "{}", BASE).body(), StandardCharsets.UTF_8))
                .isEqualTo("the API");
    }
}
