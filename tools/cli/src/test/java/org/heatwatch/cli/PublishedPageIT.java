package org.heatwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heatwatch.api.KnownSite;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.api.Sources;
import org.heatwatch.api.StaticSite;
import org.heatwatch.cli.Chromium.Reader;
import org.heatwatch.cli.output.PublishedFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published page in a browser, from a server that only serves files. */
final class PublishedPageIT {
    private static final int PASSES = 160;

    private static HttpServer files;
    private static Chromium chromium;

    @BeforeAll
    static void publish(@TempDir Path folder) throws IOException {
        Sources sources = new KnownSite("here", "Factory", 3)
                .withSources(5)
                .publish(PASSES)
                .sources();
        PublishedSite view = PublishedSite.last("here", sources.ledger(), sources.outbox(), sources.histories())
                .orElseThrow();
        PublishedFolder published = PublishedFolder.of(folder);
        new StaticSite(view, sources.outbox(), sources.ledger(), Optional.empty(), Instant.now())
                .write(published::write);
        published.finish();
        files = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        files.start();
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        chromium.close();
        files.stop(0);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.takeFaults()).isEmpty();
    }

    private static String at(String file) {
        return "http://127.0.0.1:%d/%s".formatted(files.getAddress().getPort(), file);
    }

    @Test
    void thePageWorksFromAPlainFileServer() {
        Page page = chromium.page(Reader.DESKTOP);
        List<String> failed = new ArrayList<>();
        page.onResponse(response -> {
            if (response.status() >= 400) {
                failed.add(response.url());
            }
        });
        page.navigate(at(""));
        page.waitForSelector("body[data-ready]");
        page.locator("#slider").fill("20");
        assertThat(page.locator("h1")).containsText("After the pass of");
        assertThat(page.locator(".story .notes")).containsText("no proof of production");
        assertThat(page.locator("#downloads a[download^='here_simulated_facilities_'][download$='.csv']"))
                .hasCount(1);
        page.locator("#factories tr[data-id='factory-2'] button").click();
        page.waitForSelector("#factory[data-shown='factory-2']");
        page.locator("#sources-list tbody tr button").first().click();
        page.waitForSelector("#factory[data-shown='source-1']");
        page.locator("#alerts summary").first().click();
        assertThat(page.locator("#alerts pre").first()).isVisible();
        page.locator("#embed summary").click();
        assertThat(page.locator("#embed-code")).containsText("<iframe src=\"" + at(""));
        page.locator("a[data-lang=ko]").click();
        page.waitForSelector("html[lang=ko] body[data-ready]");
        assertThat(failed).isEmpty();
        assertThat(page.locator("a[href*='/editor']")).hasCount(0);
        assertThat(chromium.strangers()).isEmpty();
    }

    @Test
    void whatIsNotVisibleIsDrawnWhenTheReaderDoesSomething() {
        Page page = chromium.page(new Reader(390, 320, "en-GB", ColorScheme.LIGHT, true));
        List<String> libraries = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().matches(".*/(ol|uPlot\\.iife\\.min)\\.js")) {
                libraries.add(request.url());
            }
        });
        page.navigate(at(""));
        assertThat(page.locator("h1")).isVisible();
        assertThat(libraries).as("before the reader scrolls").isEmpty();
        page.mouse().wheel(0, 300);
        page.waitForSelector("body[data-ready]");
        assertThat(libraries).hasSize(2);
        assertThat(page.locator("#factory .uplot").first()).isVisible();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException, InterruptedException {
        for (Reader reader : List.of(Reader.DESKTOP, Reader.DESKTOP.withoutScripts())) {
            Page page = chromium.page(reader);
            page.navigate(at(""));
            if (reader.hasScripts()) {
                page.waitForSelector("body[data-ready]");
            }
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (Locator link : page.locator("a[href], img[src]").all()) {
                    String address = String.valueOf(link.evaluate("node => node.href ?? node.src"));
                    HttpRequest request = HttpRequest.newBuilder(URI.create(address.split("#", 2)[0]))
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build();
                    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode())
                            .as(address)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void thePageIsAccessible() {
        for (Reader reader : List.of(Reader.DESKTOP, Reader.DESKTOP.dark(), Reader.DESKTOP.phone())) {
            Page page = chromium.open(reader, at(""));
            assertThat(Chromium.hindrances(page)).as(reader.toString()).isEmpty();
        }
        Chromium.picture(chromium.open(Reader.DESKTOP, at("")), "published");
    }

    @Test
    void aLinkToThePageHasAPicture() {
        Page page = chromium.page(Reader.DESKTOP);
        page.navigate(at(""));
        assertThat(page.locator("meta[property='og:image']")).hasAttribute("content", "card.png");
        assertThat(page.locator("meta[property='og:description']"))
                .hasAttribute("content", Pattern.compile("Simulated data.*warmer than when idle.*"));
        assertThat(page.locator("link[type='application/atom+xml']")).hasAttribute("href", "./alerts.atom");
    }
}
