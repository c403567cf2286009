package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.local.store.LocalStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "backfill",
        description = "Records every product of a site that lies in an archive.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It may be stopped at any time and started again: what is recorded is passed over. Fails if a product could not",
            "be taken in for a reason that may pass; one that can't be read is recorded as such.",
            "",
            "Example:",
            "  heatwatch backfill --archive bucket --site sites/kaesong.geojson"
        })
final class BackfillCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Override
    public Integer call() throws InterruptedException {
        try (LocalStore store = LocalStore.open(options.data())) {
            Ledger ledger = store.ledger();
            WatchedSite watched = SiteDefinitions.save(options.site(), ledger);
            ProductIntake intake = store.intake(store.archive(options.archive()));
            List<ProductId> products = ArchiveFolder.products(options.archive(), watched.site());
            if (products.isEmpty()) {
                throw new CommandFailure("%s: no product of site %s is in it; give a folder that holds collection02"
                        .formatted(options.archive(), watched.site().id()));
            }
            long start = System.nanoTime();
            takeAll(products, watched, intake);
            double seconds = (System.nanoTime() - start) / 1e9;
            summarise(products, watched.site().id(), ledger, seconds);
            new LocalWatch(store)
                    .scoreWoken()
                    .forEach(delivered -> spec.commandLine().getOut().println("mail: " + delivered.file()));
            failures.forEach(failure -> spec.commandLine().getErr().println("heatwatch: " + failure));
            return failures.isEmpty() ? 0 : HeatWatch.FAILED;
        }
    }

    private void takeAll(List<ProductId> products, WatchedSite watched, ProductIntake intake)
            throws InterruptedException {
        Progress progress = new Progress(spec.commandLine().getErr(), products.size());
        Workers.forEach(products, product -> {
            take(product, watched, intake);
            progress.step();
        });
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
        PrintWriter out = spec.commandLine().getOut();
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
