package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heatwatch.aws.AwsClients;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.progress.Progress;
import org.heatwatch.cli.progress.Workers;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.NotificationSender;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.reconcile.MissingProducts;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.ArchiveFolder;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.heatwatch.store.StoreUnusable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backfill",
        description = "Records all products of a site that an archive contains.",
        footer = {
            "",
            "With --archive, products are read from a folder into the local store. With --stack, a "
                    + "deployed stack records them. With neither, they are read from the bucket of USGS into the "
                    + "local store, with your AWS credentials and at your cost (requester pays).",
            "",
            "--dry-run prints an estimate of reads and cost. It needs neither credentials nor a network: "
                    + "it counts the passes that the orbit allows. Without --dry-run, the command lists the "
                    + "archive, prints the estimate, and asks you to confirm.",
            "",
            "During a back-fill, a stack sends no mail about the site: judged by a part of its history "
                    + "alone, an ordinary day can seem unusual.",
            "",
            "You can stop the command at any time and run it again; it skips products that are recorded. "
                    + "It exits with 1 if a product failed for a temporary reason. A product that cannot be read, or "
                    + "lacks a file, is recorded as unreadable; it is read again only if its files change.",
            "",
            "Examples:",
            "  heatwatch backfill --archive bucket --site sites/kaesong.geojson",
            "  heatwatch backfill --dry-run --from 2013-04-11 --site sites/kaesong.geojson",
            "  heatwatch backfill --from 2024-01-01 --to 2024-12-31 --stack heatwatch --site sites/kaesong.geojson"
        })
final class BackfillCommand extends HeatWatchCommand {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder with the layout of the Landsat bucket; it is only read.")
    private @Nullable Path archive;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Deployed stack that records the products, reached with your AWS credentials.")
    private @Nullable String stack;

    @Option(names = "--region", description = "Region of the stack; default: us-west-2.")
    private @Nullable String region;

    @Option(
            names = "--site",
            paramLabel = "FILE|ID",
            required = true,
            description = "Site definition (GeoJSON), or the id of a recorded site.")
    @SuppressWarnings("NullAway.Init")
    private Path site;

    @Option(names = "--from", paramLabel = "DAY", description = "First day; default: the first day of Landsat 8.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day; default: today.")
    private @Nullable LocalDate to;

    @Option(names = "--dry-run", description = "Print an estimate of reads and cost, and do nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private final DataFolder data = new DataFolder();

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private LocalDate first() {
        return from == null ? OrbitCalendar.firstDay(Satellite.LANDSAT_8) : from;
    }

    private LocalDate last() {
        return to == null ? LocalDate.now(ZoneOffset.UTC) : to;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (first().isAfter(last())) {
            throw new CommandFailure(
                    "--from %s is after --to %s; give the earlier day as --from".formatted(first(), last()));
        }
        if (archive != null && stack != null) {
            throw new CommandFailure(
                    "--archive and --stack cannot be combined: a stack cannot read local folders; give one of them");
        }
        if (archive != null) {
            ArchiveFolder.require(archive);
        }
        if (dryRun) {
            return printEstimate();
        }
        if (stack != null) {
            return intoStack(RemoteStack.find(stack, region));
        }
        try (LocalStore store = LocalStore.open(data.path())) {
            WatchedSite watched = SiteDefinitions.saved(site, store.ledger());
            return archive == null ? fromBucket(store, watched) : fromFolder(store, watched, archive);
        }
    }

    private int printEstimate() {
        PrintWriter out = out();
        SiteDefinitions.requireFile(site);
        Site definition = SiteFile.read(site);
        if (archive != null) {
            List<ProductId> products = inTime(ArchiveFolder.products(archive, definition));
            out.printf(
                    "%d products of %s are in %s; reading them is free%n", products.size(), definition.name(), archive);
            return 0;
        }
        out.printf("Back-fill of %s, acquisitions from %s to %s%n%n", definition.name(), first(), last());
        BackfillPlan.ofCalendar(definition, first(), last()).print(out, stack != null);
        out.println();
        out.println(
                "Prices are in US dollars, for us-west-2 at the end of 2025, without the monthly free tier of AWS.");
        return 0;
    }

    private List<ProductId> inTime(List<ProductId> products) {
        return products.stream()
                .filter(product -> !product.acquired().isBefore(first())
                        && !product.acquired().isAfter(last()))
                .toList();
    }

    private int intoStack(RemoteStack remote) {
        Ledger ledger = remote.ledger();
        Site definition =
                SiteDefinitions.recorded(site, ledger).map(SiteDefinition::site).orElseGet(() -> SiteFile.read(site));
        WatchedSite watched = ledger.site(definition.id())
                .filter(deployed -> deployed.site().equals(definition))
                .map(WatchedSite::of)
                .orElseThrow(() -> new CommandFailure(
                        "%s: stack %s has no such site, or another version of it; give the deployed definition"
                                .formatted(site, remote.name())));
        List<ProductId> products = missing(watched, remote.archive(), ledger);
        if (!isAgreed(products, watched, /* intoStack= */ true)) {
            return HeatWatch.FAILED;
        }
        if (products.isEmpty()) {
            return 0;
        }
        // Before the first message, so that the stack sends no mail about a part of the history.
        Backfill begun = remote.backfills().begin(definition.id(), products, ledger, Instant.now());
        NotificationSender sender = remote.notificationSender("backfill");
        Progress progress = Progress.of(err(), products.size());
        products.forEach(product -> {
            sender.send(product, definition.id());
            progress.step();
        });
        PrintWriter out = out();
        out.printf("%d products wait in the back-fill queue of stack %s%n", products.size(), remote.name());
        out.printf(
                "The stack sends no mail about this site until they are taken in, or until %s at the latest%n",
                begun.waitedForUntil().truncatedTo(ChronoUnit.MINUTES));
        return 0;
    }

    private List<ProductId> missing(WatchedSite watched, Archive bucket, Ledger ledger) {
        return MissingProducts.of(watched, first(), last(), bucket, ledger).products();
    }

    private int fromBucket(LocalStore store, WatchedSite watched) throws InterruptedException {
        Archive bucket = S3Archive.overThinLine(AwsClients.landsat(), S3Archive.LANDSAT_BUCKET);
        List<ProductId> products = missing(watched, bucket, store.ledger());
        if (!isAgreed(products, watched, /* intoStack= */ false)) {
            return HeatWatch.FAILED;
        }
        return take(products, watched, store, store.intake(bucket));
    }

    private boolean isAgreed(List<ProductId> products, WatchedSite watched, boolean intoStack) {
        PrintWriter out = out();
        if (products.isEmpty()) {
            out.println("nothing is missing");
            return true;
        }
        BackfillPlan.of(products, BackfillPlan.listings(watched.site(), first(), last()))
                .print(out, intoStack);
        if (yes) {
            return true;
        }
        return Confirmation.given("", out, err());
    }

    private int fromFolder(LocalStore store, WatchedSite watched, Path folder) throws InterruptedException {
        ProductIntake intake = store.intake(store.archive(folder));
        List<ProductId> products = inTime(ArchiveFolder.products(folder, watched.site()));
        if (products.isEmpty()) {
            throw new CommandFailure("%s: contains no product of site %s; give the folder that contains collection02"
                    .formatted(folder, watched.site().id()));
        }
        return take(products, watched, store, intake);
    }

    private int take(List<ProductId> products, WatchedSite watched, LocalStore store, ProductIntake intake)
            throws InterruptedException {
        if (products.isEmpty()) {
            return 0;
        }
        long start = System.nanoTime();
        Progress progress = Progress.of(err(), products.size());
        Workers.forEach(products, product -> {
            take(product, watched, intake);
            progress.step();
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        new IntakeSummary(products, failures.size(), seconds)
                .print(store.ledger().intake(watched.site().id()), out());
        LocalWatch.of(store).scoreRequested().forEach(delivered -> out().println("mail: " + delivered.file()));
        failures.stream().distinct().forEach(failure -> err().println("heatwatch: " + failure));
        return failures.isEmpty() ? 0 : HeatWatch.FAILED;
    }

    private void take(ProductId product, WatchedSite watched, ProductIntake intake) {
        try {
            intake.take(product, watched, true);
        } catch (ProductUnreadable e) {
            // Recorded in the ledger, and counted in the summary.
        } catch (HeatWatchException | StoreUnusable e) {
            failures.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever happens to a product, the others go on.
            failures.add("%s: internal error: %s; please report it with the product".formatted(product.id(), e));
        }
    }
}
