package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Topic;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.mail.SentMail;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.site.Pass;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.heatwatch.story.Scenario;
import org.heatwatch.story.SimulatedStory;
import org.heatwatch.story.StoryForm;
import org.heatwatch.story.StoryProduct;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live weeks of the story with all products of each pass; notifications are late, repeated and out of order. */
final class StoryPropertiesIT {
    private static final int LATEST_DAYS = 21;
    /** Enough years to detect all five factories. */
    private static final LocalDate FIRST_DORMANT = LocalDate.of(2018, 3, 1);

    private static final LocalDate LAST_DORMANT = LocalDate.of(2020, 5, 31);
    private static final LocalDate FIRST_RECENT = LocalDate.of(2025, 3, 1);

    @TempDir
    private static Path folder;

    private static SiteDefinition definition;
    private static List<SampledScene> before;
    private static Map<StoryProduct, SampledScene> live;
    private static LocalDate eve;
    private static LocalDate lastDay;

    /** A product with the day of its notification. */
    private record Arrival(LocalDate day, SampledScene scene) {}

    @BeforeAll
    static void readAllProducts() throws IOException {
        SimulatedStory story = SimulatedStory.of(
                Scenario.read(Installation.file("sites/scenarios/kaesong-story.yaml")),
                SiteFile.read(Installation.file("sites/kaesong-simulated.geojson")),
                StoryForm.FULL);
        eve = story.watchedFrom().minusDays(1);
        // Late enough that every product is published.
        lastDay = story.lastDay().plusDays(LATEST_DAYS);
        try (LocalStore store = LocalStore.open(SharedDemo.get().copy(folder.resolve("demo")))) {
            definition = store.ledger().site("kaesong-simulated").orElseThrow();
            before = store.ledger().sampledScenes(definition.siteId()).stream()
                    .filter(s -> isBefore(s.scene().acquisition().date(), story.watchedFrom()))
                    .toList();
        }
        List<StoryProduct> products = story.products().stream()
                .filter(p -> p.pass() == Pass.DAY && !p.taken().date().isBefore(story.watchedFrom()))
                .toList();
        Path bucket = folder.resolve("bucket");
        products.forEach(product -> story.write(product, bucket));
        try (LocalStore store = LocalStore.open(folder.resolve("store"))) {
            live = products.stream().collect(Collectors.toMap(p -> p, p -> read(p, store, bucket)));
        }
    }

    private static boolean isBefore(LocalDate date, LocalDate watchedFrom) {
        return (!date.isBefore(FIRST_DORMANT) && !date.isAfter(LAST_DORMANT))
                || (!date.isBefore(FIRST_RECENT) && date.isBefore(watchedFrom));
    }

    private static SampledScene read(StoryProduct product, LocalStore store, Path bucket) {
        Ledger ledger = Ledgers.inMemory();
        ProductId id = ProductId.parse(product.name().id());
        new ProductIntake(
                        store.archive(bucket),
                        new ClipTiff(),
                        ClipStore.none(),
                        SampleExtractor.current(),
                        ledger,
                        _ -> {})
                .take(id, WatchedSite.of(definition), true);
        return ledger.sampledScenes(definition.siteId()).getFirst();
    }

    private static List<Arrival> arrivals(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        live.forEach((product, scene) -> {
            LocalDate published = product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
            for (int copies = 1 + random.nextInt(2); copies > 0; copies--) {
                arrivals.add(new Arrival(published.plusDays(random.nextInt(LATEST_DAYS)), scene));
            }
        });
        return arrivals;
    }

    private static List<Arrival> punctual() {
        return live.entrySet().stream()
                .map(e -> new Arrival(
                        e.getKey().publishedAt().atOffset(ZoneOffset.UTC).toLocalDate(), e.getValue()))
                .sorted(Comparator.comparing(Arrival::day))
                .toList();
    }

    private record End(SiteHistory history, Outbox outbox) {
        List<Mail> mails(Kind kind) {
            return outbox.mails(definition.siteId()).stream()
                    .map(SentMail::mail)
                    .filter(mail -> mail.kind() == kind)
                    .toList();
        }

        List<AnnouncementRecord> standing(Topic topic) {
            return outbox.announcementRecords(definition.siteId()).stream()
                    .filter(m -> m.topic() == topic && m.announced() && m.valid())
                    .toList();
        }
    }

    private static End watch(List<Arrival> arrivals) {
        Ledger ledger = Ledgers.inMemory();
        Outbox outbox = Outboxes.inMemory();
        ledger.putSite(definition);
        before.forEach(scene -> ledger.record(definition.siteId(), scene));
        SiteRunner siteRunner = new SiteRunner(ledger, outbox, HistoryStores.inMemory());
        siteRunner.run(definition.siteId(), eve);
        Map<LocalDate, List<Arrival>> byDay =
                arrivals.stream().collect(Collectors.groupingBy(Arrival::day, TreeMap::new, Collectors.toList()));
        byDay.forEach((day, its) -> {
            its.forEach(arrival -> ledger.record(definition.siteId(), arrival.scene()));
            siteRunner.run(definition.siteId(), day);
        });
        return new End(siteRunner.run(definition.siteId(), lastDay).orElseThrow(), outbox);
    }

    @Test
    void theOrderOfNotificationsDoesNotMatterAndEachChangeIsAnnouncedOnce() {
        End punctual = watch(punctual());
        assertThat(punctual.standing(Topic.ON)).hasSize(5);
        for (int seed = 1; seed <= 2; seed++) {
            End shuffled = watch(arrivals(new Random(seed)));
            assertThat(shuffled.history()).isEqualTo(punctual.history());
            for (Topic topic : List.of(Topic.ON, Topic.OFF, Topic.SUSPECT, Topic.STALE)) {
                assertThat(shuffled.standing(topic))
                        .as("seed %d, %s", seed, topic)
                        .extracting(AnnouncementRecord::subject, AnnouncementRecord::date)
                        .containsExactlyInAnyOrderElementsOf(punctual.standing(topic).stream()
                                .map(m -> tuple(m.subject(), m.date()))
                                .toList());
            }
            List<String> started = shuffled.mails(Kind.ACTIVITY).stream()
                    .flatMap(mail -> mail.subjects().stream())
                    .filter(subject -> definition.site().feature(subject).isPresent())
                    .toList();
            assertThat(started).as("seed %d", seed).doesNotHaveDuplicates().hasSize(5);
            assertThat(shuffled.standing(Topic.SOURCE))
                    .as("seed %d", seed)
                    .extracting(AnnouncementRecord::subject)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void anEditOfTheSiteSendsNoMail() {
        Ledger ledger = Ledgers.inMemory();
        Outbox outbox = Outboxes.inMemory();
        ledger.putSite(definition);
        before.forEach(scene -> ledger.record(definition.siteId(), scene));
        live.values().forEach(scene -> ledger.record(definition.siteId(), scene));
        SiteRunner siteRunner = new SiteRunner(ledger, outbox, HistoryStores.inMemory());
        siteRunner.run(definition.siteId(), lastDay);
        int mails = outbox.mails(definition.siteId()).size();
        ledger.putSite(definition.next(
                definition
                        .text()
                        .replace(
                                "\"id\": \"amos\", \"name\": \"Amos\", \"role\": \"facility\"",
                                "\"id\": \"amos\", \"name\": \"Amos\", \"role\": \"building\""),
                "test"));
        siteRunner.run(definition.siteId(), lastDay);
        assertThat(outbox.mails(definition.siteId())).hasSize(mails);
        assertThat(outbox.announcementRecords(definition.siteId()))
                .filteredOn(m -> m.subject().equals("amos"))
                .isNotEmpty()
                .noneMatch(AnnouncementRecord::valid);
    }
}
