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
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Marker;
import org.heatwatch.announce.SentMail;
import org.heatwatch.announce.Topic;
import org.heatwatch.aws.SqsNoticeSender;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.Manifest;
import org.heatwatch.site.Pass;
import org.heatwatch.state.FacilityState;
import org.heatwatch.store.LocalStore;
import org.heatwatch.story.Scenario;
import org.heatwatch.story.Story;
import org.heatwatch.story.StoryForm;
import org.heatwatch.story.StoryProduct;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shorter form of the demonstration's story, processed by the deployed stack: its years by the back-fill, its weeks by
 * notifications of all products of each pass, each twice and in any order within a week. It has every kind of event that the
 * whole story has: digests, factories that are suspect and then ON, and hot places without outlines.
 */
@NeedsDocker
final class StoryReplayIT {
    private static final Duration BACKFILL = Duration.ofMinutes(12);
    private static final Duration WEEK = Duration.ofMinutes(3);
    /** As many years as it takes to find all five factories. */
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

    private static Story story(StoryForm form) {
        return Story.of(Scenario.read(Repository.file("sites/scenarios/kaesong-story.yaml")), watch.site(), form);
    }

    private static boolean isOfShorterStory(LocalDate date) {
        return (!date.isBefore(FIRST_DORMANT) && !date.isAfter(LAST_DORMANT)) || !date.isBefore(FIRST_RECENT);
    }

    private static LocalDate published(StoryProduct product) {
        return product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String notice(StoryProduct product) {
        return Watch.notice(product.name().id(), product.name().prefix());
    }

    @Test
    void theStackTellsTheStoryAsOneProcessDoes() throws InterruptedException {
        Story quick = story(StoryForm.QUICK);
        Story full = story(StoryForm.FULL);
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
        // Meanwhile: the cloud mostly waits for its queues.
        CompletableFuture<Manifest> inOneProcess =
                CompletableFuture.supplyAsync(() -> tellInOneProcess(past, live, bucket, from, lastDay, eve));

        watch.upload(bucket);
        watch.plant();
        watch.setClock(from.minusDays(1));
        Mailbox mailbox = Mailbox.subscribe(cloud, "story-alerts", watch.stack().output("AlertTopicArn"), Map.of());
        backfill(past);
        Manifest alone = inOneProcess.join();
        assertThat(watch.outbox().mails(watch.siteId()))
                .as("what is told when the back-fill is over")
                .extracting(SentMail::mail)
                .containsExactlyElementsOf(eve);
        watch.gatherWakes(0);
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
            twice.forEach(product -> watch.publish(notice(product)));
            Eventually.holds(
                    "all products up to %s are taken in and told of".formatted(sunday),
                    WEEK,
                    () -> watch.isQuiet() && areTakenIn(week.getValue()) && watch.isCovered());
        }

        Manifest manifest = watch.outbox().manifest(watch.siteId()).orElseThrow();
        assertThat(manifest.readings()).isEqualTo(alone.readings());
        assertThat(manifest.parts()).as("names of parts are their content").isEqualTo(alone.parts());
        assertThat(manifest.standings()).isEqualTo(alone.standings());
        assertThat(manifest.standings())
                .filteredOn(standing -> standing.state() == FacilityState.ON)
                .hasSize(5);

        List<Marker> started = watch.outbox().markers(watch.siteId()).stream()
                .filter(marker -> marker.topic() == Topic.ON && marker.told())
                .toList();
        assertThat(started)
                .as("one marker for each start")
                .extracting(Marker::subject)
                .doesNotHaveDuplicates();
        assertThat(started).hasSize(5);

        List<SentMail> mails = watch.outbox().mails(watch.siteId());
        Eventually.holds(
                "all mails are delivered",
                Duration.ofMinutes(1),
                () -> watch.outbox().undelivered(watch.siteId()).isEmpty());
        List<JsonNode> letters = mailsOf(mailbox);
        assertThat(letters)
                .as("one mail for each run and kind, each delivered once")
                .extracting(letter ->
                        letter.path("kind").asText() + " " + letter.path("run").asText())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(mails.stream()
                        .map(SentMail::mail)
                        .map(mail -> mail.kind().code() + " " + mail.run())
                        .filter(name -> !name.startsWith("operations"))
                        .toList());
        assertThat(letters)
                .extracting(letter -> letter.path("kind").asText())
                .contains("digest", "suspect", "activity");
        assertThat(letters.stream().map(letter -> letter.path("headline").asText()))
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
        return mailbox.letters().stream()
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
        SqsNoticeSender sender =
                new SqsNoticeSender(watch.sqs(), watch.stack().output("BackfillQueueUrl"), Watch.BUCKET, "backfill");
        past.forEach(product -> sender.send(ProductId.parse(product.name().id())));
        Eventually.holds(
                past.size() + " products of the past are taken in and told of",
                BACKFILL,
                () -> watch.isQuiet() && areTakenIn(past) && watch.isCovered());
    }

    /** Every product in the order of its publication, scored at the end of each week. */
    private static Manifest tellInOneProcess(
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
                    NoticeTimes.none(),
                    result -> assertThat(result.isDone()).as(result.toString()).isTrue());
            Announcer announcer = new Announcer(store.ledger(), store.outbox(), store.histories());
            past.parallelStream().forEach(product -> take(processor, product));
            announcer.run(definition.siteId(), from.minusDays(1));
            store.outbox().mails(definition.siteId()).forEach(sent -> mailsOfTheEve.add(sent.mail()));
            for (LocalDate day = from; !day.isAfter(lastDay); day = day.plusDays(1)) {
                LocalDate today = day;
                List<StoryProduct> its =
                        live.stream().filter(p -> published(p).equals(today)).toList();
                its.forEach(product -> take(processor, product));
                if (!its.isEmpty() || day.equals(lastDay)) {
                    announcer.run(definition.siteId(), day);
                }
            }
            return store.outbox().manifest(definition.siteId()).orElseThrow();
        }
    }

    private static void take(NotificationProcessor processor, StoryProduct product) {
        assertThat(processor.process(notice(product).replace(Watch.BUCKET, "usgs-landsat"), 1, Optional.empty()))
                .isTrue();
    }
}
