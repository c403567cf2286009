package org.heatwatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heatwatch.aws.AwsClients;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.NoticeSender;
import org.heatwatch.intake.OrbitCalendar;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.reconcile.Shortfall;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backfill",
        description = "Records every product of a site that an archive has.",
        footer = {
            "",
            "Three ways: --archive reads a folder into the local store. --stack leaves the work to a deployed stack. With",
            "neither, the bucket of USGS is read into the local store with your AWS credentials; the requester pays.",
            "",
            "--dry-run tells what it would read and cost; it needs neither credentials nor a network, and counts what the",
            "orbit allows. Without it the archive is listed first, the price shown, and you are asked.",
            "",
            "While a stack fills in a site, it tells nothing new of it: from a part of its past, an ordinary day may stand out.",
            "",
            "It may be stopped at any time and started again: what is recorded is passed over. Fails if a product could not",
            "be taken in for a reason that may pass; one that can't be read is recorded as such.",
            "",
            "Examples:",
            "  heatwatch backfill --archive bucket --site sites/kaesong.geojson",
            "  heatwatch backfill --dry-run --from 2013-04-11 --site sites/kaesong.geojson",
            "  heatwatch backfill --from 2024-01-01 --to 2024-12-31 --stack heatwatch --site sites/kaesong.geojson"
        })
final class BackfillCommand extends HeatWatchCommand {
    @Option(names = "--archive", paramLabel = "DIR", description = "Folder laid out as the Landsat bucket; only read.")
    private @Nullable Path archive;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Deployed stack that is to do the work, reached with your AWS credentials.")
    private @Nullable String stack;

    @Option(names = "--region", description = "Region of the stack; default us-west-2.")
    private @Nullable String region;

    @Option(names = "--site", paramLabel = "FILE", required = true, description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path site;

    @Option(names = "--from", paramLabel = "DAY", description = "First day; default the first of Landsat 8.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day; default today.")
    private @Nullable LocalDate to;

    @Option(names = "--dry-run", description = "Tell what it would read and cost, and do nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
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
            throw new CommandFailure("--from %s is after --to %s; give days in order".formatted(first(), last()));
        }
        if (archive != null && stack != null) {
            throw new CommandFailure("a stack reads no folder of this machine; give --archive or --stack");
        }
        if (dryRun) {
            return tell();
        }
        if (stack != null) {
            return intoStack(RemoteStack.find(stack, region));
        }
        try (LocalStore store = LocalStore.open(data.path())) {
            WatchedSite watched = SiteDefinitions.save(site, store.ledger());
            return archive == null ? fromBucket(store, watched) : fromFolder(store, watched, archive);
        }
    }

    private int tell() {
        PrintWriter out = out();
        Site its = SiteFile.read(site);
        if (archive != null) {
            List<ProductId> products = inTime(ArchiveFolder.products(archive, its));
            out.printf(
                    "%d products of %s lie in %s; reading them costs nothing%n", products.size(), its.name(), archive);
            return 0;
        }
        out.printf("Back-fill of %s, acquisitions from %s to %s%n%n", its.name(), first(), last());
        BackfillPlan.ofCalendar(its, first(), last()).print(out, stack != null);
        out.println();
        out.println(
                "Prices in US dollars of us-west-2, end of 2025. What AWS gives for nothing every month is not taken off.");
        return 0;
    }

    private List<ProductId> inTime(List<ProductId> products) {
        return products.stream()
                .filter(p -> !p.acquired().isBefore(first()) && !p.acquired().isAfter(last()))
                .toList();
    }

    private int intoStack(RemoteStack remote) {
        Ledger ledger = remote.ledger();
        Site its = SiteFile.read(site);
        WatchedSite watched = ledger.site(its.id())
                .filter(definition -> definition.site().equals(its))
                .map(WatchedSite::of)
                .orElseThrow(() -> new CommandFailure(
                        "%s: stack %s does not watch this site as the file has it; give the file that it was deployed with"
                                .formatted(site, remote.name())));
        List<ProductId> products = missing(watched, remote.archive(), ledger);
        if (!isAgreed(products, watched, /* intoStack= */ true)) {
            return HeatWatch.FAILED;
        }
        if (products.isEmpty()) {
            return 0;
        }
        // First of all, since the site must not be told of from what comes first.
        Backfill begun = remote.backfills().begin(its.id(), products, ledger, Instant.now());
        NoticeSender sender = remote.noticeSender("backfill");
        Progress progress = new Progress(err(), products.size());
        products.forEach(product -> {
            sender.send(product);
            progress.step();
        });
        PrintWriter out = out();
        out.printf("%d products wait in the back-fill queue of stack %s%n", products.size(), remote.name());
        out.printf(
                "Nothing is told of this site until they are taken in, or until %s at the latest%n",
                begun.waitedForUntil().truncatedTo(ChronoUnit.MINUTES));
        return 0;
    }

    private List<ProductId> missing(WatchedSite watched, Archive bucket, Ledger ledger) {
        return Shortfall.of(watched, first(), last(), bucket, ledger).products();
    }

    private int fromBucket(LocalStore store, WatchedSite watched) throws InterruptedException {
        Archive bucket = new S3Archive(AwsClients.landsat(), S3Archive.LANDSAT_BUCKET);
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
        out.printf("%nGo on? [y/N] ");
        out.flush();
        boolean agreed =
                answer().map(text -> text.strip().equalsIgnoreCase("y")).orElse(false);
        if (!agreed) {
            err().println("heatwatch: not begun; answer y, or give --yes");
        }
        return agreed;
    }

    private static Optional<String> answer() {
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int fromFolder(LocalStore store, WatchedSite watched, Path folder) throws InterruptedException {
        ProductIntake intake = store.intake(store.archive(folder));
        List<ProductId> products = inTime(ArchiveFolder.products(folder, watched.site()));
        if (products.isEmpty()) {
            throw new CommandFailure("%s: no product of site %s is in it; give a folder that holds collection02"
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
        Progress progress = new Progress(err(), products.size());
        Workers.forEach(products, product -> {
            take(product, watched, intake);
            progress.step();
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        summarise(products, watched.site().id(), store.ledger(), seconds);
        new LocalWatch(store).scoreWoken().forEach(delivered -> out().println("mail: " + delivered.file()));
        failures.forEach(failure -> err().println("heatwatch: " + failure));
        return failures.isEmpty() ? 0 : HeatWatch.FAILED;
    }

    private void take(ProductId product, WatchedSite watched, ProductIntake intake) {
        try {
            intake.take(product, watched, true);
        } catch (ProductUnreadable e) {
            // It is in the ledger, and in the summary.
        } catch (HeatWatchException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }

    private void summarise(List<ProductId> products, String siteId, Ledger ledger, double seconds) {
        Map<String, Integer> counts = new TreeMap<>();
        for (IntakeRecord record : ledger.intake(siteId)) {
            if (products.contains(record.product())) {
                counts.merge(name(record.outcome()), 1, Integer::sum);
            }
        }
        if (!failures.isEmpty()) {
            counts.put("failed", failures.size());
        }
        PrintWriter out = out();
        Table table = new Table("outcome", ">products");
        counts.forEach((outcome, count) -> table.row(outcome, Integer.toString(count)));
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%d products in %.1f s, %.2f s each%n",
                products.size(),
                seconds,
                seconds / products.size());
    }

    private static String name(IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Recorded _ -> "recorded";
            case IntakeOutcome.Superseded _ -> "superseded";
            case IntakeOutcome.NotOurs _ -> "not ours";
            case IntakeOutcome.Unreadable _ -> "unreadable";
        };
    }
}
