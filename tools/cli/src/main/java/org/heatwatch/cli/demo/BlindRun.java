package org.heatwatch.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.progress.Progress;
import org.heatwatch.cli.progress.Workers;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.reconcile.MissingProducts;
import org.heatwatch.site.Pass;
import org.heatwatch.source.HeatSource;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.heatwatch.story.SimulatedStory;
import org.heatwatch.story.SkyCover;
import org.heatwatch.story.StoryProduct;

/**
 * Runs a story whose products are in a bucket already for a site that is added later: fills in what was published
 * before the watch began, then scores the site on the last days with observations, and delivers mail.
 */
public final class BlindRun {
    /** Each search takes seconds. In the demonstration, these are the days on which the factories are warm. */
    private static final int SCORED_DAYS = 3;

    private final SimulatedStory story;
    private final WatchedSite watched;
    private final LocalStore store;
    private final LocalWatch watch;
    private final Archive archive;
    private final ProductIntake intake;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Queue<HeatWatchException> failures = new ConcurrentLinkedQueue<>();

    private BlindRun(
            SimulatedStory story,
            WatchedSite watched,
            LocalStore store,
            Archive archive,
            PrintWriter out,
            PrintWriter err) {
        this.story = story;
        this.watched = watched;
        this.store = store;
        this.watch = LocalWatch.of(store);
        this.archive = archive;
        this.intake = store.intake(archive);
        this.out = out;
        this.err = err;
    }

    /** Adds the site to a store, and prepares a run that reads the products of the story from a bucket. */
    public static BlindRun of(
            SimulatedStory story,
            SiteDefinition definition,
            Path bucket,
            LocalStore store,
            PrintWriter out,
            PrintWriter err) {
        store.ledger().putSite(definition);
        return new BlindRun(story, WatchedSite.of(definition), store, store.archive(bucket), out, err);
    }

    /** Runs the story to its last day. */
    public void run() throws InterruptedException {
        LocalDate eve = story.watchedFrom().minusDays(1);
        List<ProductId> past = missing(eve);
        err.printf("filling in %d products from the bucket for the site without outlines%n", past.size());
        Progress progress = Progress.of(err, past.size());
        Workers.forEach(past, product -> {
            take(product);
            progress.step();
        });
        List<LocalDate> days = scoredDays(eve);
        for (int i = 0; i < days.size(); i++) {
            err.printf("search %d of %d for heat sources, as of %s%n", i + 1, days.size(), days.get(i));
            err.flush();
            Workers.forEach(missing(days.get(i)), this::take);
            score(days.get(i));
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(
                    "%d products were not taken in, the first: %s".formatted(failures.size(), failures.peek()));
        }
    }

    /** Products that were published up to a day and are not recorded, the best of an acquisition first. */
    private List<ProductId> missing(LocalDate day) {
        Set<String> published = story.products().stream()
                .filter(product -> !published(product).isAfter(day))
                .map(product -> product.name().id())
                .collect(Collectors.toSet());
        LocalDate first = OrbitCalendar.firstDay(Satellite.LANDSAT_8);
        return MissingProducts.of(watched, first, day, archive, store.ledger()).products().stream()
                .filter(product -> published.contains(product.id()))
                .toList();
    }

    private void take(ProductId product) {
        try {
            intake.take(product, watched, /* lastTry= */ true);
        } catch (HeatWatchException e) {
            failures.add(e);
        }
    }

    /** The eve of the watch, and the last days of it on which a day pass with observations was published. */
    private List<LocalDate> scoredDays(LocalDate eve) {
        TreeSet<LocalDate> days = story.products().stream()
                .filter(product -> product.pass() == Pass.DAY && product.sky() != SkyCover.OVERCAST)
                .map(BlindRun::published)
                .filter(day -> !day.isBefore(story.watchedFrom()))
                .collect(Collectors.toCollection(TreeSet::new));
        days.add(story.lastDay());
        List<LocalDate> last = new ArrayList<>(days).reversed();
        return Stream.concat(Stream.of(eve), last.stream().limit(SCORED_DAYS).sorted())
                .toList();
    }

    private static LocalDate published(StoryProduct product) {
        return product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void score(LocalDate day) {
        String siteId = watched.site().id();
        int passes = watch.score(siteId, day).orElseThrow().scenes().size();
        long hot = PublishedSite.last(siteId, store.ledger(), store.outbox(), store.histories())
                .map(PublishedSite::heatSources)
                .orElse(List.of())
                .stream()
                .filter(BlindRun::isHot)
                .count();
        out.printf("%s  %d passes: %d heat sources are ON or SUSPECT%n", day, passes, hot);
        watch.deliver(siteId)
                .forEach(mail -> out.printf("%s  mail: %s%n", day, mail.mail().subject()));
        out.flush();
    }

    /** Whether a source is ON or SUSPECT. */
    static boolean isHot(HeatSource source) {
        return switch (source.state()) {
            case ON, SUSPECT -> true;
            case OFF, COOLING, STALE, UNKNOWN, UNCALIBRATED -> false;
            case UNCHANGED, FALLING, LOWER, RISING, HIGHER, RETURNING -> false; // never a source's state
        };
    }
}
