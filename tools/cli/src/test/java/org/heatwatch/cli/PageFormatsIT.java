package org.heatwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.KnownSite;
import org.heatwatch.cli.Chromium.Reader;
import org.heatwatch.cli.serve.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on paper, on small and very large screens, and without scripts. */
final class PageFormatsIT {
    private static final List<RuntimeException> FAULTS = new ArrayList<>();
    private static final int PASSES = 160;
    /** Width of A4 less margins of 12 mm, at 96 pixels per inch. */
    private static final int PAPER = 703;
    /** Parts of the page with a picture until scripts draw them. */
    private static final List<String> PICTURED = List.of(".where", "#factory", "#activity");

    private static final Pattern PICTURE = Pattern.compile("^/(heatmaps|charts)/");

    private static LocalServer server;
    private static Chromium chromium;

    @BeforeAll
    static void serve() throws IOException {
        KnownSite site = new KnownSite("here", "Factory", 5).withSources();
        HeatWatchApi api = new HeatWatchApi(site.publish(PASSES).sources(), FAULTS::add);
        server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, api::answer);
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        chromium.close();
        server.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.takeFaults()).isEmpty();
        assertThat(FAULTS).isEmpty();
    }

    private static String at(String place) {
        return server.address() + place;
    }

    private static double number(Page page, String script) {
        return ((Number) Objects.requireNonNull(page.evaluate(script))).doubleValue();
    }

    @Test
    void theLatestObservationsAreOnPaper() {
        Page page = chromium.open(Reader.DESKTOP.dark(), at(""));
        page.setViewportSize(PAPER, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        for (Locator canvas : page.locator(".plot canvas, .map canvas").all()) {
            var box = canvas.boundingBox();
            assertThat(box.x + box.width).as("right edge of a chart").isLessThanOrEqualTo(PAPER);
        }
        assertThat(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')"))
                .as("paper is light")
                .isEqualTo("#ffffff");
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("html[data-theme]")).hasCount(0);
        Chromium.print(page, "print");
    }

    @Test
    void aPagePrintedBeforeScriptsDrewItHasPictures() throws IOException {
        Page page = chromium.page(Reader.DESKTOP);
        List<String> pictures = new ArrayList<>();
        page.onRequestFinished(request -> {
            if (request.resourceType().equals("image")) {
                pictures.add(URI.create(request.url()).getPath());
            }
        });
        page.navigate(at(""));
        assertThat(pictures).as("loaded for the screen").noneMatch(PICTURE.asPredicate());

        Chromium.print(page, "print-at-once");

        assertThat(pictures.stream().filter(PICTURE.asPredicate()))
                .as("loaded for the paper: the map, the activity and a factory")
                .hasSize(PICTURED.size());
        String pdf = Files.readString(Chromium.file("print-at-once.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).as("the picture of the map, 900 pixels wide").contains("/Width 900");
    }

    @Test
    void aPageThatNobodyTouchesIsDrawnAfterSomeSeconds() {
        Page page = chromium.page(Reader.DESKTOP);
        page.navigate(at(""));

        page.waitForSelector("body[data-ready]");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String part : PICTURED) {
            assertThat(page.locator(part + " .picture").isVisible()).as(part).isFalse();
            assertThat(page.locator(part + " canvas").first().isVisible())
                    .as(part)
                    .isTrue();
        }
    }

    @Test
    void chartsFillTheirBoxesOnVeryLargeScreens() {
        Page page = chromium.open(new Reader(3840, 2160, "en-GB", Reader.DESKTOP.colours(), true), at(""));
        for (String chart : List.of("#factory .chart", "#compare .chart", "#activity .chart")) {
            double empty = number(
                    page,
                    "(() => { const box = document.querySelector('%s'); ".formatted(chart)
                            + "return box.getBoundingClientRect().bottom "
                            + "- [...box.querySelectorAll('.uplot')].at(-1).getBoundingClientRect().bottom; })()");
            assertThat(empty).as(chart).isBetween(0.0, 20.0);
        }
    }

    @Test
    void noColumnOfTheFactoriesIsCutOffOnALaptop() {
        Page page = chromium.open(new Reader(1366, 768, "en-GB", Reader.DESKTOP.colours(), true), at(""));
        assertThat(number(page, "document.querySelector('.who .wide').scrollWidth"))
                .isLessThanOrEqualTo(number(page, "document.querySelector('.who .wide').clientWidth"));
    }

    @Test
    void labelsDoNotCoverEachOtherOnAPhone() {
        Page page = chromium.open(Reader.DESKTOP.phone(), at(""));
        double covered = number(page, """
                () => {
                  const { map, footprints } = document.getElementById('map').siteMap;
                  const text = document.createElement('canvas').getContext('2d');
                  const boxes = footprints.getFeatures().filter((one) => one.get('label')?.offsetX != null).map((one) => {
                    const [west, south, east, north] = one.getGeometry().getExtent();
                    const [x, y] = map.getPixelFromCoordinate([(west + east) / 2, (south + north) / 2]);
                    text.font = '600 12px system-ui, sans-serif';
                    const { offsetX, offsetY } = one.get('label');
                    const half = text.measureText(one.get('name')).width / 2;
                    return [x + offsetX - half, y + offsetY - 14, x + offsetX + half, y + offsetY + 14];
                  });
                  if (boxes.length < 2) throw new Error(`${boxes.length} labels`);
                  return Math.max(...boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => (
                    Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]))
                    * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]))))));
                }""");
        assertThat(covered).as("pixels shared by two labels").isLessThan(150);
    }

    @Test
    void withoutScriptsNothingIsLoadingForEver() {
        Page page = chromium.page(Reader.DESKTOP.withoutScripts());
        page.navigate(at(""));
        assertThat(page.locator("main").innerText()).doesNotContain("Loading");
        assertThat(page.locator(".where img")).isVisible();
        assertThat(page.locator("#map")).isHidden();
        page.locator("#alerts .body a").click();
        assertThat(page.locator("h1")).containsText("Alerts");
        page.goBack();
        page.locator("#missing .body a").click();
        assertThat(page.locator("h1")).containsText("Passes without observations");
    }

    @Test
    void theHeadingDescribesThePassShown() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        String today = page.locator("h1").innerText();
        page.locator("#slider").fill("20");
        assertThat(page.locator("h1")).containsText(Pattern.compile("After the pass of .* 201[34] at"));
        assertThat(page.locator("h1")).containsText("seen and judged in this pass");
        assertThat(page.locator("h1")).not().containsText("are warmer");
        assertThat(page.locator(".notes")).containsText("not today");
        page.locator(".notes button").click();
        assertThat(page.locator("h1")).hasText(today);
    }

    @Test
    void twoPassesAreComparedAlongALine() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        page.locator("#map-tools summary").click();
        String right = page.locator("#swipe option").nth(5).getAttribute("value");
        page.locator("#swipe").selectOption(right);
        assertThat(page.locator("#swipe-shown")).containsText("Right: ");
        assertThat(page.locator(".swipe-line")).isVisible();
        page.locator("#swipe-at").fill("25");
        assertThat(page.locator(".swipe-line")).hasAttribute("style", Pattern.compile("left: 25%"));
        assertThat(page.url()).contains("swipe=" + right);
        Page same = chromium.open(Reader.DESKTOP, page.url());
        assertThat(same.locator("#swipe")).hasValue(String.valueOf(right));
        assertThat(Chromium.hindrances(same)).isEmpty();
        page.locator("#swipe").selectOption("");
        assertThat(page.locator(".swipe-line")).isHidden();
    }

    @Test
    void aDistanceIsMeasuredWithoutSelectingAFacility() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        page.locator("#map-tools summary").click();
        page.locator("#measure").click();
        page.locator("#map").scrollIntoViewIfNeeded();
        var box = page.locator("#map").boundingBox();
        page.mouse().click(box.x + 200, box.y + 150);
        page.mouse().dblclick(box.x + 300, box.y + 150);
        double metresPerPixel = number(page, "document.getElementById('map').siteMap.map.getView().getResolution()")
                * Math.cos(Math.toRadians(37.93));
        assertThat(page.locator("#tool-note")).hasText(Pattern.compile("[\\d,]+ m"));
        double metres =
                Double.parseDouble(page.locator("#tool-note").textContent().replaceAll("[^\\d]", ""));
        assertThat(metres).isCloseTo(100 * metresPerPixel, org.assertj.core.api.Assertions.withinPercentage(3));
        assertThat(page.locator("#measure")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void theMapGoesToCoordinates() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        page.locator("#map-tools summary").click();
        page.locator("#go-position").fill("37.95, 126.65");
        page.keyboard().press("Enter");
        assertThat(number(
                        page, "ol.proj.toLonLat(document.getElementById('map').siteMap.map.getView().getCenter())[1]"))
                .isCloseTo(37.95, org.assertj.core.api.Assertions.within(0.0001));
        page.locator("#go-position").fill("nowhere");
        page.locator("#go").click();
        assertThat(page.locator("#tool-note")).containsText("latitude, longitude");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collections/facilities/items?f=html",
                "collections/observations/items?f=html",
                "missing?f=html",
                "api?f=html",
                "collections?f=html",
                "health?f=html"
            })
    void pagesOfTheApiAreAccessible(String place) {
        Page page = chromium.page(Reader.DESKTOP);
        page.navigate(at(place));
        assertThat(Chromium.hindrances(page)).isEmpty();
    }

    @Test
    void theColoursOfThePageAreThoseOfThePictures() {
        Page page = chromium.open(Reader.DESKTOP, at(""));
        assertThat(page.locator("#legend")).hasText(Pattern.compile("−6\\s*\\+6 K\\s*not seen"));
        assertThat(page.locator("#map-key")).containsText("2 standard errors");
    }
}
