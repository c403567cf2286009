package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class ResourcesTest {
    private static final String FACILITIES = "/collections/facilities/items";
    private static final String OBSERVATIONS = "/collections/observations/items";

    private final KnownSite site = new KnownSite("here", "Factory <&>", 3).publish(12);
    private final ApiClient api = new ApiClient(site.sources());

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("features").spliterator(), false)
                .map(feature -> feature.path("id").asText())
                .toList();
    }

    @Test
    void aFacilityHasItsStateAndACaveatIfItsOutlineIsNotVerified() {
        JsonNode properties = api.json(FACILITIES + "/here:factory-2").path("properties");
        assertThat(properties.path("name").asText()).isEqualTo("Factory <&> 2 (outline unverified)");
        assertThat(properties.path("state").asText()).isEqualTo("OFF");
        assertThat(properties.path("effectiveStandardError").asDouble()).isEqualTo(0.9);
        assertThat(properties.path("simulated").asBoolean()).isTrue();
    }

    @Test
    void aFacilityWithoutPublicationIsUnknownAndNotOff() {
        ApiClient early = new ApiClient(new KnownSite("here", "Factory", 2).sources());
        JsonNode properties = early.json(FACILITIES + "/here:factory-1").path("properties");
        assertThat(properties.path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(properties.path("score").isNull()).isTrue();
        assertThat(early.json(OBSERVATIONS).path("numberMatched").asInt()).isZero();
        assertThat(early.get("/?f=html").status()).isEqualTo(200);
        assertThat(early.get("/charts/factory-1.svg").status()).isEqualTo(404);
    }

    @Test
    void filtersSelectByTheirProperty() {
        assertThat(ids(api.json(FACILITIES + "?state=ON"))).containsExactly("here:factory-1");
        assertThat(ids(api.json(FACILITIES + "?role=control"))).containsExactly("here:factory-3");
        assertThat(ids(api.json(FACILITIES + "?state=ON,OFF&facility=factory-2,factory-3")))
                .hasSize(2);
        assertThat(ids(api.json(FACILITIES + "?minScore=99"))).containsExactly("here:factory-1");
        assertThat(ids(api.json(FACILITIES + "?maxScore=98.9"))).containsExactly("here:factory-2", "here:factory-3");
        assertThat(ids(api.json(FACILITIES + "?confidence=low"))).isEmpty();
        assertThat(api.json(OBSERVATIONS + "?status=no_observation")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(9);
        assertThat(api.json(OBSERVATIONS + "?acquisition=LC08_116034_20130425")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(3);
        assertThat(ids(api.json("/collections/scenes/items?usable=false")))
                .containsExactly("here:" + KnownSite.acquisition(8));
    }

    @Test
    void unknownValuesAreSortedLastInBothDirections() {
        for (String sign : List.of("", "-", "%2B")) {
            List<JsonNode> rows = StreamSupport.stream(
                            api.json(OBSERVATIONS + "?sortby=" + sign + "effectiveKelvin")
                                    .path("features")
                                    .spliterator(),
                            false)
                    .map(feature -> feature.path("properties").path("effectiveKelvin"))
                    .toList();
            assertThat(rows.subList(27, 36)).allMatch(JsonNode::isNull);
            List<Double> known =
                    rows.subList(0, 27).stream().map(JsonNode::asDouble).toList();
            assertThat(known).isSortedAccordingTo((a, b) -> sign.equals("-") ? b.compareTo(a) : a.compareTo(b));
        }
        assertThat(ids(api.json(FACILITIES + "?sortby=-id")))
                .containsExactly("here:factory-3", "here:factory-2", "here:factory-1");
    }

    @Test
    void newRecordsDoNotShiftPages() {
        JsonNode first = api.json(OBSERVATIONS + "?limit=10");
        String next = StreamSupport.stream(first.path("links").spliterator(), false)
                .filter(link -> link.path("rel").asText().equals("next"))
                .findFirst()
                .orElseThrow()
                .path("href")
                .asText();
        List<String> before = ids(api.json(next));
        site.publish(14);
        JsonNode later = api.json(next);
        assertThat(ids(later)).isEqualTo(before);
        assertThat(later.path("numberMatched").asInt()).isEqualTo(42);
    }

    @Test
    void aTokenOfAnotherRequestIsRejected() {
        JsonNode page = api.json(OBSERVATIONS + "?limit=10");
        String token = page.toString().replaceFirst("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
        assertThat(api.get(OBSERVATIONS + "?limit=3&token=" + token).status()).isEqualTo(200);
        Response other = api.get(OBSERVATIONS + "?state=ON&token=" + token);
        assertThat(other.status()).isEqualTo(400);
        assertThat(ApiClient.json(other).path("parameter").asText()).isEqualTo("token");
    }

    @Test
    void noPageExceedsTheResponseLimitOfLambdaEvenWithLongNames() {
        ApiClient longNames = new ApiClient(
                new KnownSite("here", "\ud30d\"".repeat(2000), 40).publish(60).sources());
        Response answer = longNames.get(OBSERVATIONS + "?limit=10000");
        assertThat(answer.body()).hasSizeBetween(2_000_000, 4_000_000);
        JsonNode page = ApiClient.json(answer);
        assertThat(page.path("numberReturned").asInt())
                .isLessThan(page.path("numberMatched").asInt());
        assertThat(page.toString()).contains("\"rel\":\"next\"");
    }

    @Test
    void anUnchangedResponseIsNotSentAgain() {
        for (String address :
                List.of(FACILITIES, FACILITIES + "/here:factory-1", "/collections/scenes/items?limit=1")) {
            Response first = api.get(address);
            String tag = ApiClient.header(first, "ETag");
            assertThat(first.headers()).containsKey("Cache-Control");
            Response again = api.get(address, "If-None-Match", "\"other\", " + tag);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(api.get(address, "If-None-Match", tag, "Accept", "text/html")
                            .status())
                    .as("another format")
                    .isEqualTo(200);
        }
        String tag = ApiClient.header(api.get(FACILITIES), "ETag");
        site.publish(13);
        assertThat(api.get(FACILITIES, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void longTextIsCompressedIfTheClientAcceptsIt() throws IOException {
        Response plain = api.get(OBSERVATIONS);
        Response packed = api.get(OBSERVATIONS, "accept-encoding", "br, gzip;q=0.5");
        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(api.get(OBSERVATIONS, "Accept-Encoding", "gzip;q=0").headers())
                .doesNotContainKey("Content-Encoding");
    }

    @Test
    void headHasTheHeadersOfGetWithoutABody() {
        Response get = api.get(FACILITIES);
        Response head = api.send("HEAD", FACILITIES, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers())
                .containsAllEntriesOf(get.headers())
                .containsEntry("Content-Length", Integer.toString(get.body().length));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void crossOriginRequestsAreAllowed() {
        Response options = api.send("OPTIONS", "/search", "");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.headers()).containsEntry("Access-Control-Allow-Methods", "GET,HEAD,POST,OPTIONS");
        assertThat(api.get("/nowhere").headers()).containsEntry("Access-Control-Allow-Origin", "*");
    }

    @Test
    void csvHasOneRowPerFeature() {
        Response answer = api.get(OBSERVATIONS + "?f=csv&limit=5");
        assertThat(answer.headers().get("Content-Type")).startsWith("text/csv");
        assertThat(answer.headers().get("Link")).contains("token=", "rel=\"next\"");
        List<String> lines = ApiClient.text(answer).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst())
                .startsWith("id,datetime,site,facility,name,role,")
                .endsWith(",longitude,latitude");
    }

    @Test
    void kmlPlacemarksHaveATime() throws Exception {
        for (String collection : List.of("facilities", "observations", "hotspots", "alerts", "scenes")) {
            Response answer = api.get("/collections/" + collection + "/items?f=kml");
            assertThat(answer.headers()).containsEntry("Content-Type", "application/vnd.google-earth.kmz");
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(zip.getNextEntry().getName()).isEqualTo("doc.kml");
                DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
                Document kml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
                int placemarks = kml.getElementsByTagName("Placemark").getLength();
                assertThat(placemarks).isPositive();
                assertThat(kml.getElementsByTagName("TimeStamp").getLength()
                                + kml.getElementsByTagName("TimeSpan").getLength())
                        .isEqualTo(placemarks);
            }
        }
    }

    @Test
    void searchCoversAllCollectionsAndGetAndPostAgree() {
        JsonNode all = api.json("/search?limit=1000");
        assertThat(all.path("numberMatched").asInt()).isEqualTo(3 + 36 + 12 + 12 + 1);
        JsonNode got =
                api.json("/search?collections=scenes,hotspots&datetime=2013-04-25/2013-05-03&sortby=-datetime,id");
        Response posted = api.send("POST", "/search", """
                {"collections": ["scenes", "hotspots"], "datetime": "2013-04-25/2013-05-03", "token": null,
                 "sortby": [{"field": "datetime", "direction": "desc"}, {"field": "id"}],
                 "intersects": {"type": "Polygon", "coordinates":
                   [[[126, 37], [127, 37], [127, 38], [126, 38], [126, 37]]]}}
                """);
        assertThat(ids(got)).hasSize(4).isEqualTo(ids(ApiClient.json(posted)));
        assertThat(ids(api.json("/search?ids=here:factory-1,here:LC08_116034_20130425")))
                .containsExactlyInAnyOrder("here:factory-1", "here:LC08_116034_20130425");
    }

    @Test
    void theNextPageOfAPostedSearchIsRequestedByPost() {
        List<String> paged = new ArrayList<>();
        String token = "null";
        while (!token.isEmpty()) {
            JsonNode page = ApiClient.json(api.send(
                    "POST",
                    "/search",
                    "{\"collections\": [\"observations\"], \"limit\": 7, \"token\": %s}".formatted(token)));
            paged.addAll(ids(page));
            JsonNode next = StreamSupport.stream(page.path("links").spliterator(), false)
                    .filter(link -> link.path("rel").asText().equals("next"))
                    .findFirst()
                    .orElse(page.path("none"));
            token = next.isMissingNode() ? "" : next.at("/body/token").toString();
        }
        assertThat(paged).hasSize(36).doesNotHaveDuplicates();
    }

    @Test
    void anAlertHasTheSubjectAndConfidenceOfItsMail() {
        JsonNode alert = api.json("/collections/alerts/items").at("/features/0");
        assertThat(alert.at("/properties/subject").asText()).isEqualTo("Factory 1 turned ON");
        assertThat(alert.at("/properties/severity").asInt()).isEqualTo(2);
        assertThat(alert.at("/properties/confidence").asText()).isEqualTo("high");
        assertThat(alert.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
        assertThat(Codes.CONFIDENCES).containsExactly("low", "medium", "high");
    }

    @Test
    void missingPassesAreListedWithReasons() {
        JsonNode missing = api.json("/missing?datetime=2013-04-01/2013-12-31");
        List<JsonNode> passes = StreamSupport.stream(missing.path("passes").spliterator(), false)
                .toList();
        assertThat(passes)
                .anySatisfy(pass -> {
                    assertThat(pass.path("acquisition").asText()).isEqualTo(KnownSite.acquisition(8));
                    assertThat(pass.path("outcome").asText()).isEqualTo("not_usable");
                    assertThat(pass.path("reason").asText()).contains("scatter 4.2 times");
                })
                .noneSatisfy(
                        pass -> assertThat(pass.path("acquisition").asText()).isEqualTo(KnownSite.acquisition(0)));
        assertThat(ApiClient.text(api.get("/missing?f=csv")).lines())
                .first()
                .asString()
                .startsWith("site,acquisition,");
    }

    @Test
    void aPassInTwoRowsIsMissingOnce() {
        ApiClient inTwoRows = new ApiClient(KnownSite.inTwoRows().publish(12).sources());
        JsonNode passes =
                inTwoRows.json("/missing?datetime=2013-04-01/2013-12-31").path("passes");
        JsonNode same = api.json("/missing?datetime=2013-04-01/2013-12-31").path("passes");
        assertThat(passes).hasSameSizeAs(same);
        assertThat(StreamSupport.stream(passes.spliterator(), false)
                        .map(pass -> pass.path("outcome").asText()))
                .containsExactlyElementsOf(StreamSupport.stream(same.spliterator(), false)
                        .map(pass -> pass.path("outcome").asText())
                        .toList());
    }

    @Test
    void aSceneThatIsNotUsedIsListedWithoutResults() {
        ApiClient inTwoRows = new ApiClient(KnownSite.inTwoRows().publish(12).sources());
        JsonNode scene = inTwoRows.json("/collections/scenes/items/here:LC08_116033_20130425");
        assertThat(scene.at("/properties/sameOverpassAs").asText()).isEqualTo("LC08_116034_20130425");
        assertThat(scene.at("/properties/usable").asBoolean()).isFalse();
        assertThat(scene.at("/properties/reasons/0").asText()).contains("same overpass as LC08_116034_20130425");
        assertThat(scene.at("/assets/clip").isObject()).isTrue();
        assertThat(scene.at("/assets/heatmap").isMissingNode()).isTrue();
        assertThat(new String(inTwoRows.get("/clips/LC08_116033_20130425.tif").body(), StandardCharsets.UTF_8))
                .contains("116033");
        assertThat(inTwoRows.get("/heatmaps/LC08_116033_20130425.png?size=400").status())
                .isEqualTo(200);
        assertThat(inTwoRows.json("/collections/observations/items").path("numberMatched"))
                .isEqualTo(api.json("/collections/observations/items").path("numberMatched"));
    }

    @Test
    void healthReportsTheLastPublicationAndItsInputs() {
        JsonNode here = api.json("/health").at("/sites/0");
        assertThat(here.path("site").asText()).isEqualTo("here");
        assertThat(here.path("lastScene").asText()).startsWith("LC09_L1TP_116034_2013");
        assertThat(here.path("ledgerDigest").asText()).isEqualTo("run-12");
        assertThat(here.path("scenes").asInt()).isEqualTo(12);
    }

    @Test
    void picturesAndClipsAreServedAsFiles() {
        Response map = api.get("/heatmaps/LC08_116034_20130425.png?size=400&quantity=z");
        assertThat(map.headers()).containsEntry("Content-Type", "image/png");
        assertThat(map.body()).startsWith(0x89, 'P', 'N', 'G');
        Response chart = api.get("/charts/factory-1.svg");
        assertThat(chart.headers()).containsEntry("Content-Type", "image/svg+xml");
        assertThat(ApiClient.text(chart)).contains("Factory &lt;&amp;&gt; 1", "Simulated data");
        Response clip = api.get("/clips/LC08_116034_20130425.tif");
        assertThat(clip.headers()).containsEntry("Content-Type", "image/tiff; application=geotiff");
        assertThat(new String(clip.body(), StandardCharsets.UTF_8)).endsWith("-1.tif");
    }

    @Test
    void everyHtmlPageSaysThatTheDataAreSimulated() {
        for (String path : List.of("/", FACILITIES, FACILITIES + "/here:factory-1", OBSERVATIONS, "/missing")) {
            assertThat(ApiClient.text(api.get(path + "?f=html"))).as(path).contains("Simulated data");
        }
    }
}
