package org.heatwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.cli.Chromium.Reader;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.store.LocalStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in a real browser, with the data of the demonstration. */
final class DashboardIT {
    private static final List<RuntimeException> FAULTS = new ArrayList<>();
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_REQUESTS = 45;
    /** The page, its CSS files and the script that sets the theme. */
    private static final int MOST_BEFORE_PAINT = 5;

    private static final int STEPS = 30;
    /** As the animation uses it. */
    private static final long PLAYED_STEP_MILLISECONDS = 700;

    private static LocalStore store;
    private static LocalServer server;
    private static Chromium chromium;

    @BeforeAll
    static void serve(@TempDir Path folder) throws IOException {
        store = LocalStore.open(SharedDemo.get().copy(folder));
        server = serving(store, 0);
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        chromium.close();
        server.close();
        store.close();
    }

    private static LocalServer serving(LocalStore store, int port) throws IOException {
        HeatWatchApi api = new HeatWatchApi(store.sources(), FAULTS::add);
        return LocalServer.start(InetAddress.getLoopbackAddress(), port, api::answer);
    }

    private static String at(String place) {
        return server.address() + place;
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.takeFaults()).isEmpty();
        assertThat(FAULTS).isEmpty();
    }

    private static String row(String id) {
        return "#factories tr[data-id='" + id + "']";
    }

    @Test
    void thePageContainsTheStoryWithoutScripts() {
        Page page = chromium.page(Reader.DESKTOP.withoutScripts());
        page.navigate(at(""));
        assertThat(page.locator("h1")).containsText("5 of 5 factories are warmer than when idle:");
        assertThat(page.locator("h1"))
                .containsText(
                        Pattern.compile(
                                "Amos \\(\\+\\d.*since 4 November 2025; provisional; confidence .*last seen on 4 November 2025 at 11:11"));
        assertThat(page.locator(".band")).containsText("Simulated data");
        assertThat(page.locator(row("support-center"))).containsText("as idle");
    }

    @Test
    void theFirstPaintNeedsNeitherScriptsNorData() {
        Page page = chromium.page(Reader.DESKTOP);
        List<String> passed = new ArrayList<>();
        List<String> held = new ArrayList<>();
        // These requests are never answered: if the first paint needed them, it would not happen.
        page.route(Pattern.compile(".*"), route -> {
            boolean needed = route.request().resourceType().equals("document")
                    || route.request().resourceType().equals("stylesheet")
                    || route.request().url().contains("/theme.js");
            (needed ? passed : held).add(route.request().url());
            if (needed) {
                route.resume();
            }
        });
        page.navigate(at(""), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        assertThat(page.locator("h1")).containsText("5 of 5 factories are warmer than when idle:");
        assertThat(passed).hasSizeLessThanOrEqualTo(MOST_BEFORE_PAINT);
        assertThat(held).anyMatch(url -> url.contains("/dashboard.js"));
        String source = String.valueOf(page.evaluate("() => document.documentElement.outerHTML"));
        assertThat(passed.subList(1, passed.size()))
                .as("all that is needed is named in the page itself, so that it is asked for at once")
                .allMatch(url -> source.contains(URI.create(url).getPath()));
        page.context().close();
    }

    @Test
    void thePageIsSmall() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        double kilobytes = kilobytes(page, "transferSize");
        double requests = number(page, "1 + performance.getEntriesByType('resource').length");
        System.out.printf(
                "dashboard: first paint %.0f ms; %.0f kB transferred in %.0f requests, %.0f unpacked%n",
                number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                kilobytes,
                requests,
                kilobytes(page, "decodedBodySize"));
        assertThat(kilobytes * 1000).isBetween(100_000.0, (double) MOST_BYTES);
        assertThat(requests).isLessThanOrEqualTo(MOST_REQUESTS);
    }

    /** All loaded bytes, including data. */
    private static double kilobytes(Page page, String size) {
        return number(
                        page,
                        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                                + ".reduce((sum, entry) => sum + entry." + size + ", 0)")
                / 1000;
    }

    private static double number(Page page, String script) {
        return ((Number) Objects.requireNonNull(page.evaluate(script))).doubleValue();
    }

    @Test
    void theLayoutDoesNotShiftWhileThePageLoads() {
        Page page = chromium.page(Reader.DESKTOP);
        page.addInitScript(
                "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
                        + "{ if (!entry.hadRecentInput) window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true});");
        page.navigate(at(""));
        page.waitForSelector("body[data-ready]");
        assertThat(number(page, "window.shift")).as("cumulative layout shift").isLessThan(0.1);
    }

    @Test
    void theSliderShowsEachPass() {
        Page page = chromium.page(Reader.DESKTOP);
        List<String> heatMaps = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/heatmaps/")) {
                heatMaps.add(request.url());
            }
        });
        // The image of a pass on the map is the canvas that is written pixel by pixel.
        page.addInitScript("""
                window.pictures = 0;
                const put = CanvasRenderingContext2D.prototype.putImageData;
                CanvasRenderingContext2D.prototype.putImageData = function (...arguments_) {
                  window.pictures += 1;
                  return put.apply(this, arguments_);
                };""");
        page.navigate(at(""));
        page.waitForSelector("body[data-ready]");
        Locator slider = page.locator("#slider");
        slider.focus();
        List<Double> steps = new ArrayList<>();
        int pictures = 0;
        for (int i = 0; i < STEPS; i++) {
            String before = shownPass(page);
            List<String> asked = List.copyOf(heatMaps);
            page.evaluate("window.pictures = 0; performance.clearMeasures()");
            page.keyboard().press("ArrowLeft");
            page.waitForFunction("before => document.body.dataset.pass !== before", before);
            steps.add(number(page, "performance.getEntriesByName('pass').at(-1).duration"));
            assertThat(asked).as("a step shows what was asked for before").anyMatch(shows(shownPass(page)));
            int drawn = (int) number(page, "window.pictures");
            assertThat(drawn).as("pictures drawn for one step").isLessThanOrEqualTo(1);
            pictures += drawn;
        }
        System.out.printf(
                "dashboard: a step of the slider takes %.0f ms in the middle of %s%n",
                steps.stream().sorted().toList().get(STEPS / 2), steps);
        assertThat(pictures).as("of %d passes", STEPS).isBetween(STEPS / 3, STEPS);
        page.waitForCondition(() -> heatMaps.size() >= STEPS);
        assertThat(heatMaps)
                .as("each pass is asked for once, and few that are not shown")
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(STEPS + 5);
        assertThat(page.locator("#when")).containsText("After the pass of");
        page.waitForURL(Pattern.compile("pass=LC0"));
        assertThat(slider.getAttribute("aria-valuetext")).containsPattern("\\d of 7 seen");
        page.locator("#latest").click();
        assertThat(page.locator("#when")).containsText("Now");
        assertThat(page.locator(row("amos"))).containsText("warm");
    }

    private static String shownPass(Page page) {
        return String.valueOf(page.locator("body").getAttribute("data-pass"));
    }

    private static Predicate<String> shows(String pass) {
        return url -> url.contains("/heatmaps/" + pass + ".json");
    }

    @Test
    void theAnimationPlaysAndStops() {
        Page page = chromium.page(Reader.DESKTOP);
        page.clock().install();
        page.navigate(at("#pass=LC08_116034_20250901"));
        page.waitForSelector("body[data-ready]");
        Locator slider = page.locator("#slider");
        double first = Double.parseDouble(slider.inputValue());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play"))
                .click();
        page.clock().runFor(3 * PLAYED_STEP_MILLISECONDS);
        assertThat(Double.parseDouble(slider.inputValue())).isGreaterThanOrEqualTo(first + 3);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                .click();
        String stopped = slider.inputValue();
        page.clock().runFor(10 * PLAYED_STEP_MILLISECONDS);
        assertThat(slider).hasValue(stopped);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play")))
                .isVisible();
    }

    @Test
    void aPassWithoutObservationsIsNotShownAsCold() {
        Page page = chromium.open(Reader.DESKTOP, at("#pass=LC09_116034_20250909"));
        assertThat(page.locator("#pass")).containsText("0 of 7 seen");
        assertThat(page.locator(row("amos"))).containsText("not seen:");
        assertThat(page.locator(row("amos"))).not().containsText("K");
    }

    @Test
    void aClickOnAFootprintShowsItsHistoryAndEvidence() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        @SuppressWarnings("unchecked")
        List<Number> pixel = (List<Number>) Objects.requireNonNull(page.evaluate("""
                () => {
                  const { map, footprints } = document.getElementById('map').siteMap;
                  const [west, south, east, north] = footprints.getFeatureById('samas-electronics').getGeometry().getExtent();
                  return map.getPixelFromCoordinate([(west + east) / 2, (south + north) / 2]);
                }"""));
        var box = page.locator("#map").boundingBox();
        page.mouse()
                .click(box.x + pixel.get(0).doubleValue(), box.y + pixel.get(1).doubleValue());
        page.waitForSelector("#factory[data-shown='samas-electronics']");
        assertThat(page.locator("#factory-name")).containsText("Samas Electronics");
        assertThat(page.locator("#factory tbody tr").first()).containsText("LC08_L1TP_116034_20251104_20251104_02_RT");
        assertThat(page.locator("#factory tbody tr").first().getByText("raw counts"))
                .hasAttribute("href", Pattern.compile("/clips/LC08_116034_20251104\\.tif"));
        assertThat(page.url()).contains("factory=samas-electronics");
        page.locator(".factory .chart").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".factory .live"))
                .containsText(Pattern.compile("2025-\\d\\d-\\d\\d .*(score|not seen)"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Show all \\d+ observations")))
                .click();
        assertThat(page.locator("#factory tbody tr").count()).isGreaterThan(100);
    }

    @Test
    void factoriesAreCompared() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        assertThat(page.locator("#compare .key li")).hasCount(5);
        page.locator(row("amos") + " input").uncheck();
        assertThat(page.locator("#compare .key li")).hasCount(4);
        assertThat(page.url()).contains("compare=");
    }

    @Test
    void alertsAndMissingObservationsAreDescribedInWords() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        assertThat(page.locator("#alerts summary").first()).containsText("SIMULATED Kaesong");
        page.locator("#alerts summary").first().click();
        assertThat(page.locator("#alerts pre").first()).isVisible();
        assertThat(page.locator("#missing")).containsText("Not seen is not the same as cold");
        assertThat(page.locator("#missing tbody tr").first()).containsText("LC0");
    }

    @Test
    void allDataCanBeDownloaded() throws IOException {
        Page page = chromium.open(Reader.DESKTOP, at("#factory=amos"));
        Map<String, String> wanted = Map.of(
                "Factories, current state, CSV", "amos",
                "All observations, CSV", "LC08_116034_20251104",
                "Hot spots, GeoJSON", "FeatureCollection",
                "Chart of the selected factory, SVG", "<svg",
                "Heat map of the selected pass, PNG", "PNG",
                "Factories, current state, KML", "PK",
                "Definition of the site, GeoJSON", "kaesong-simulated");
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            Download download = page.waitForDownload(() -> page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(one.getKey()).setExact(true))
                    .click());
            byte[] bytes = Files.readAllBytes(download.path());
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .as(one.getKey() + " " + download.suggestedFilename())
                    .contains(one.getValue());
        }
    }

    /** Whoever saves a file by the page or by its address gets the same name: site, pass or facility, contents, days. */
    @ParameterizedTest
    @ValueSource(strings = {"#factory=amos", "#factory=amos&layer=z", "?site=kaesong-simulated-blind"})
    void aDownloadHasTheNameThatTheServerGivesIt(String place) throws IOException, InterruptedException {
        Page page = chromium.open(Reader.DESKTOP, at(place));
        page.waitForSelector("#downloads a[download*='_excess']");
        List<Locator> links = page.locator("#downloads a[download]").all();
        assertThat(links).hasSizeGreaterThan(15);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Locator link : links) {
                URI address = URI.create(at("")).resolve(Objects.requireNonNull(link.getAttribute("href")));
                String disposition = client.send(
                                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse("none");
                String name = Objects.requireNonNull(link.getAttribute("download"));
                assertThat(disposition).as(address.toString()).isEqualTo("inline; filename=\"" + name + "\"");
                if (!address.getPath().startsWith("/sites/")) {
                    assertThat(name).matches("kaesong-simulated.*_(\\d{4}-\\d{2}-\\d{2}|L[CO]0\\d_.*\\d{8}).*");
                }
            }
        }
    }

    @Test
    void aLinkOpensTheSameView() {
        Page page = chromium.open(
                Reader.DESKTOP, at("#pass=LC08_116034_20250901&factory=in-the-f&layer=z&compare=amos,in-the-f"));
        assertThat(page.locator("#factory-name")).containsText("In the F");
        assertThat(page.locator("#layer")).hasValue("z");
        assertThat(page.locator("#when")).containsText("1 September 2025");
        assertThat(page.locator("#compare .key li")).hasCount(2);
        assertThat(page.locator("a[data-lang=ko]")).hasAttribute("href", Pattern.compile("pass=LC08_116034_20250901"));
    }

    @Test
    void allTextsExistInKorean() {
        Page page = chromium.open(Reader.DESKTOP.korean(), at(""));
        assertThat(page.locator("h1")).containsText("공장 5곳 중 5곳의 온도가 멈춰 있을 때보다 높습니다");
        assertThat(page.locator("html")).hasAttribute("lang", "ko");
        assertThat(page.locator("#missing tbody tr").first()).isVisible();
        assertThat(page.locator("#alerts summary").first()).containsText("[모의 자료] 개성공단(모의)");
        page.locator("#alerts summary").first().click();
        assertThat(page.locator("#alerts pre").first()).containsText("이것이 생산의 증거는 아닙니다.");
        assertThat(page.locator("main").innerText())
                .doesNotContainPattern("(?i)factor|not seen|provisional|loading|hidden|product was|too few|reference");
        page.locator("a[data-lang=en]").click();
        assertThat(page.locator("h1")).containsText("factories are warmer");
        Chromium.picture(page, "english-again", false);
    }

    @Test
    void theThemeFollowsTheBrowserOrTheChoice() {
        Page page = chromium.open(Reader.DESKTOP.dark(), at(""));
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(16, 23, 30)");
        page.locator("#theme").click();
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        page.reload();
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "editor", "?lang=ko", "editor?lang=ko"})
    void nothingOverflowsOnAPhone(String place) {
        Page page = chromium.open(Reader.DESKTOP.phone(), at(place));
        assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void everythingWorksWithTheKeyboard() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).isFocused();
        Locator wanted = page.locator(row("jaeyoung-solutec") + " button");
        for (int i = 0; i < 40 && !isFocused(wanted); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
        page.keyboard().press("Enter");
        page.waitForSelector("#factory[data-shown='jaeyoung-solutec']");
        assertThat(wanted).hasAttribute("aria-pressed", "true");
        page.locator("#map").focus();
        Object before = page.evaluate("document.getElementById('map').siteMap.map.getView().getCenter()[0]");
        page.keyboard().press("ArrowRight");
        page.waitForFunction(
                "before => document.getElementById('map').siteMap.map.getView().getCenter()[0] > before", before);
    }

    private static boolean isFocused(Locator locator) {
        return Boolean.TRUE.equals(locator.evaluate("node => node === document.activeElement"));
    }

    @Test
    void otherServersAreContactedOnlyForABaseMap() {
        Page page = chromium.open(Reader.DESKTOP, at("#base=osm"));
        assertThat(page.locator("#base")).hasValue("none");
        assertThat(chromium.strangers()).isEmpty();
        List<String> tiles = new ArrayList<>();
        page.route(Pattern.compile("https://.*"), route -> {
            tiles.add(route.request().url());
            route.abort();
        });
        page.locator("#base").selectOption("osm");
        assertThat(page.locator("#base-note")).isVisible();
        assertThat(page.locator(".ol-attribution")).containsText("OpenStreetMap");
        page.waitForCondition(() -> !tiles.isEmpty());
        assertThat(tiles).allMatch(url -> url.startsWith("https://tile.openstreetmap.org/"));
        page.context().close();
        chromium.takeStrangers();
    }

    @Test
    void anOutageOfTheApiIsReportedAndRetried() throws IOException {
        LocalServer fragile = serving(store, 0);
        URI address = fragile.address();
        Page page = chromium.open(Reader.DESKTOP, address.toString());
        fragile.close();
        page.locator("#slider").fill("3");
        assertThat(page.locator("#trouble")).containsText("The API does not answer");
        assertThat(page.locator(row("amos"))).isVisible();
        assertThat(page.locator("#slider")).hasAttribute("aria-valuetext", Pattern.compile("4 November 2025"));
        Chromium.picture(page, "down", false);
        try (LocalServer again = serving(store, address.getPort())) {
            assertThat(again.address()).isEqualTo(address);
            page.locator("#trouble button").click();
            assertThat(page.locator("#trouble")).isHidden();
            assertThat(page.locator("#when")).containsText("After the pass of");
        }
    }

    @Test
    void commandsOnAnEmptyStoreSayWhatToDo(@TempDir Path folder) throws IOException {
        try (LocalStore empty = LocalStore.open(folder);
                LocalServer its = serving(empty, 0)) {
            Page page = chromium.page(Reader.DESKTOP);
            page.navigate(its.address().toString());
            assertThat(page.locator("h1")).containsText("No site is watched yet");
            assertThat(page.locator(".notes")).containsText("heatwatch demo");
            assertThat(Chromium.hindrances(page)).isEmpty();
            Chromium.picture(page, "empty", false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?lang=ko", "editor#factory=amos", "editor?lang=ko#factory=amos"})
    void thePageIsAccessible(String place) {
        for (Reader reader : List.of(Reader.DESKTOP, Reader.DESKTOP.dark(), Reader.DESKTOP.phone())) {
            Page page = chromium.open(reader, at(place));
            assertThat(Chromium.hindrances(page)).as(reader.toString()).isEmpty();
            page.context().close();
        }
    }

    @Test
    void theAccessibilityCheckFindsDefects() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', "
                + "'<img src=\"x\"><button></button><p id=\"faint\">faint</p>')");
        page.evaluate(
                "const p = document.getElementById('faint'); p.style.color = '#eee'; p.style.background = '#fff'");
        assertThat(Chromium.hindrances(page))
                .anyMatch(words -> words.startsWith("image-alt"))
                .anyMatch(words -> words.startsWith("button-name"))
                .anyMatch(words -> words.startsWith("color-contrast"));
    }

    @Test
    void itIsSeen() {
        Map<String, Reader> readers = Map.of(
                "dashboard", Reader.DESKTOP,
                "dashboard-dark", Reader.DESKTOP.dark(),
                "dashboard-korean", Reader.DESKTOP.korean(),
                "dashboard-phone", Reader.DESKTOP.phone(),
                "dashboard-wall", Reader.DESKTOP.wall());
        readers.forEach((name, reader) -> {
            Page page = chromium.open(reader, at("#factory=amos"));
            assertThat(page.locator("#alerts summary").first()).isVisible();
            assertThat(Chromium.picture(page, name, false)).isNotEmptyFile();
            Chromium.picture(page, name + "-whole");
            page.context().close();
        });
        Page page = chromium.open(Reader.DESKTOP, at(""));
        page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target/pages/dashboard-print.pdf"))
                .setFormat("A4"));
    }
}
