package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.web.WebFiles;
import org.junit.jupiter.api.Test;

/** The data and pages of the dashboard and the editor. */
final class DashboardResourcesTest {
    private static final int PASSES = 20;

    private final ApiClient api = new ApiClient(
            new KnownSite("here", "Factory <&>", 3).publish(PASSES).sources());

    @Test
    void theTimelineHasEveryFeatureAndPass() {
        JsonNode timeline = api.json("/timeline");
        assertThat(timeline.path("simulated").asBoolean()).isTrue();
        assertThat(timeline.path("siteVersion").asInt()).isEqualTo(1);
        assertThat(timeline.path("features")).hasSize(3);
        JsonNode first = timeline.at("/features/0");
        assertThat(first.path("state").asText()).isEqualTo("ON");
        assertThat(first.at("/changes/0/1").asText()).isEqualTo("OFF");
        assertThat(first.at("/latest/effectiveStandardError").asDouble()).isEqualTo(0.9);
        assertThat(first.at("/geometry/type").asText()).isEqualTo("Polygon");
        assertThat(timeline.path("passes")).hasSize(PASSES);
        JsonNode pass = timeline.at("/passes/3");
        assertThat(pass.path("watched").asInt()).isEqualTo(3);
        assertThat(pass.path("seen").asInt()).as("one of three is hidden").isEqualTo(2);
        assertThat(pass.path("unjudged").asInt()).isZero();
        assertThat(pass.path("on").asInt()).as("the warm one is the hidden one").isZero();
        assertThat(timeline.at("/passes/8/suspicions/0").asText()).contains("reference parcels");
    }

    @Test
    void heatMapDataHaveTheSamplesAndObservationsOfThePass() {
        JsonNode map = api.json("/heatmaps/" + KnownSite.acquisition(4) + ".json");
        assertThat(map.at("/pass/acquisition").asText()).isEqualTo(KnownSite.acquisition(4));
        assertThat(map.path("looks")).hasSize(3);
        JsonNode samples = map.path("samples");
        int columns = samples.path("columns").asInt();
        assertThat(samples.path("kelvin"))
                .hasSize(columns * samples.path("rows").asInt());
        assertThat(samples.at("/kelvin/4").isNull()).as("hidden").isTrue();
        assertThat(samples.at("/scaleEnd/excess").asDouble()).isGreaterThanOrEqualTo(6);
        assertThat(samples.at("/scaleEnd/z").asDouble()).isGreaterThanOrEqualTo(12);
        assertThat(samples.path("corners")).hasSize(4);
        double across = metres(samples.at("/corners/0"), samples.at("/corners/1"));
        assertThat(across).isCloseTo(columns * 101, within(30.0));
        assertThat(api.get("/heatmaps/LC08_116034_20010101.json").status()).isEqualTo(404);
    }

    private static double metres(JsonNode from, JsonNode to) {
        double north = (to.get(1).asDouble() - from.get(1).asDouble()) * 111_000;
        double east = (to.get(0).asDouble() - from.get(0).asDouble()) * 111_320 * Math.cos(Math.toRadians(37.93));
        return Math.hypot(north, east);
    }

    @Test
    void chartDataHaveAllObservationsInColumns() {
        JsonNode chart = api.json("/charts/factory-2.json");
        assertThat(chart.at("/facility/verified").asBoolean()).isFalse();
        JsonNode columns = chart.path("looks");
        columns.forEach(column -> assertThat(column).hasSize(PASSES));
        assertThat(columns.at("/status/2").asText()).isEqualTo("no_observation");
        assertThat(columns.at("/effectiveKelvin/2").isNull()).isTrue();
        assertThat(columns.at("/product/0").asText()).startsWith("LC08_L1TP_116034_");
        assertThat(columns.at("/original/0").isNull())
                .as("USGS has no originals of simulated products")
                .isTrue();
        assertThat(api.get("/charts/nobody.json").status()).isEqualTo(404);
    }

    @Test
    void dataAreNotModifiedUntilTheNextPublication() {
        for (String path :
                List.of("/timeline", "/charts/factory-1.json", "/heatmaps/" + KnownSite.acquisition(1) + ".json")) {
            String tag = ApiClient.header(api.get(path), "ETag");
            assertThat(api.get(path, "If-None-Match", tag).status()).as(path).isEqualTo(304);
        }
    }

    @Test
    void theCurrentDefinitionOfASiteIsServed() {
        Response site = api.get("/sites/here.geojson");
        assertThat(ApiClient.header(site, "Heatwatch-Site-Version")).isEqualTo("1");
        assertThat(ApiClient.json(site).path("features")).hasSize(3);
        assertThat(api.get("/sites/here.geojson?version=1").status()).isEqualTo(200);
        assertThat(api.get("/sites/here.geojson?version=2").status()).isEqualTo(404);
        assertThat(api.get("/sites/elsewhere.geojson").status()).isEqualTo(404);
        assertThat(api.send("PUT", "/sites/here.geojson", "{}").status())
                .as("the API writes nothing")
                .isEqualTo(405);
    }

    @Test
    void checkingADefinitionReportsEveryDefect() {
        String good = ApiClient.text(api.get("/sites/here.geojson"));
        JsonNode findings = ApiClient.json(api.send("POST", "/sites/check", good));
        assertThat(findings.path("good").asBoolean()).isTrue();
        assertThat(findings.path("warnings"))
                .anySatisfy(
                        warning -> assertThat(warning.path("where").asText()).isEqualTo("factory-2"));
        JsonNode bad = ApiClient.json(
                api.send("POST", "/sites/check", good.replace("\"accuracyMetres\": 5", "\"accuracyMetres\": -5")));
        assertThat(bad.path("good").asBoolean()).isFalse();
        assertThat(bad.path("defects")).hasSize(3);
        assertThat(bad.at("/defects/0/advice").asText()).isNotEmpty();
        for (String body : List.of("", "no JSON", "[1]")) {
            assertThat(api.send("POST", "/sites/check", body).status()).as(body).isEqualTo(400);
        }
        assertThat(ApiClient.json(api.send("POST", "/sites/check", "{}"))
                        .at("/defects/0/problem")
                        .asText())
                .contains("FeatureCollection");
        assertThat(api.send("POST", "/sites/check", "x".repeat(SitesResource.LARGEST + 1))
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/sites/check").status()).isEqualTo(405);
    }

    @Test
    void pagesReferToVersionedFilesThatAreCachedForever() {
        for (String path : List.of("/?f=html", "/editor")) {
            Response page = api.get(path);
            assertThat(ApiClient.header(page, "Content-Security-Policy"))
                    .contains("script-src 'self';")
                    .doesNotContain("unsafe");
            Matcher files = Pattern.compile("/web/[^\"]+").matcher(ApiClient.text(page));
            int found = 0;
            while (files.find()) {
                Response file = api.get(files.group());
                assertThat(file.status()).as(files.group()).isEqualTo(200);
                assertThat(ApiClient.header(file, "Cache-Control")).contains("immutable");
                found++;
            }
            assertThat(found).isGreaterThan(3);
        }
        assertThat(api.get("/web/older/style.css").status()).isEqualTo(404);
        assertThat(api.get("/web/" + WebFiles.version() + "/none.js").status()).isEqualTo(404);
    }

    @Test
    void pagesAreInTheLanguageOfTheReader() {
        assertThat(ApiClient.text(api.get("/?f=html"))).contains("lang=\"en\"").contains("is warmer than when idle");
        assertThat(ApiClient.text(api.get("/?f=html", "Accept-Language", "fr, ko-KR;q=0.9, en;q=0.8")))
                .contains("lang=\"ko\"");
        assertThat(ApiClient.text(api.get("/?f=html&lang=en", "Accept-Language", "ko")))
                .contains("lang=\"en\"");
        assertThat(api.get("/?f=html&lang=xx").status()).isEqualTo(400);
    }

    @Test
    void withoutScriptsThePageHasPicturesAndLinksToTables() {
        String page = ApiClient.text(api.get("/?f=html"));
        List<String> pictures = Pattern.compile("<img class=\"picture\" src=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(picture -> picture.group(1).replace("&amp;", "&").replace("&#x3D;", "="))
                .toList();
        assertThat(pictures)
                .anyMatch(address -> address.contains("/heatmaps/"))
                .anyMatch(address -> address.contains("/charts/"))
                .allSatisfy(address -> assertThat(api.get(address).status()).isEqualTo(200));
        assertThat(page)
                .contains("/collections/alerts/items?f=html&amp;site=here")
                .contains("/missing?f=html&amp;site=here")
                .contains("/charts/factory-1.svg");
    }

    @Test
    void aSiteThatCannotBeReadDoesNotStopTheStartPage() {
        Sources sources = new KnownSite("here", "Factory", 3).publish(PASSES).sources();
        List<RuntimeException> faults = new ArrayList<>();
        ApiClient client = new ApiClient(new HeatWatchApi(UnreadableSite.before(sources, "first"), faults::add));
        assertThat(ApiClient.text(client.get("/?f=html"))).contains("data-site=\"here\"");
        assertThat(faults).hasOnlyElementsOfType(SiteUnreadable.class).isNotEmpty();
        assertThat(client.get("/?f=html&site=first").status()).isEqualTo(500);
    }

    @Test
    void namesCannotBecomeMarkup() {
        String page = ApiClient.text(api.get("/?f=html"));
        assertThat(page).contains("Factory &lt;&amp;&gt; 1").doesNotContain("Factory <&>");
    }

    @Test
    void dashboardAndEditorSayThatTheDataAreSimulated() {
        for (String path : List.of("/?f=html", "/editor", "/?f=html&lang=ko", "/editor?lang=ko")) {
            assertThat(ApiClient.text(api.get(path))).containsPattern("class=\"band\".*(Simulated data|모의 자료)");
        }
    }
}
