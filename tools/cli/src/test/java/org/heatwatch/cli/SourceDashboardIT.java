package org.heatwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Heat sources on the dashboard in a real browser: at a site with outlines, and at one with placeholders only. */
final class SourceDashboardIT {
    private static final List<RuntimeException> FAULTS = new ArrayList<>();
    private static final int SOURCES = 34;
    private static final int PASSES = 160;

    private static LocalServer outlined;
    private static LocalServer blind;
    private static LocalServer earlier;
    private static Chromium chromium;

    @BeforeAll
    static void serve() throws IOException {
        outlined = serving(new KnownSite("here", "Factory", 3).withSources(SOURCES));
        blind = serving(KnownSite.ofPlaceholders("here", "Factory", 3).withSources(SOURCES));
        earlier = serving(new KnownSite("here", "Factory", 3));
        chromium = Chromium.start();
    }

    private static LocalServer serving(KnownSite site) throws IOException {
        HeatWatchApi api = new HeatWatchApi(site.publish(PASSES).sources(), FAULTS::add);
        return LocalServer.start(InetAddress.getLoopbackAddress(), 0, api::answer);
    }

    @AfterAll
    static void end() {
        chromium.close();
        outlined.close();
        blind.close();
        earlier.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.takeFaults()).isEmpty();
        assertThat(FAULTS).isEmpty();
    }

    private static String row(int rank) {
        return "#sources-list tr[data-id='source-" + rank + "']";
    }

    private static Locator visibleRows(Page page) {
        return page.locator("#sources-list tbody tr:visible");
    }

    /** Ids of the sources that the map shows. */
    private static List<?> drawn(Page page) {
        return (List<?>) Objects.requireNonNull(page.evaluate(
                layer("layer.getSource().getFeatures()" + ".map((feature) => feature.get('heatSource').id)")));
    }

    /** A script about the layer of heat sources. */
    private static String layer(String expression) {
        return """
                () => {
                  const map = document.getElementById('map').siteMap.map;
                  const layer = map.getLayers().getArray().find((one) => one.get('name') === 'sources');
                  return %s;
                }""".formatted(expression);
    }

    @Test
    void theServerRendersTheListWithoutScripts() {
        Page page = chromium.page(Reader.DESKTOP.withoutScripts());
        page.navigate(blind.address().toString());
        assertThat(page.locator("h1"))
                .containsText("34 heat sources were found without outlines since 2013-04-25; 12 ended.");
        assertThat(page.locator("h1")).containsText(Pattern.compile("Buildings in use in Q\\d 2016: \\d+ \\(90 %"));
        assertThat(visibleRows(page)).hasCount(SOURCES);
        assertThat(page.locator(row(1))).containsText(Pattern.compile("37\\.\\d{4} N 126\\.\\d{4} E ± 9 m"));
        assertThat(page.locator(row(1))).containsText("55 m from Factory 1 (placeholder)");
        page.locator(row(1) + " summary").click();
        assertThat(page.locator(row(1) + " li").first()).isVisible();
        assertThat(page.locator("#activity img.picture")).isVisible();
        page.navigate(outlined.address() + "?lang=ko");
        assertThat(page.locator("h1")).containsText("공장");
        assertThat(page.locator("#sources")).containsText("윤곽 없이 찾은 열원은 34곳");
    }

    @Test
    void anEarlierPublicationHasAPageWithoutSources() {
        Page page = chromium.open(Reader.DESKTOP, earlier.address().toString());
        assertThat(page.locator("#sources")).containsText("No search for heat sources without outlines is published");
        assertThat(page.locator("#show-sources")).hasCount(0);
        assertThat(page.locator("#activity")).hasCount(0);
        assertThat(Chromium.hindrances(page)).isEmpty();
    }

    @Test
    void facilitiesComeFirstWhereTheirOutlinesAreKnown() {
        Page page = chromium.open(Reader.DESKTOP, outlined.address().toString());
        assertThat(page.locator(".stage #factories")).isVisible();
        assertThat(page.locator("h1")).containsText("factories");
        assertThat(page.locator("#factory")).hasAttribute("data-shown", Pattern.compile("factory-\\d"));
        Page other = chromium.open(Reader.DESKTOP, blind.address().toString());
        assertThat(other.locator(".stage #sources-list")).isVisible();
        assertThat(other.locator("#factory")).hasAttribute("data-shown", "source-1");
    }

    @Test
    void theSliderFiltersListAndMapByThePeriod() {
        Page page = chromium.open(Reader.DESKTOP, blind.address().toString());
        assertThat(drawn(page)).hasSize(SOURCES);
        page.locator("#period-to").focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#period-to")).hasAttribute("aria-valuetext", "Q2 2013");
        int first = visibleRows(page).count();
        assertThat(first).isBetween(2, SOURCES - 5);
        assertThat(drawn(page)).hasSize(first);
        assertThat(page.locator("#sources-shown"))
                .hasText(first + " of 34 sources were warm at some time from Q2 2013 to Q2 2013.");
        page.waitForURL(Pattern.compile("period=2013-q2%2F2013-q2"));
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#period-to-text")).hasText("Q3 2013");
        page.locator("#period-from").fill(page.locator("#period-from").getAttribute("max"));
        assertThat(page.locator("#period-to-text")).hasText("Q4 2016");
        assertThat(page.locator(row(2))).isHidden();
        page.locator("#period-year").selectOption("2014");
        assertThat(page.locator("#sources-shown")).containsText("from Q1 2014 to Q4 2014");
        page.locator("#period-year").selectOption("");
        assertThat(visibleRows(page)).hasCount(SOURCES);
        assertThat(page.url()).doesNotContain("period=");
    }

    @Test
    void listAndMapShareTheSelection() {
        Page page = chromium.open(Reader.DESKTOP, blind.address().toString());
        page.locator(row(5) + " button").click();
        assertThat(page.locator(row(5) + " button")).hasAttribute("aria-pressed", "true");
        page.waitForSelector("#factory[data-shown='source-5']");
        assertThat(page.locator("#factory-name")).containsText(Pattern.compile("Heat source 5, 37\\.\\d{4} N"));
        assertThat(page.url()).contains("source=source-5");
        @SuppressWarnings("unchecked")
        List<Number> pixel = (List<Number>) Objects.requireNonNull(
                page.evaluate(layer("map.getPixelFromCoordinate(layer.getSource().getFeatures().find((feature) => "
                        + "feature.get('heatSource').rank === 30).getGeometry().getCoordinates())")));
        var box = page.locator("#map").boundingBox();
        page.mouse()
                .click(box.x + pixel.get(0).doubleValue(), box.y + pixel.get(1).doubleValue());
        page.waitForSelector("#factory[data-shown='source-30']");
        assertThat(page.locator(row(30))).hasClass("chosen");
        assertThat(page.locator(row(30))).isInViewport();
        assertThat(page.locator(row(5) + " button")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void aLinkOpensTheSameSourceAndPeriod() {
        Page page = chromium.open(
                Reader.DESKTOP, outlined.address() + "#source=source-4&period=2014-q1/2014-q4&sources=off");
        assertThat(page.locator(row(4))).hasClass("chosen");
        assertThat(page.locator("#factory")).hasAttribute("data-shown", "source-4");
        assertThat(page.locator("#period-year")).hasValue("2014");
        assertThat(page.locator("#show-sources")).not().isChecked();
        assertThat(page.evaluate(layer("layer.getVisible()"))).isEqualTo(false);
        page.locator("#show-sources").check();
        assertThat(page.evaluate(layer("layer.getVisible()"))).isEqualTo(true);
    }

    @Test
    void theChartOfTheQuartersIsReadWithTheKeyboard() {
        Page page = chromium.open(Reader.DESKTOP, blind.address().toString());
        Locator live = page.locator("#activity .live");
        assertThat(live).containsText("buildings in use (90 % interval");
        page.locator("#activity .chart").focus();
        page.keyboard().press("ArrowLeft");
        String last = live.textContent();
        page.keyboard().press("ArrowLeft");
        assertThat(live).not().hasText(last);
        assertThat(page.locator("#activity details tbody tr").last()).containsText("Q2 2013");
    }

    @Test
    void theLayoutDoesNotShiftWhileThePageLoads() {
        Page page = chromium.page(Reader.DESKTOP);
        page.addInitScript("window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
                + "{ if (!entry.hadRecentInput) window.shift += entry.value; }))"
                + ".observe({type: 'layout-shift', buffered: true});");
        page.navigate(blind.address().toString());
        page.waitForSelector("body[data-ready]");
        Object shift = Objects.requireNonNull(page.evaluate("window.shift"));
        assertThat(((Number) shift).doubleValue()).as("cumulative layout shift").isLessThan(0.1);
    }

    @Test
    void thePagesAreAccessibleAndFit() {
        for (Reader reader :
                List.of(Reader.DESKTOP, Reader.DESKTOP.dark(), Reader.DESKTOP.phone(), Reader.DESKTOP.korean())) {
            for (LocalServer server : List.of(blind, outlined)) {
                Page page = chromium.open(reader, server.address().toString());
                assertThat(Chromium.hindrances(page)).as(reader.toString()).isEmpty();
                Object width = page.evaluate("document.documentElement.scrollWidth");
                assertThat(((Number) Objects.requireNonNull(width)).intValue()).isLessThanOrEqualTo(reader.width());
                page.context().close();
            }
        }
    }

    @Test
    void picturesAreTakenForReview() {
        Map<String, Reader> readers = Map.of(
                "sources", Reader.DESKTOP,
                "sources-dark", Reader.DESKTOP.dark(),
                "sources-korean", Reader.DESKTOP.korean(),
                "sources-phone", Reader.DESKTOP.phone());
        readers.forEach((name, reader) -> {
            Page page = chromium.open(reader, blind.address().toString());
            assertThat(Chromium.picture(page, name, false)).isNotEmptyFile();
            Chromium.picture(page, name + "-whole");
            page.context().close();
        });
        Chromium.picture(chromium.open(Reader.DESKTOP, outlined.address().toString()), "sources-outlined-whole");
    }
}
