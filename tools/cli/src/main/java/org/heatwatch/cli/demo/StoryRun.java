package org.heatwatch.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.progress.Progress;
import org.heatwatch.cli.progress.Workers;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.site.Role;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.heatwatch.story.SimulatedStory;
import org.heatwatch.story.StoryProduct;

/**
 * Runs a story day by day: publishes its products in a bucket, processes each as at the first delivery of its
 * notification, scores the site and delivers mail. Products that were published before the watch began are filled in
 * first.
 */
public final class StoryRun {
    private final SimulatedStory story;
    private final String siteId;
    private final Path bucket;
    private final NotificationProcessor processor;
    private final LocalWatch watch;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Queue<NotificationResult> failures;

    private StoryRun(
            SimulatedStory story,
            String siteId,
            Path bucket,
            NotificationProcessor processor,
            LocalWatch watch,
            Queue<NotificationResult> failures,
            PrintWriter out,
            PrintWriter err) {
        this.story = story;
        this.siteId = siteId;
        this.bucket = bucket;
        this.processor = processor;
        this.watch = watch;
        this.failures = failures;
        this.out = out;
        this.err = err;
    }

    /** Prepares a run that publishes to a bucket and records in a store. */
    public static StoryRun of(
            SimulatedStory story, String siteId, Path bucket, LocalStore store, PrintWriter out, PrintWriter err) {
        Queue<NotificationResult> failures = new ConcurrentLinkedQueue<>();
        NotificationProcessor processor = new NotificationProcessor(
                store.ledger(),
                store.intake(store.archive(bucket)),
                S3Archive.LANDSAT_BUCKET,
                1,
                NotificationTimes.none(),
                result -> {
                    if (!result.isDone()) {
                        failures.add(result);
                    }
                });
        return new StoryRun(story, siteId, bucket, processor, LocalWatch.of(store), failures, out, err);
    }

    /** Runs the story to its last day. */
    public void run() throws InterruptedException {
        Map<LocalDate, List<StoryProduct>> byDay = story.products().stream()
                .collect(Collectors.groupingBy(StoryRun::published, TreeMap::new, Collectors.toList()));
        fillIn(byDay);
        for (LocalDate day = story.watchedFrom(); !day.isAfter(story.lastDay()); day = day.plusDays(1)) {
            runDay(day, byDay.getOrDefault(day, List.of()));
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(
                    "%d products were not taken in, the first: %s".formatted(failures.size(), failures.peek()));
        }
    }

    private void fillIn(Map<LocalDate, List<StoryProduct>> byDay) throws InterruptedException {
        List<StoryProduct> past = byDay.entrySet().stream()
                .filter(day -> day.getKey().isBefore(story.watchedFrom()))
                .flatMap(day -> day.getValue().stream())
                .toList();
        err.printf("filling in %d products that were published before %s%n", past.size(), story.watchedFrom());
        Progress progress = Progress.of(err, past.size());
        Workers.forEach(past, product -> {
            publish(product);
            progress.step();
        });
        LocalDate eve = story.watchedFrom().minusDays(1);
        SiteHistory before = watch.score(siteId, eve).orElseThrow();
        watch.deliver(siteId);
        out.printf(
                "%d passes are recorded. From %s on, each product is taken in on the day of its publication:%n%n",
                before.scenes().size(), story.watchedFrom());
    }

    private void runDay(LocalDate day, List<StoryProduct> products) throws InterruptedException {
        products.forEach(this::publish);
        // Mondays for the digest. STALE, which can begin on any day, is announced a few days late.
        if (!products.isEmpty() || day.getDayOfWeek() == DayOfWeek.MONDAY) {
            SiteHistory history = watch.score(siteId, day).orElseThrow();
            report(day, products, history, watch.deliver(siteId));
        }
    }

    private static LocalDate published(StoryProduct product) {
        return product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void publish(StoryProduct product) {
        story.write(product, bucket);
        processor.process(ProductId.parse(product.name().id()));
    }

    private void report(
            LocalDate day, List<StoryProduct> products, SiteHistory history, List<LocalWatch.Delivered> mails) {
        for (StoryProduct product : products) {
            ProductId id = ProductId.parse(product.name().id());
            out.printf("%s  %s %s %s: %s%n", day, id.acquisition(), id.level(), id.tier(), result(history, id));
        }
        mails.forEach(mail -> out.printf("%s  mail: %s%n", day, mail.mail().subject()));
    }

    private static String result(SiteHistory history, ProductId product) {
        List<String> hot = new ArrayList<>();
        int scored = 0;
        int facilities = 0;
        for (FeatureHistory facility : history.features()) {
            if (facility.feature().role() != Role.FACILITY) {
                continue;
            }
            facilities++;
            for (JudgedObservation observation : facility.observations()) {
                if (observation.acquisition().equals(product.acquisition())
                        && observation.outcome() instanceof JudgedObservation.Scored result) {
                    scored++;
                    if (result.isSignificant()) {
                        hot.add(facility.feature().name());
                    }
                }
            }
        }
        if (scored == 0) {
            return "nothing observed";
        }
        return "%d of %d facilities observed, %s"
                .formatted(scored, facilities, hot.isEmpty() ? "none is hot" : String.join(", ", hot) + " hot");
    }
}
