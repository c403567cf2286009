package org.heatwatch.functions.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.LastRun;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.Outboxes;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryHandlerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEFINITION = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95], "dormant": [],
             "features": [{"type": "Feature", "id": "hall",
               "properties": {"id": "hall", "name": "Hall", "role": "facility", "source": "test", "accuracyMetres": 500, "verified": false},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[126.62, 37.93], [126.621, 37.93], [126.621, 37.931], [126.62, 37.931], [126.62, 37.93]]]}}]}
            """;

    private final Ledger ledger = Ledgers.inMemory();
    private final Outbox outbox = Outboxes.inMemory();

    private void told() {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        Observation look = new Observation(
                "hall",
                "LC08_116034_20251104",
                "2025-11-04T02:11:07Z",
                "day",
                "observed",
                5.5,
                1.1,
                1.0,
                5.0,
                99.9,
                true,
                "ON",
                9.0,
                "medium",
                true,
                List.of("placeholder outline"));
        Manifest manifest = new Manifest(
                "here",
                1,
                "code",
                "2025-11-05",
                "run",
                false,
                List.of(new Standing("hall", "ON", "ON", "2025-11-04", look)),
                List.of("LC08_L1TP_116034_20251104_20251104_02_RT 1 1"),
                List.of());
        LocalDate day = LocalDate.of(2025, 11, 5);
        outbox.announce("here", Optional.empty(), new LastRun(1, day, day, "run"), manifest, List.of(), List.of());
    }

    private APIGatewayProxyResponseEvent ask(String method, String path) {
        return new QueryHandler(new Api(ledger, outbox, NoticeTimes.none()))
                .handleRequest(
                        new APIGatewayProxyRequestEvent()
                                .withHttpMethod(method)
                                .withPath(path)
                                .withHeaders(Map.of("Host", "abc123.execute-api.us-west-2.amazonaws.com"))
                                .withRequestContext(new ProxyRequestContext().withStage("v1")),
                        null);
    }

    private JsonNode get(String path) throws JsonProcessingException {
        APIGatewayProxyResponseEvent answer = ask("GET", path);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(200);
        return MAPPER.readTree(answer.getBody());
    }

    @Test
    void aFacilityTellsHowItStandsAndThatItsOutlineIsAPlaceholder() throws JsonProcessingException {
        told();
        JsonNode feature = get("/collections/facilities/items").at("/features/0");
        assertThat(feature.path("id").asText()).isEqualTo("here:hall");
        assertThat(feature.at("/geometry/type").asText()).isEqualTo("Polygon");
        JsonNode properties = feature.path("properties");
        assertThat(properties.path("name").asText()).isEqualTo("Hall (placeholder)");
        assertThat(properties.path("state").asText()).isEqualTo("ON");
        assertThat(properties.path("effectiveKelvin").asDouble()).isEqualTo(5.5);
        assertThat(properties.path("provisional").asBoolean()).isTrue();
        assertThat(get("/collections/facilities/items/here:hall")).isEqualTo(feature);
        assertThat(get("/collections/facilities/items/here%3Ahall")).isEqualTo(feature);
    }

    @Test
    void aFacilityOfWhichNothingIsKnownYetIsUnknownAndNeverCold() throws JsonProcessingException {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        JsonNode properties = get("/collections/facilities/items").at("/features/0/properties");
        assertThat(properties.path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(properties.path("score").isNull()).isTrue();
    }

    @Test
    void everyLinkLeadsSomewhereBelowTheStage() throws JsonProcessingException {
        told();
        String stage = "https://abc123.execute-api.us-west-2.amazonaws.com/v1";
        for (String page : List.of("/", "/collections", "/collections/facilities", "/collections/facilities/items")) {
            for (JsonNode link : get(page).path("links")) {
                String address = link.path("href").asText();
                assertThat(address).startsWith(stage);
                assertThat(get(address.substring(stage.length()))).isNotNull();
            }
        }
    }

    @Test
    void healthTellsWhatWasLastSeen() throws JsonProcessingException {
        told();
        JsonNode site = get("/health").at("/sites/0");
        assertThat(site.path("asOf").asText()).isEqualTo("2025-11-05");
        assertThat(site.path("lastReading").asText()).startsWith("LC08_L1TP_116034_20251104");
    }

    @Test
    void theDailyWakeUpCallIsAnsweredThoughItHasNoHost() {
        assertThat(new QueryHandler(new Api(ledger, outbox, NoticeTimes.none()))
                        .handleRequest(
                                new APIGatewayProxyRequestEvent()
                                        .withHttpMethod("GET")
                                        .withPath("/health"),
                                null)
                        .getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/collections/facilities/items/here:nobody", "/collections/facilities/items/x"})
    void whatIsNotThereIsSaidInAProblemDocument(String path) {
        told();
        APIGatewayProxyResponseEvent answer = ask("GET", path);
        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void wrongMethodsAndBrokenPathsAreTheCallersFault() {
        assertThat(ask("POST", "/").getStatusCode()).isEqualTo(405);
        assertThat(ask("GET", "/%zz").getStatusCode()).isEqualTo(400);
        assertThat(ask("HEAD", "/").getBody()).isEmpty();
    }

    @Test
    void aNameThatIsFarTooLongIsNotThere() {
        told();
        assertThat(ask("GET", "/collections/facilities/items/" + "a".repeat(3000) + ":hall")
                        .getStatusCode())
                .isEqualTo(404);
    }
}
