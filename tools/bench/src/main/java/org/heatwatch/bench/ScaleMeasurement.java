package org.heatwatch.bench;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoNotificationTimes;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.DynamoScoringDates;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.reconcile.Reconciler;
import org.heatwatch.run.SiteRunner;

/**
 * Measures what many sites read and write: in DynamoDB Local, which states the capacity units that DynamoDB would
 * charge, with copies of Kaesong, and computes the cost of a month from that. Prints tables in Markdown.
 */
public final class ScaleMeasurement {
    private static final int DEFAULT_SITES = 10_000;
    private static final int REPETITIONS = 20;
    private static final int SAMPLES = 4000;

    /** Scenes of a site after ten years: by day and by night, of two satellites, with gaps. */
    private static final int SCENES = 600;

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final String BUCKET = "usgs-landsat";

    private final CountedDynamo dynamo;
    private final LedgerTable table;
    private final DynamoLedger ledger;
    private final int sites;
    private final Map<String, Consumption> measured = new LinkedHashMap<>();
    private int sent;

    private ScaleMeasurement(CountedDynamo dynamo, LedgerTable table, int sites) {
        this.dynamo = dynamo;
        this.table = table;
        this.ledger = new DynamoLedger(table);
        this.sites = sites;
    }

    /** Measures with the number of sites given as the only argument; default: 10,000. */
    public static void main(String... arguments) throws Exception {
        int sites = arguments.length == 0 ? DEFAULT_SITES : Integer.parseInt(arguments[0]);
        AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
        try {
            CountedDynamo dynamo = CountedDynamo.of(local.dynamoDbClient());
            LedgerTable.create(local.dynamoDbClient(), "scale");
            ScaleMeasurement scale = new ScaleMeasurement(dynamo, new LedgerTable(dynamo.client(), "scale"), sites);
            scale.fill();
            scale.measure();
            MonthlyCost cost = new MonthlyCost(scale.measured);
            System.out.println();
            cost.print(System.out);
        } finally {
            local.shutdown();
        }
    }

    private void fill() {
        long start = System.nanoTime();
        ManySites.ofProject().save(ledger, sites);
        Consumption put = dynamo.take();
        System.out.printf(
                Locale.ROOT,
                "%d sites saved in %.0f s: %.0f write units each%n%n",
                sites,
                (System.nanoTime() - start) / 1e9,
                put.writeUnits() / sites);
        LocalDate day = TODAY.minusDays(SCENES * 6L);
        for (int i = 0; i < SCENES; i++, day = day.plusDays(6)) {
            ledger.record(ManySites.id(0), LedgerScenes.resolved(product(day), SAMPLES));
        }
        ledger.sitesWatching(ManySites.UNWATCHED);
        dynamo.take();
    }

    private static String product(LocalDate day) {
        String date = day.toString().replace("-", "");
        return "LC08_L1TP_116034_%s_%s_02_T1".formatted(date, date);
    }

    private void measure() {
        System.out.println("| what | read requests | read units | write requests | write units | milliseconds |");
        System.out.println("|---|---|---|---|---|---|");
        notifications();
        intake();
        reconcile();
        row(MonthlyCost.SCORE_READS, () -> {
            ledger.site(ManySites.id(0));
            ledger.sampledScenes(ManySites.id(0));
            new DynamoOutbox(table).announcementRecords(ManySites.id(0));
        });
        row("list of 100 sites with their definitions", () -> ledger.sites(ledger.siteIds("", 100)));
        row("a request about one site: its definition", () -> ledger.site(ManySites.id(1)));
        once("site added", () -> {
            ledger.site("new-site");
            ledger.removedSite("new-site");
            ledger.putSite(ManySites.ofProject().definition(sites));
        });
        once("site removed", () -> ledger.removeSite(ManySites.id(sites)));
    }

    /** Takes the median time of several repetitions and the consumption of the first. */
    private void row(String what, Runnable action) {
        dynamo.take();
        action.run();
        Consumption consumption = dynamo.take();
        double[] millis = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            action.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        dynamo.take();
        print(what, consumption, millis[REPETITIONS / 2]);
    }

    /** For an action that has no effect when it is repeated. */
    private void once(String what, Runnable action) {
        dynamo.take();
        long start = System.nanoTime();
        action.run();
        double millis = (System.nanoTime() - start) / 1e6;
        print(what, dynamo.take(), millis);
    }

    private void print(String what, Consumption consumption, double millis) {
        measured.put(what, consumption);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %d | %.1f | %.1f |%n",
                what,
                consumption.readRequests(),
                consumption.readUnits(),
                consumption.writeRequests(),
                consumption.writeUnits(),
                millis);
    }

    private NotificationProcessor processor() {
        return new NotificationProcessor(
                ledger,
                new ProductIntake(
                        new EmptyArchive(),
                        new ClipTiff(),
                        ClipStore.none(),
                        SampleExtractor.current(),
                        ledger,
                        _ -> {}),
                BUCKET,
                5,
                new DynamoNotificationTimes(table),
                _ -> {},
                (_, siteIds, _) -> sent += siteIds.size(),
                Instant::now);
    }

    private static String notification(ProductId product) {
        return "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://%s/%s\"}"
                .formatted(product, BUCKET, product.keyPrefix());
    }

    private void notifications() {
        String foreign =
                notification(ProductId.parse("LC08_L1TP_%s_20260301_20260301_02_T1".formatted(ManySites.UNWATCHED)));
        row(MonthlyCost.FOREIGN, () -> processor().process(foreign, 1, Optional.of(Instant.now())));
        NotificationProcessor sameProcess = processor();
        sameProcess.process(foreign, 1, Optional.of(Instant.now()));
        row(
                "the same within a minute in the same process",
                () -> sameProcess.process(foreign, 1, Optional.of(Instant.now())));
        String together = notification(ProductId.parse(product(TODAY)));
        sent = 0;
        processor().process(together, 1, Optional.of(Instant.now()));
        int each = sent;
        row(
                MonthlyCost.FORWARD + " (%d messages in %d batches)".formatted(each, (each + 9) / 10),
                () -> processor().process(together, 1, Optional.of(Instant.now())));
    }

    private void intake() {
        List<ProductId> products = new ArrayList<>();
        for (int i = 0; i <= REPETITIONS; i++) {
            products.add(ProductId.parse(product(TODAY.plusDays(1 + i))));
        }
        int[] next = {0};
        DynamoNotificationTimes times = new DynamoNotificationTimes(table);
        row(MonthlyCost.INTAKE, () -> {
            ProductId product = products.get(next[0]++);
            String siteId = ManySites.id(1);
            SiteDefinition _ = ledger.site(siteId).orElseThrow();
            times.record(siteId, Instant.EPOCH.plusSeconds(next[0]));
            ledger.scene(siteId, product.acquisition());
            ledger.intake(siteId, product);
            ledger.record(siteId, LedgerScenes.resolved(product.id(), SAMPLES));
        });
    }

    private void reconcile() {
        DynamoOutbox outbox = new DynamoOutbox(table);
        DynamoScoringDates dates = new DynamoScoringDates(table);
        Reconciler reconciler = new Reconciler(
                ledger,
                outbox,
                new SiteRunner(ledger, outbox, new DynamoHistoryStore(table)),
                new EmptyArchive(),
                new DynamoNotificationTimes(table),
                (_, _, _) -> {},
                _ -> {},
                new MailDispatcher(outbox, _ -> {}, Instant::now),
                new DynamoBackfills(table),
                dates,
                _ -> TODAY,
                Instant::now,
                (_, _) -> {});
        row(
                "start of a reconciliation of all sites (%d batches of messages)".formatted((sites + 9) / 10),
                reconciler::siteIds);
        SiteDefinition site = ledger.site(ManySites.id(0)).orElseThrow();
        dates.set(site.siteId(), dates.find(site.siteId()), TODAY.plusDays(2), CodeVersion.current());
        row(
                MonthlyCost.LIGHT,
                () -> reconciler.reconcile(reconciler.site(site.siteId()).orElseThrow(), Optional.empty()));
        row(
                MonthlyCost.FULL,
                () -> reconciler.reconcile(
                        reconciler.site(site.siteId()).orElseThrow(), Optional.of(reconciler.usualDays(site))));
    }

    private record EmptyArchive() implements Archive {
        @Override
        public ProductFiles open(ProductId product) {
            throw new IllegalStateException("no product is read");
        }

        @Override
        public List<ProductId> list(Acquisition acquisition) {
            return List.of();
        }

        @Override
        public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
            return List.of();
        }
    }
}
