package org.heatwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.cli.Chromium.Reader;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.SiteEditService;
import org.heatwatch.cli.serve.SiteImportService;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor in a real browser, from an empty store to a site with imported buildings. */
final class NewSiteIT {
    private static final List<RuntimeException> FAULTS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static LocalStore store;
    private static LocalServer server;
    private static Chromium chromium;

    @BeforeAll
    static void serve() throws IOException {
        store = LocalStore.open(folder.resolve("data"));
        HeatWatchApi api = new HeatWatchApi(store.sources(), FAULTS::add);
        LocalWatch watch = LocalWatch.of(store);
        SiteEditService edits = new SiteEditService(api::answer, store.ledger(), "analyst", siteId -> {
            watch.score(siteId);
            return true;
        });
        server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, new SiteImportService(edits, store.ledger()));
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        chromium.close();
        server.close();
        store.close();
    }

    /** Rows of halls of 60 m by 45 m, as Overpass turbo exports them. */
    private static Path buildings(String name, int first, int count) throws IOException {
        List<String> features = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            double west = 35.145 + 0.0016 * (i % 20);
            double south = 47.852 + 0.0011 * Math.floorDiv(i, 20);
            features.add(String.format(
                    Locale.ROOT,
                    "{\"type\":\"Feature\",\"id\":\"way/%1$d\",\"properties\":{\"@id\":\"way/%1$d\",\"name\":\"Hall %1$d\"},"
                            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%2$.6f,%3$.6f],[%4$.6f,%3$.6f],"
                            + "[%4$.6f,%5$.6f],[%2$.6f,%5$.6f],[%2$.6f,%3$.6f]]]}}",
                    i,
                    west,
                    south,
                    west + 0.0008,
                    south + 0.0004));
        }
        return Files.writeString(
                folder.resolve(name),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    @Test
    void aSiteIsCreatedInAnEmptyStoreAndOutlinesAreImported() throws IOException {
        Page page = chromium.page(Reader.DESKTOP);
        page.navigate(server.address() + "editor");
        page.waitForSelector("#new-site:not([hidden])");
        assertThat(Chromium.hindrances(page)).isEmpty();
        page.locator("#new-name").fill("Zaporizhzhia steel works");
        page.locator("#new-position").fill("47.86 north");
        page.locator("#new-create").click();
        assertThat(page.locator("#new-status")).containsText("latitude, longitude");
        page.locator("#new-position").fill("47.86, 35.16");
        page.locator("#new-radius").fill("2.5");
        page.locator("#new-file").setInputFiles(buildings("first.geojson", 0, 100));
        page.locator("#new-create").click();
        page.waitForSelector("body[data-created]");
        assertThat(page.locator("#new-status")).containsText("177/027");
        assertThat(page.locator("#new-status")).containsText("100 inside the outline of the site");
        Chromium.picture(page, "new-site");

        page.locator("#new-open").click();
        page.waitForSelector("body[data-ready]");
        assertThat(page.locator("[data-feature='way-1']")).isVisible();
        page.locator("#import-file").setInputFiles(buildings("second.geojson", 90, 40));
        page.waitForSelector("body[data-imported]");
        assertThat(page.locator("#import-report")).containsText("30 features were added to the draft");
        page.locator("#go-position").fill("47.865, 35.165");
        page.locator("#go button").click();
        assertThat(Chromium.hindrances(page)).isEmpty();
        Chromium.picture(page, "new-site-editor");
        page.locator("#save:not([disabled])").click();
        page.waitForSelector("body[data-saved='2']", new Page.WaitForSelectorOptions().setTimeout(120_000));

        Site site =
                store.ledger().site("zaporizhzhia-steel-works").orElseThrow().site();
        assertThat(site.features(Role.FACILITY).size()
                        + site.features(Role.BUILDING).size())
                .isEqualTo(130);
        assertThat(chromium.takeFaults()).isEmpty();
        assertThat(FAULTS).isEmpty();
        assertThat(chromium.strangers()).isEmpty();
    }
}
