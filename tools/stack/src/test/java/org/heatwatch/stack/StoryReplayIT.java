package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Topic;
import org.heatwatch.aws.SqsNotificationSender;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.SentMail;
import org.heatwatch.publication.Manifest;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.site.Pass;
import org.heatwatch.state.FacilityState;
import org.heatwatch.store.LocalStore;
import org.heatwatch.story.Scenario;
import org.heatwatch.story.SimulatedStory;
import org.heatwatch.story.StoryForm;
import org.heatwatch.story.StoryProduct;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shorter form of the demonstration's story, processed by the deployed stack: its years with the back-fill, its weeks
 * with notifications of all products of each overpass, each twice and in any order within a week. It has every kind of
 * event of the whole story: digests, factories that are suspect and then ON, and heat sources without outlines.
 */
@NeedsDocker
final class StoryReplayIT {
    private static final Duration BACKFILL = Duration.ofMinutes(12);
    private static final Duration WEEK = Duration.ofMinutes(3);
    /** The number of years needed to find all five factories. */
    private static final LocalDate FIRST_DORMANT = LocalDate.of(2018, 3, 1);

    private static final LocalDate LAST_DORMANT = LocalDate.of(2020, 5, 31);
    private static final LocalDate FIRST_RECENT = LocalDate.of(2025, 3, 1);
    private static final LocalDate WATCHED_FROM = LocalDate.of(2025, 9, 29);

    @TempDir
    private static Path folder;

    private static LocalCloud cloud;
    private static Watch watch;

    @BeforeAll
    static void begin() throws InterruptedException {
        cloud = SharedCloud.get();
        watch = Watch.begin(cloud, "story", Repository.text("template.yaml"));
    }

    private static SimulatedStory story(StoryForm form) {
        return SimulatedStory.of(
                Scenario.read(Repository.file("sites/scenarios/kaesong-story.yaml")), watch.site(), form);
    }

    private static boolean isOfShorterStory(LocalDate date) {
        return (!date.isBefore(FIRST_DORMANT) && !date.isAfter(LAST_DORMANT)) || !date.isBefore(FIRST_RECENT);
    }

    private static LocalDate published(StoryProduct product) {
        return product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String notification(StoryProduct product) {
        return Watch.notification(product.name().id(), product.name().prefix());
    }

    @Test
    void theStackPublishesTheSameStoryAsASingleProcess() throws InterruptedException {
        SimulatedStory quick = story(StoryForm.QUICK);
        SimulatedStory full = story(StoryForm.FULL);
        LocalDate from = WATCHED_FROM;
        List<StoryProduct> past = quick.products().stream()
                .filter(p -> published(p).isBefore(from)
                        && isOfShorterStory(p.taken().date()))
                .toList();
        List<StoryProduct> live = full.products().stream()
                .filter(p -> p.pass() == Pass.DAY && !p.taken().date().isBefore(from))
                .sorted(Comparator.comparing(StoryProduct::publishedAt))
                .toList();
        Path bucket = folder.resolve("bucket");
        past.parallelStream().forEach(product -> quick.write(product, bucket));
        live.forEach(product -> full.write(product, bucket));
        LocalDate lastDay = live.stream()
                .map(StoryReplayIT::published)
                .max(LocalDate::compareTo)
                .orElseThrow();

        List<Mail> eve = new ArrayList<>();
        // In parallel, because the stack mostly waits for its queues.
        CompletableFuture<Manifest> inOneProcess =
                CompletableFuture.supplyAsync(() -> scoreInOneProcess(past, live, bucket, from, lastDay, eve));

        watch.upload(bucket);
        watch.saveSite();
        watch.setClock(from.minusDays(1));
        Mailbox mailbox = Mailbox.subscribe(cloud, "story-alerts", watch.stack().output("AlertTopicArn"), Map.of());
        backfill(past);
        Manifest alone = inOneProcess.join();
        assertThat(watch.outbox().mails(watch.siteId()))
                .as("what is published after the back-fill")
                .extracting(SentMail::mail)
                .containsExactlyElementsOf(eve);
        watch.delayScoringRequests(0);
        Map<LocalDate, List<StoryProduct>> byWeek = live.stream()
                .collect(Collectors.groupingBy(
                        p -> published(p).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
                        TreeMap::new,
                        Collectors.toList()));
        Random random = new Random(20251104);
        for (Map.Entry<LocalDate, List<StoryProduct>> week : byWeek.entrySet()) {
            LocalDate sunday = week.getKey().isAfter(lastDay) ? lastDay : week.getKey();
            watch.setClock(sunday);
            List<StoryProduct> twice = new ArrayList<>(week.getValue());
            twice.addAll(week.getValue());
            Collections.shuffle(twice, random);
            twice.forEach(product -> watch.publish(notification(product)));
            Eventually.holds(
                    "all products up to %s are recorded and published".formatted(sunday),
                    WEEK,
                    () -> watch.isQuiet() && areTakenIn(week.getValue()) && watch.isCovered());
        }

        Manifest manifest = watch.outbox().manifest(watch.siteId()).orElseThrow();
        assertThat(manifest.sceneKeys()).isEqualTo(alone.sceneKeys());
        assertThat(manifest.parts())
                .as("parts, which are named by their content")
                .isEqualTo(alone.parts());
        assertThat(manifest.states()).isEqualTo(alone.states());
        assertThat(manifest.states())
                .filteredOn(standing -> standing.state() == FacilityState.ON)
                .hasSize(5);

        List<AnnouncementRecord> started = watch.outbox().announcementRecords(watch.siteId()).stream()
                .filter(announcement -> announcement.topic() == Topic.ON && announcement.announced())
                .toList();
        assertThat(started)
                .as("one announcement for each start")
                .extracting(AnnouncementRecord::subject)
                .doesNotHaveDuplicates();
        assertThat(started).hasSize(5);

        List<SentMail> mails = watch.outbox().mails(watch.siteId());
        Eventually.holds(
                "all mails are delivered",
                Duration.ofMinutes(1),
                () -> watch.outbox().undelivered(watch.siteId()).isEmpty());
        List<JsonNode> received = mailsOf(mailbox);
        assertThat(received)
                .as("one mail for each run and kind, each delivered once")
                .extracting(mail ->
                        mail.path("kind").asText() + " " + mail.path("run").asText())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(mails.stream()
                        .map(SentMail::mail)
                        .map(mail -> mail.kind().code() + " " + mail.run())
                        .filter(name -> !name.startsWith("operations"))
                        .toList());
        assertThat(received).extracting(mail -> mail.path("kind").asText()).contains("digest", "suspect", "activity");
        assertThat(received.stream().map(mail -> mail.path("headline").asText()))
                .anyMatch(headline -> headline.contains("Amos"));
        assertThat(mails)
                .extracting(SentMail::mail)
                .extracting(Mail::text)
                .anyMatch(text -> text.contains("SIMULATED"));
        assertThat(watch.messages("NoticesDeadLettersUrl")).isZero();
        assertThat(watch.messages("BackfillDeadLettersUrl")).isZero();
        assertThat(watch.messages("SitesDeadLettersUrl")).isZero();
    }

    private static List<JsonNode> mailsOf(Mailbox mailbox) {
        return mailbox.messages().stream()
                .map(envelope -> Mailbox.json(envelope.path("Message").asText()))
                .toList();
    }

    private static boolean areTakenIn(List<StoryProduct> products) {
        return products.stream()
                .map(product -> ProductId.parse(product.name().id()))
                .allMatch(id -> watch.ledger().intake(watch.siteId(), id).isPresent());
    }

    private static void backfill(List<StoryProduct> past) throws InterruptedException {
        Backfill _ = watch.backfills()
                .begin(
                        watch.siteId(),
                        past.stream()
                                .map(product -> ProductId.parse(product.name().id()))
                                .toList(),
                        watch.ledger(),
                        Instant.now());
        SqsNotificationSender sender = new SqsNotificationSender(
                watch.sqs(), watch.stack().output("BackfillQueueUrl"), Watch.BUCKET, "backfill");
        past.forEach(product -> sender.send(ProductId.parse(product.name().id()), watch.siteId()));
        Eventually.holds(
                past.size() + " products of the past are recorded and published",
                BACKFILL,
                () -> watch.isQuiet() && areTakenIn(past) && watch.isCovered());
    }

    /** Processes every product in the order of publication and scores at the end of each week. */
    private static Manifest scoreInOneProcess(
            List<StoryProduct> past,
            List<StoryProduct> live,
            Path bucket,
            LocalDate from,
            LocalDate lastDay,
            List<Mail> mailsOfTheEve) {
        try (LocalStore store = LocalStore.open(folder.resolve("store"))) {
            SiteDefinition definition =
                    SiteDefinition.first(Repository.text("sites/kaesong-simulated.geojson"), "deployment");
            store.ledger().putSite(definition);
            NotificationProcessor processor = new NotificationProcessor(
                    store.ledger(),
                    store.intake(store.archive(bucket)),
                    "usgs-landsat",
                    1,
                    NotificationTimes.none(),
                    result -> assertThat(result.isDone()).as(result.toString()).isTrue());
            SiteRunner siteRunner = new SiteRunner(store.ledger(), store.outbox(), store.histories());
            past.parallelStream().forEach(product -> take(processor, product));
            siteRunner.run(definition.siteId(), from.minusDays(1));
            store.outbox().mails(definition.siteId()).forEach(sent -> mailsOfTheEve.add(sent.mail()));
            for (LocalDate day = from; !day.isAfter(lastDay); day = day.plusDays(1)) {
                LocalDate today = day;
                List<StoryProduct> its =
                        live.stream().filter(p -> published(p).equals(today)).toList();
                its.forEach(product -> take(processor, product));
                if (!its.isEmpty() || day.equals(lastDay)) {
                    siteRunner.run(definition.siteId(), day);
                }
            }
            return store.outbox().manifest(definition.siteId()).orElseThrow();
        }
    }

    private static void take(NotificationProcessor processor, StoryProduct product) {
        assertThat(processor.process(notification(product).replace(Watch.BUCKET, "usgs-landsat"), 1, Optional.empty()))
                .isTrue();
    }
}
