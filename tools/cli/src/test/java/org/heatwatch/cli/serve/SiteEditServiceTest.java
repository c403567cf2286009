package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.api.SitesResource;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.Test;

/** Saving of site definitions. */
final class SiteEditServiceTest {
    private static final String BASE = "http://127.0.0.1:8750";
    private static final String TEXT = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [],
             "features": [{"type": "Feature", "id": "hall", "properties": {"id": "hall", "name": "Hall", "role": "facility",
               "source": "test", "accuracyMetres": 5, "verified": true}, "geometry": {"type": "Polygon", "coordinates":
               [[[126.61, 37.92], [126.611, 37.92], [126.611, 37.921], [126.61, 37.921], [126.61, 37.92]]]}}]}
            """;

    private final Ledger ledger = Ledgers.inMemory();
    private final List<String> rescored = new ArrayList<>();
    private final SiteEditService desk = new SiteEditService(
            request -> new Response(200, Map.of("Content-Type", "text/plain"), bytes("the API")),
            ledger,
            "analyst",
            rescored::add);

    SiteEditServiceTest() {
        ledger.putSite(SiteDefinition.first(TEXT, "test"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Response send(String method, String path, String replaces, String text, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/geo+json", "Origin", BASE));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return desk.answer(new Request(
                method,
                path,
                replaces.isEmpty() ? Map.of() : Map.of("replaces", List.of(replaces)),
                all,
                bytes(text),
                BASE));
    }

    private Response put(String replaces, String text, String... headers) {
        return send("PUT", "/sites/here.geojson", replaces, text, headers);
    }

    private static JsonNode json(Response response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNothingSaved() {
        assertThat(ledger.site("here").orElseThrow().version()).isEqualTo(1);
        assertThat(rescored).isEmpty();
    }

    @Test
    void aNewVersionIsSavedAndScored() {
        String changed = TEXT.replace("\"Hall\"", "\"Great hall\"");
        Response saved = put("1", changed);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(json(saved).path("version").asInt()).isEqualTo(2);
        assertThat(json(saved).path("told").asBoolean()).isTrue();
        assertThat(ledger.site("here")).contains(new SiteDefinition("here", 2, 1, "analyst", changed));
        assertThat(ledger.site("here", 1).orElseThrow().text()).isEqualTo(TEXT);
        assertThat(rescored).containsExactly("here");
    }

    @Test
    void anotherVersionIsNotOverwritten() {
        assertThat(put("1", TEXT.replace("\"Hall\"", "\"First\"")).status()).isEqualTo(200);
        Response late = put("1", TEXT.replace("\"Hall\"", "\"Late\""));
        assertThat(late.status()).isEqualTo(409);
        assertThat(json(late).path("version").asInt()).isEqualTo(2);
        assertThat(ledger.site("here").orElseThrow().text()).contains("First");
    }

    @Test
    void aVersionIsSavedEvenIfScoringFails() {
        SiteEditService lame =
                new SiteEditService(request -> new Response(200, Map.of(), bytes("")), ledger, "analyst", _ -> {
                    throw new IllegalStateException("no right to wake");
                });
        Response saved = lame.answer(new Request(
                "PUT",
                "/sites/here.geojson",
                Map.of("replaces", List.of("1")),
                Map.of("Content-Type", "application/geo+json"),
                bytes(TEXT.replace("\"Hall\"", "\"Great hall\"")),
                BASE));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(json(saved).path("told").asBoolean(true)).isFalse();
        assertThat(ledger.site("here").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aDefinitionWithDefectsIsNotSaved() {
        Response bad = put("1", TEXT.replace("\"accuracyMetres\": 5", "\"accuracyMetres\": -5"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(json(bad).at("/defects/0/where").asText()).isEqualTo("hall");
        assertThat(put("1", TEXT.replace("\"id\": \"here\"", "\"id\": \"there\""))
                        .status())
                .isEqualTo(422);
        assertThat(put("1", "no JSON").status()).isEqualTo(422);
        assertNothingSaved();
    }

    @Test
    void pagesOfOtherOriginsCannotSave() {
        assertThat(put("1", TEXT, "Origin", "http://evil.example").status()).isEqualTo(403);
        // A page of another origin can send these without a preflight request.
        assertThat(put("1", TEXT, "Content-Type", "text/plain").status()).isEqualTo(415);
        assertNothingSaved();
    }

    @Test
    void theReplacedVersionIsRequired() {
        for (String wrong : List.of("", "00", "-1", "one", "99999999999")) {
            assertThat(put(wrong, TEXT).status()).as(wrong).isEqualTo(400);
        }
        assertThat(put("1", "x".repeat(SitesResource.LARGEST + 1)).status()).isEqualTo(413);
        assertThat(send("PUT", "/sites/elsewhere.geojson", "1", TEXT).status()).isEqualTo(404);
        assertNothingSaved();
    }

    @Test
    void aNewSiteReplacesVersionZero() {
        String text = TEXT.replace("\"id\": \"here\"", "\"id\": \"elsewhere\"");

        Response saved = send("PUT", "/sites/elsewhere.geojson", "0", text);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(json(saved).path("version").asInt()).isEqualTo(1);
        assertThat(ledger.site("elsewhere")).contains(SiteDefinition.first(text, "analyst"));
        assertThat(rescored).containsExactly("elsewhere");
    }

    @Test
    void aRemovedSiteIsSavedAgainAsItsNextVersion() {
        ledger.removeSite("here");

        assertThat(put("0", TEXT).status()).isEqualTo(200);
        assertThat(ledger.site("here").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aNewSiteDoesNotOverwriteOneOfTheSameId() {
        assertThat(put("0", TEXT.replace("\"Hall\"", "\"Other hall\"")).status())
                .isEqualTo(409);
        assertNothingSaved();
    }

    @Test
    void aNewSiteIsSavedUnderItsOwnIdOnly() {
        Response refused = send("PUT", "/sites/elsewhere.geojson", "0", TEXT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(json(refused).path("detail").asText()).contains("has the id here; save it as here.geojson");
        assertThat(ledger.site("elsewhere")).isEmpty();
        assertNothingSaved();
    }

    @Test
    void otherRequestsGoToTheApi() {
        assertThat(new String(send("GET", "/sites/here.geojson", "", "").body(), StandardCharsets.UTF_8))
                .isEqualTo("the API");
        assertThat(new String(send("PUT", "/elsewhere", "1", TEXT).body(), StandardCharsets.UTF_8))
                .isEqualTo("the API");
        assertThat(send("OPTIONS", "/sites/here.geojson", "", "").headers())
                .containsEntry("Allow", "GET, HEAD, PUT, OPTIONS");
    }
}
