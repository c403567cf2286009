package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.site.Role;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.store.LocalStore;
import org.heatwatch.story.Story;
import org.heatwatch.story.StoryProduct;

/**
 * Runs a story: every product is published in a bucket and processed as at the first delivery of its notification; then the
 * site is scored and mail delivered, day by day. What was published before the watch began is filled in at once.
 */
final class StoryRun {
    private final Story story;
    private final String siteId;
    private final Path bucket;
    private final NotificationProcessor processor;
    private final LocalWatch watch;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ConcurrentLinkedQueue<NotificationResult> failures = new ConcurrentLinkedQueue<>();

    StoryRun(Story story, String siteId, Path bucket, LocalStore store, PrintWriter out, PrintWriter err) {
        this.story = story;
        this.siteId = siteId;
        this.bucket = bucket;
        this.processor = new NotificationProcessor(
                store.ledger(),
                store.intake(store.archive(bucket)),
                S3Archive.LANDSAT_BUCKET,
                1,
                NoticeTimes.none(),
                result -> {
                    if (!result.isDone()) {
                        failures.add(result);
                    }
                });
        this.watch = new LocalWatch(store);
        this.out = out;
        this.err = err;
    }

    /** Everything up to the story's last day. */
    void run() throws InterruptedException {
        Map<LocalDate, List<StoryProduct>> byDay = story.products().stream()
                .collect(Collectors.groupingBy(StoryRun::published, TreeMap::new, Collectors.toList()));
        List<StoryProduct> past = byDay.entrySet().stream()
                .filter(day -> day.getKey().isBefore(story.watchedFrom()))
                .flatMap(day -> day.getValue().stream())
                .toList();
        err.printf("filling in %d products that were published before %s%n", past.size(), story.watchedFrom());
        Progress progress = new Progress(err, past.size());
        Workers.forEach(past, product -> {
            publish(product);
            progress.step();
        });
        LocalDate eve = story.watchedFrom().minusDays(1);
        SiteHistory before = watch.score(siteId, eve).orElseThrow();
        watch.deliver(siteId);
        out.printf(
                "%d passes on record. From %s on every product is taken in as it is published:%n%n",
                before.scenes().size(), story.watchedFrom());
        for (LocalDate day = story.watchedFrom(); !day.isAfter(story.lastDay()); day = day.plusDays(1)) {
            List<StoryProduct> products = byDay.getOrDefault(day, List.of());
            products.forEach(this::publish);
            // Mondays for the digest; STALE falls due on any day and would be told a few days late.
            if (!products.isEmpty() || day.getDayOfWeek() == DayOfWeek.MONDAY) {
                SiteHistory history = watch.score(siteId, day).orElseThrow();
                tell(day, products, history, watch.deliver(siteId));
            }
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(
                    "%d products were not taken in, the first: %s".formatted(failures.size(), failures.peek()));
        }
    }

    private static LocalDate published(StoryProduct product) {
        return product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void publish(StoryProduct product) {
        story.write(product, bucket);
        processor.process(ProductId.parse(product.name().id()));
    }

    private void tell(
            LocalDate day, List<StoryProduct> products, SiteHistory history, List<LocalWatch.Delivered> mails) {
        for (StoryProduct product : products) {
            ProductId id = ProductId.parse(product.name().id());
            out.printf("%s  %s %s %s: %s%n", day, id.acquisition(), id.level(), id.tier(), seen(history, id));
        }
        mails.forEach(mail -> out.printf("%s  mail: %s%n", day, mail.mail().subject()));
    }

    private static String seen(SiteHistory history, ProductId product) {
        List<String> hot = new ArrayList<>();
        int scored = 0;
        int facilities = 0;
        for (RoofHistory roof : history.roofs()) {
            if (roof.feature().role() != Role.FACILITY) {
                continue;
            }
            facilities++;
            for (JudgedObservation look : roof.looks()) {
                if (look.acquisition().equals(product.acquisition())
                        && look.outcome() instanceof JudgedObservation.Scored s) {
                    scored++;
                    if (s.survivesControl()) {
                        hot.add(roof.feature().name());
                    }
                }
            }
        }
        if (scored == 0) {
            return "nothing seen";
        }
        return "%d of %d facilities seen, %s"
                .formatted(scored, facilities, hot.isEmpty() ? "none stands out" : String.join(", ", hot) + " hot");
    }
}
