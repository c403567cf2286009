package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heatwatch.cli.doctor.TestTools;

/** A headless browser. Records the errors of its pages and the servers that they contact. */
final class Chromium implements AutoCloseable {
    private static final Path PICTURES =
            Path.of(System.getProperty("heatwatch.pages", "target/pages")).toAbsolutePath();
    private static final double PATIENCE_MILLISECONDS = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> faults = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser. Without one, tests are skipped, except in continuous integration. */
    static Chromium start() {
        List<Path> found =
                TestTools.BROWSERS.stream().filter(Files::isExecutable).toList();
        assumeTrue(
                !found.isEmpty() || System.getenv("CI") != null,
                "skipped: tests of the pages need Chromium (apt-get install chromium fonts-nanum); run ./heatwatch doctor");
        assertThat(found).as("Chromium").isNotEmpty();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.getFirst())
                        // Without a graphics card, software rendering is faster than emulating one.
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new Chromium(playwright, browser);
    }

    /** Settings of a browser. */
    record Reader(int width, int height, String language, ColorScheme colours, boolean hasScripts) {
        static final Reader DESKTOP = new Reader(1440, 1000, "en-GB", ColorScheme.LIGHT, true);

        Reader dark() {
            return new Reader(width, height, language, ColorScheme.DARK, hasScripts);
        }

        Reader phone() {
            return new Reader(390, 844, language, colours, hasScripts);
        }

        Reader wall() {
            return new Reader(2560, 1440, language, colours, hasScripts);
        }

        Reader korean() {
            return new Reader(width, height, "ko-KR", colours, hasScripts);
        }

        Reader withoutScripts() {
            return new Reader(width, height, language, colours, false);
        }
    }

    /** A new page without stored data. */
    Page page(Reader reader) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(reader.width(), reader.height())
                .setLocale(reader.language())
                .setColorScheme(reader.colours())
                .setJavaScriptEnabled(reader.hasScripts())
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        Page page = context.newPage();
        page.onPageError(error -> faults.add("uncaught: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add("console: " + message.text());
            }
        });
        page.onRequest(request -> asked.add(request.url()));
        return page;
    }

    /** Opens a page, moves the pointer so that it also draws what is not visible, and waits until it is complete. */
    Page open(Reader reader, String address) {
        Page page = page(reader);
        page.navigate(address);
        page.mouse().move(1, 1);
        page.waitForSelector("body[data-ready]");
        return page;
    }

    /** Requests to other machines. */
    List<String> strangers() {
        return asked.stream()
                .filter(url -> url.startsWith("http") && !url.startsWith("http://127.0.0.1:"))
                .toList();
    }

    /** Clears the recorded requests. */
    void takeStrangers() {
        asked.clear();
    }

    /** Errors since the last call. */
    List<String> takeFaults() {
        List<String> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    /** Accessibility defects by the rules of axe: WCAG 2.2, levels A and AA. */
    static List<String> hindrances(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(Chromium::words)
                        .toList();
    }

    private static Stream<String> words(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary());
    }

    /** Saves a screenshot of the whole page for review. */
    static Path picture(Page page, String name) {
        return picture(page, name, true);
    }

    static Path picture(Page page, String name, boolean whole) {
        Path file = file(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
        return file;
    }

    /** Saves the printed form of a page. */
    static void print(Page page, String name) {
        page.pdf(new Page.PdfOptions().setPath(file(name + ".pdf")).setFormat("A4"));
    }

    /** A file in the folder of pictures. */
    static Path file(String name) {
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return PICTURES.resolve(name);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
