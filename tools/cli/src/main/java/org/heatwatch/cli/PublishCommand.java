package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.api.StaticSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.PublishedFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description = "Writes the dashboard of a site with all its data as files for any web server or bucket.",
        footer = {
            "",
            "The page is read-only and needs no server that computes. Clips of products are not included. The last "
                    + "publication is used if it is up to date; otherwise the history is computed. A later run "
                    + "into the same folder replaces the files and removes those that are no longer needed.",
            "",
            "Examples:",
            "  heatwatch publish page --data data/demo",
            "  python3 -m http.server --bind 127.0.0.1 --directory page      # view it at http://127.0.0.1:8000/",
            "  heatwatch publish page --data data/demo --address https://example.org/kaesong/"
        })
final class PublishCommand extends SiteDataCommand {
    private static final double MEGABYTE = 1e6;

    @Parameters(paramLabel = "DIR", description = "Folder to write: a new or empty one, or one that publish wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Address at which the folder will be published. Feed readers and sites that show a picture "
                    + "with a link need it.")
    private @Nullable String address;

    @Override
    void print(SiteSource source, PrintWriter out) {
        Optional<URI> published = Optional.ofNullable(address).map(this::folderAddress);
        PublishedSite view = source.publishedWithSources();
        StaticSite site = new StaticSite(
                view,
                source.outbox(),
                source.ledger(),
                published,
                InstantSource.system().instant());
        if (site.definition().isEmpty()) {
            throw new CommandFailure(
                    "site %s: the definition is not recorded; record it with `heatwatch sites update`, "
                                    .formatted(source.site().id())
                            + "or leave --site FILE out");
        }
        PublishedFolder files = PublishedFolder.of(folder);
        try {
            site.write(files::write);
            files.finish();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure("%s cannot be written: %s".formatted(folder, e.getMessage()));
        }
        out.printf(
                Locale.ROOT,
                "%s: as of %s, %d files, %.1f MB; open %s through a web server%n",
                folder,
                view.asOf().orElseThrow(),
                files.count(),
                files.bytes() / MEGABYTE,
                folder.resolve("index.html"));
    }

    private URI folderAddress(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text : text + "/");
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Reported below, as any other address that is not one of a web server.
        }
        throw misuse("--address %s: must be an address such as https://example.org/kaesong/".formatted(text));
    }
}
