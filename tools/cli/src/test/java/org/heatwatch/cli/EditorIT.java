package org.heatwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.cli.Chromium.Reader;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.SiteEditService;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The footprint editor in a real browser, on a copy of the demonstration. */
final class EditorIT {
    private static final String SITE = "kaesong-simulated";
    private static final List<RuntimeException> FAULTS = new ArrayList<>();
    private static final double SCORED_MILLISECONDS = 120_000;

    @TempDir
    private static Path folder;

    private static LocalStore store;
    private static HeatWatchApi api;
    private static LocalServer server;
    private static Chromium chromium;

    @BeforeAll
    static void serve() throws IOException {
        store = LocalStore.open(SharedDemo.get().copy(folder));
        api = new HeatWatchApi(store.sources(), FAULTS::add);
        LocalWatch watch = LocalWatch.of(store);
        SiteEditService desk = new SiteEditService(api::answer, store.ledger(), "analyst", siteId -> {
            watch.score(siteId);
            return true;
        });
        server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, desk);
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        chromium.close();
        server.close();
        store.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.takeFaults()).isEmpty();
        assertThat(FAULTS).isEmpty();
        assertThat(chromium.strangers()).isEmpty();
    }

    private static SiteDefinition current() {
        return store.ledger().site(SITE).orElseThrow();
    }

    private static Feature feature(String id) {
        return current().site().feature(id).orElseThrow();
    }

    private static Page open() {
        return chromium.open(Reader.DESKTOP, server.address() + "editor");
    }

    private static void select(Page page, String id) {
        page.locator("[data-feature='" + id + "']").click();
    }

    /** Clicks the map, and waits until a further click is not part of a double click. */
    private static void clickOnce(Page page, double x, double y) {
        page.evaluate("""
                () => {
                  window.clickedOnce = false;
                  document.getElementById('map').siteMap.map.once('singleclick', () => { window.clickedOnce = true; });
                }""");
        page.mouse().click(x, y);
        page.waitForFunction("() => window.clickedOnce");
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void write(Page page, String field, String text) {
        Locator input = page.locator("#field-" + field);
        input.fill(text);
        input.blur();
    }

    /** Screen position of a corner of the bounding box of a footprint; 0 is west or north, 1 east or south. */
    private static double[] pixel(Page page, String id, double across, double down) {
        Object found = page.evaluate("""
                ([id, across, down]) => {
                  const { map, footprints } = document.getElementById('map').siteMap;
                  const [west, south, east, north] = footprints.getFeatureById(id).getGeometry().getExtent();
                  const [x, y] = map.getPixelFromCoordinate([west + across * (east - west), north + down * (south - north)]);
                  const box = document.getElementById('map').getBoundingClientRect();
                  return [box.left + x, box.top + y];
                }""", List.of(id, across, down));
        List<?> pixel = (List<?>) Objects.requireNonNull(found);
        return new double[] {((Number) pixel.get(0)).doubleValue(), ((Number) pixel.get(1)).doubleValue()};
    }

    private static void save(Page page) {
        page.locator("#save:not([disabled])").click();
    }

    private static void waitUntilScored(Page page, int version) {
        page.waitForSelector(
                "body[data-saved='" + version + "']",
                new Page.WaitForSelectorOptions().setTimeout(SCORED_MILLISECONDS));
    }

    @Test
    void aCorrectedOutlineIsSavedAndItsEffectIsShown() {
        int version = current().version();
        String history = store.outbox().manifest(SITE).orElseThrow().run();
        Page page = open();
        select(page, "in-the-f");
        double east = feature("in-the-f").footprint().lonLat().getCentroid().getX();
        page.locator("#field-corners").focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Alt+Shift+ArrowRight");
        }
        assertThat(page.locator("#restate")).isVisible();
        assertThat(page.locator("#field-source")).hasValue("");
        assertThat(page.locator("#field-verified")).not().isChecked();
        assertThat(page.locator("#field-corners")).isFocused();
        assertThat(page.locator("#findings")).containsText("In the F");
        assertThat(page.locator("#findings")).containsText("source");
        assertThat(page.locator("#findings")).containsText("accuracyMetres");
        assertThat(page.locator("#save")).isDisabled();
        Chromium.picture(page, "editor-defects", false);
        write(page, "source", "traced on an image of 2025-05-12");
        write(page, "accuracyMetres", "5");
        assertThat(page.locator("#findings")).containsText("No defect found");
        save(page);
        waitUntilScored(page, version + 1);

        assertThat(current().version()).isEqualTo(version + 1);
        assertThat(current().author()).isEqualTo("analyst");
        Feature saved = feature("in-the-f");
        assertThat(saved.footprint().lonLat().getCentroid().getX() - east).isBetween(0.0003, 0.0006);
        assertThat(saved.source()).isEqualTo("traced on an image of 2025-05-12");
        assertThat(saved.verified()).as("nobody has said so").isFalse();
        assertThat(store.outbox().manifest(SITE).orElseThrow().siteVersion()).isEqualTo(version + 1);
        assertThat(store.outbox().manifest(SITE).orElseThrow().run()).isNotEqualTo(history);
        Locator row = page.locator("#rescore tbody tr").filter(new Locator.FilterOptions().setHasText("In the F"));
        assertThat(row).containsText("(outline unverified)");
        assertThat(row).containsText(Pattern.compile("[+\u2212]\\d.* K.* \u2192 [+\u2212]\\d.* K"));
        assertThat(page.locator("#rescore .chart canvas")).hasCount(1);
        assertThat(page.locator("#rescore-name")).isFocused();
        assertThat(Chromium.hindrances(page)).isEmpty();
        Chromium.picture(page, "editor-rescored");

        page.navigate(server.address().toString());
        page.waitForSelector("body[data-ready]");
        assertThat(page.locator("h1")).containsText("In the F (outline unverified)");
        for (String place : List.of("#factories", "#compare", "#missing")) {
            String text = page.locator(place).innerText();
            assertThat(text.replace("In the F (outline unverified)", ""))
                    .as(place)
                    .doesNotContain("In the F");
        }
    }

    @Test
    void drawingDraggingSplittingAndDeletingCanBeUndone() {
        Page page = open();
        assertThat(page.locator("#version")).containsText("nothing changed");
        int before = count(page);
        click(page, "Draw");
        double[] corner = pixel(page, "support-center", 0, 0);
        double[][] ring = {{60, -60}, {120, -60}, {120, -20}, {60, -20}};
        for (double[] at : ring) {
            clickOnce(page, corner[0] + at[0], corner[1] + at[1]);
        }
        page.mouse().dblclick(corner[0] + 60, corner[1] - 20);
        assertThat(page.locator("[data-feature='new-1']")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#findings")).containsText("new-1");
        assertThat(count(page)).isEqualTo(before + 1);

        click(page, "Move");
        double[] from = pixel(page, "new-1", 0.5, 0.5);
        String where = page.locator("#field-corners").inputValue();
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(from[0] + 30, from[1] + 10);
        page.mouse().move(from[0] + 60, from[1] + 20);
        page.mouse().up();
        assertThat(page.locator("#field-corners")).not().hasValue(where);

        click(page, "Split");
        double[] above = pixel(page, "new-1", 0.5, -0.4);
        double[] below = pixel(page, "new-1", 0.5, 1.4);
        clickOnce(page, above[0], above[1]);
        page.mouse().dblclick(below[0], below[1]);
        assertThat(page.locator("[data-feature='new-1-1']")).isVisible();
        assertThat(count(page)).isEqualTo(before + 2);

        click(page, "Corners");
        select(page, "new-1");
        String square = page.locator("#field-corners").inputValue();
        double[] west = pixel(page, "new-1", 0, 0);
        page.mouse().move(west[0], west[1]);
        page.mouse().down();
        page.mouse().move(west[0] - 10, west[1] - 10);
        page.mouse().move(west[0] - 20, west[1] - 15);
        page.mouse().up();
        assertThat(page.locator("#field-corners")).not().hasValue(square);

        select(page, "new-1-1");
        click(page, "Delete");
        assertThat(count(page)).isEqualTo(before + 1);
        for (int i = 0; i < 5; i++) {
            click(page, "Undo");
        }
        assertThat(page.locator("#version")).containsText("nothing changed");
        assertThat(count(page)).isEqualTo(before);
        click(page, "Redo");
        assertThat(count(page)).isEqualTo(before + 1);
        click(page, "Undo");
    }

    private static int count(Page page) {
        return page.locator("[data-feature]").count();
    }

    @Test
    void theDefinitionCanBeDownloadedAndIsValid() throws IOException {
        Page page = open();
        select(page, "amos");
        write(page, "note", "seen on the ground");
        Download download = page.waitForDownload(() -> click(page, "Download site file"));
        assertThat(download.suggestedFilename()).isEqualTo(SITE + ".geojson");
        Site site = SiteFile.read(download.path());
        assertThat(site.feature("amos").orElseThrow().note()).contains("seen on the ground");
        assertThat(site.features()).hasSameSizeAs(current().site().features());
    }

    @Test
    void concurrentEditsAreNotLost() {
        int version = current().version();
        Page mine = open();
        Page theirs = open();
        select(theirs, "amos");
        write(theirs, "note", "theirs");
        select(theirs, "seokchon-ceramics");
        write(theirs, "note", "theirs too");
        save(theirs);
        waitUntilScored(theirs, version + 1);

        select(mine, "samas-electronics");
        write(mine, "note", "mine");
        select(mine, "seokchon-ceramics");
        write(mine, "note", "mine too");
        save(mine);
        assertThat(mine.locator("#conflict-name")).containsText("saved version " + (version + 1) + " in the meantime");
        assertThat(mine.locator("#conflict")).containsText("Taken from their version: Amos");
        assertThat(mine.locator("#conflict fieldset")).hasCount(1);
        assertThat(Chromium.hindrances(mine)).isEmpty();
        Chromium.picture(mine, "editor-conflict", false);
        assertThat(current().version()).isEqualTo(version + 1);
        select(mine, "jaeyoung-solutec");
        write(mine, "note", "while reading");
        mine.locator("#conflict fieldset").getByLabel("mine").check();
        mine.locator("#go-on").click();
        save(mine);
        waitUntilScored(mine, version + 2);
        assertThat(feature("amos").note()).contains("theirs");
        assertThat(feature("samas-electronics").note()).contains("mine");
        assertThat(feature("seokchon-ceramics").note()).contains("mine too");
        assertThat(feature("jaeyoung-solutec").note()).contains("while reading");
    }

    /** Runs a script with a module of the page. */
    private static Object with(Page page, String module, String script) {
        String address = String.valueOf(
                page.evaluate("() => document.querySelector('script[type=module]').src.replace('editor.js', '')"));
        return Objects.requireNonNull(page.evaluate(
                "async ([address]) => { const module = await import(address); " + script + " }",
                List.of(address + module)));
    }

    @Test
    void mergingKeepsTheChangesOfBothUsers() {
        Object wrong = with(open(), "merge.js", """
                let seed = 1;
                const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
                const feature = (id, note) => ({ type: 'Feature', id, properties: { id, note } });
                const site = (features) => ({ id: 'here', features });
                const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
                const find = (one, id) => one.features.find((f) => f.id === id);
                const wrong = [];
                for (let trial = 0; trial < 500; trial += 1) {
                  const base = site([...Array(5).keys()].map((i) => feature(`f-${i}`, 'base')));
                  const edited = (who) => site([
                    ...base.features.filter(() => random(6) > 0)
                      .map((f) => (random(3) === 0 ? feature(f.id, `${who} ${random(2)}`) : f)),
                    ...[...Array(random(3)).keys()].map((i) => feature(`new-${i + 1}`, `${who} drew`)),
                  ]);
                  const [mine, theirs] = [edited('mine'), edited('theirs')];
                  const { merged, conflicts, taken } = module.merge(base, mine, theirs);
                  const ids = new Set(merged.features.map((f) => f.id));
                  const fail = (why) => wrong.push(`${trial} ${why} ${JSON.stringify({ mine, theirs, merged, conflicts, taken })}`);
                  if (ids.size !== merged.features.length) fail('an id twice');
                  for (const { id } of [...base.features, ...mine.features, ...theirs.features]) {
                    const [was, my, their] = [base, mine, theirs].map((one) => find(one, id));
                    const asked = conflicts.some((one) => one.id === id);
                    const kept = (f) => !f || merged.features.some((one) => one.properties.note === f.properties.note);
                    if (was && same(my, was) && !same(find(merged, id), their)) fail('theirs lost');
                    if (was && same(their, was) && !same(find(merged, id), my)) fail('mine lost');
                    if (!was && !(kept(my) && kept(their))) fail('a new one lost');
                    if (was && !same(my, was) && !same(their, was) && !same(my, their) && !asked) fail('not asked');
                    if (asked && (same(my, was) || same(their, was))) fail('asked in vain');
                    if (asked && taken.includes(id)) fail('asked and taken');
                  }
                }
                return wrong.slice(0, 3).join('; ') || 'nothing';
                """);
        assertThat(wrong).isEqualTo("nothing");
    }

    @Test
    void splittingKeepsTheArea() {
        Object wrong = with(open(), "outline.js", """
                let seed = 7;
                const random = () => { seed = (seed * 48271) % 2147483647; return seed / 2147483647; };
                const area = (ring) => Math.abs(ring.slice(1).reduce((sum, [x, y], i) =>
                  sum + (ring[i][0] - 126.6) * (y - 37.9) - (x - 126.6) * (ring[i][1] - 37.9), 0) / 2);
                const at = (angle, radius) => [126.63 + radius * Math.cos(angle), 37.93 + radius * Math.sin(angle)];
                const wrong = [];
                let cuts = 0;
                for (let trial = 0; trial < 500; trial += 1) {
                  const count = 3 + Math.floor(6 * random());
                  // A star-shaped polygon: concave, but without self-intersections.
                  const ring = [...Array(count).keys()].map((i) => at(2 * Math.PI * i / count, 0.0005 + 0.001 * random()));
                  const whole = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
                  const angle = 2 * Math.PI * random();
                  const bend = at(2 * Math.PI * random(), 0.0002 * random());
                  const halves = module.split(whole, [at(angle, 0.01), bend, at(angle + 1.5 + 3 * random(), 0.01)]);
                  if (halves) {
                    cuts += 1;
                    const sum = halves.reduce((total, half) => total + area(half.coordinates[0]), 0);
                    if (Math.abs(sum / area(whole.coordinates[0]) - 1) > 1e-3) wrong.push(trial);
                  }
                }
                if (module.split({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }, [[5, 5], [6, 6]])) {
                  wrong.push('a line beside it');
                }
                return cuts > 200 ? wrong.join(', ') || 'nothing' : `${cuts} cuts`;
                """);
        assertThat(wrong).isEqualTo("nothing");
    }

    @Test
    void unsavedEditsSurviveAReload() {
        Page page = open();
        select(page, "amos");
        write(page, "note", "half done");
        assertThat(page.locator("#version")).containsText("1 changed");
        page.reload();
        page.waitForSelector("body[data-ready]");
        assertThat(page.locator(".stage")).hasAttribute("inert", "");
        page.locator("#take-up").click();
        select(page, "amos");
        assertThat(page.locator("#field-note")).hasValue("half done");
    }

    @Test
    void editsDuringASaveStayUnsaved() {
        int version = current().version();
        Page page = open();
        select(page, "amos");
        write(page, "note", "first");
        save(page);
        select(page, "support-center");
        write(page, "note", "second");
        waitUntilScored(page, version + 1);
        assertThat(feature("amos").note()).contains("first");
        assertThat(page.locator("#version")).containsText("version " + (version + 1) + ", 1 changed");
        select(page, "amos");
        select(page, "support-center");
        assertThat(page.locator("#field-note")).hasValue("second");
        save(page);
        waitUntilScored(page, version + 2);
        assertThat(feature("support-center").note()).contains("second");
    }

    @Test
    void defectsAreShownAtTheirFeatures() {
        Page page = open();
        select(page, "amos");
        write(page, "corners", "126.63, 37.93\n126.64");
        assertThat(page.locator("#corners-help")).containsText("Line 2 must contain two numbers");
        write(page, "corners", "126.63, 37.93\n126.64, 37.94\n126.64, 37.93\n126.63, 37.94");
        assertThat(page.locator("#findings .bad")).containsText("to fix before saving");
        assertThat(page.locator("#findings li")
                        .filter(new Locator.FilterOptions().setHasText("Amos"))
                        .first())
                .isVisible();
        assertThat(page.locator("[data-feature='amos']")).hasClass(Pattern.compile("defect"));
        assertThat(page.locator("#save")).isDisabled();
    }

    @Test
    void aReadOnlyApiIsReported() throws IOException {
        try (LocalServer reading = LocalServer.start(InetAddress.getLoopbackAddress(), 0, api::answer)) {
            Page page = chromium.open(Reader.DESKTOP, reading.address() + "editor");
            select(page, "amos");
            write(page, "note", "for later");
            assertThat(page.locator("#saving")).containsText("This server is read-only");
            assertThat(page.locator("#save")).isDisabled();
        }
    }

    @Test
    void itIsSeen() {
        Chromium.picture(chromium.open(Reader.DESKTOP, server.address() + "editor#factory=amos"), "editor");
        Chromium.picture(chromium.open(Reader.DESKTOP.dark(), server.address() + "editor#factory=amos"), "editor-dark");
        Chromium.picture(
                chromium.open(Reader.DESKTOP.korean(), server.address() + "editor#factory=amos"), "editor-korean");
        Chromium.picture(
                chromium.open(Reader.DESKTOP.phone(), server.address() + "editor#factory=amos"), "editor-phone");
    }
}
