package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.Test;

final class NotificationProcessorTest {
    private static final ProductId T1 = ProductId.parse("LC08_L1TP_116034_20251104_20251118_02_T1");
    private static final ProductId UNWATCHED = ProductId.parse("LC08_L1TP_117034_20251104_20251118_02_T1");
    private static final int MAX_RECEIVE_COUNT = 3;
    private static final Instant NOON = Instant.parse("2025-11-18T12:00:00Z");

    private final MemoryArchive archive = new MemoryArchive();
    private final Ledger ledger = Ledgers.inMemory();
    private final Map<String, Instant> heard = new HashMap<>();
    private final List<NotificationResult> results = new ArrayList<>();
    private Instant now = NOON;
    private final NotificationProcessor processor = processor(MAX_RECEIVE_COUNT);

    private NotificationProcessor processor(int maxReceiveCount) {
        ProductIntake intake = new ProductIntake(
                archive, new MemoryClips(), new MemoryArchive.Clips(), new CloudedSampleExtractor(1), ledger, _ -> {});
        NotificationTimes times = new NotificationTimes() {
            @Override
            public void record(String siteId, Instant at) {
                heard.put(siteId, at);
            }

            @Override
            public Optional<Instant> lastNotification(String siteId) {
                return Optional.ofNullable(heard.get(siteId));
            }
        };
        return new NotificationProcessor(ledger, intake, "usgs-landsat", maxReceiveCount, times, results::add);
    }

    private void watch(String siteId) {
        ledger.putSite(SiteDefinition.first(
                MemoryArchive.SITE.replace("\"id\": \"here\"", "\"id\": \"" + siteId + "\""), "test"));
    }

    private static String notification(ProductId product) {
        return "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://usgs-landsat/%s\"}"
                .formatted(product, product.keyPrefix());
    }

    @Test
    void aProductIsTakenInForEverySiteThatWatchesIt() {
        watch("here");
        watch("there");
        archive.with(T1.id());
        assertThat(processor.process(notification(T1), 1, Optional.of(NOON))).isTrue();
        assertThat(results)
                .containsExactlyInAnyOrder(
                        new NotificationResult.TakenIn(T1, "here", new IntakeOutcome.Recorded()),
                        new NotificationResult.TakenIn(T1, "there", new IntakeOutcome.Recorded()));
        assertThat(heard).containsOnly(Map.entry("here", NOON), Map.entry("there", NOON));
    }

    @Test
    void aProductCanBeProcessedWithoutANotification() {
        watch("here");
        archive.with(T1.id());
        assertThat(processor.process(T1)).isTrue();
        assertThat(results).containsExactly(new NotificationResult.TakenIn(T1, "here", new IntakeOutcome.Recorded()));
        assertThat(heard).as("no notification of the archive").isEmpty();
    }

    @Test
    void aProductThatNoSiteWatchesIsDoneAndNotRecorded() {
        watch("here");
        assertThat(processor.process(notification(UNWATCHED), 1, Optional.of(NOON)))
                .isTrue();
        assertThat(results)
                .containsExactly(new NotificationResult.NotOurs(UNWATCHED.id(), "path/row 117034 is not watched"));
        assertThat(ledger.intake("here")).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void aRefusedMessageFailsAtEachDeliveryAndIsReportedOnce() {
        watch("here");
        for (int delivery = 1; delivery <= MAX_RECEIVE_COUNT; delivery++) {
            assertThat(processor.process("no JSON", delivery, Optional.empty())).isFalse();
        }
        assertThat(results).singleElement().isInstanceOf(NotificationResult.Refused.class);
    }

    @Test
    void aMissingProductIsReportedAtEachDeliveryAndOnlyTheLastIsTheLastTry() {
        watch("here");
        for (int delivery = 1; delivery <= MAX_RECEIVE_COUNT; delivery++) {
            assertThat(processor.process(notification(T1), delivery, Optional.empty()))
                    .isFalse();
        }
        assertThat(results)
                .extracting(result -> ((NotificationResult.Failed) result).lastTry())
                .containsExactly(false, false, true);
    }

    @Test
    void oneRefusedNotificationOfSeveralFailsTheMessageAndTheOthersAreTakenIn() {
        watch("here");
        archive.with(T1.id());
        String good = notification(T1).replace("\"", "\\\"");
        String event = "{\"Records\": [{\"Sns\": {\"Message\": \"%s\"}}, {\"Sns\": {\"Message\": \"no JSON\"}}]}"
                .formatted(good);
        assertThat(processor.process(event, 1, Optional.empty())).isFalse();
        assertThat(results)
                .hasSize(2)
                .contains(new NotificationResult.TakenIn(T1, "here", new IntakeOutcome.Recorded()));
    }

    @Test
    void withoutASiteNoProductIsOurs() {
        assertThat(processor.process(notification(T1), 1, Optional.empty())).isTrue();
        assertThat(results).singleElement().isInstanceOf(NotificationResult.NotOurs.class);
    }

    private NotificationProcessor ofQueue(List<String> messages) {
        ProductIntake intake = new ProductIntake(
                archive, new MemoryClips(), new MemoryArchive.Clips(), new CloudedSampleExtractor(1), ledger, _ -> {});
        return new NotificationProcessor(
                ledger,
                intake,
                "usgs-landsat",
                MAX_RECEIVE_COUNT,
                NotificationTimes.none(),
                results::add,
                (product, siteIds, at) ->
                        siteIds.forEach(id -> messages.add(product + " " + id + " " + at.orElseThrow())),
                () -> now);
    }

    @Test
    void aProductOfSeveralSitesIsForwardedAndEachMessageConcernsOneSite() {
        watch("here");
        watch("there");
        archive.with(T1.id());
        List<String> messages = new ArrayList<>();
        NotificationProcessor ofQueue = ofQueue(messages);
        assertThat(ofQueue.process(notification(T1), 1, Optional.of(NOON))).isTrue();
        assertThat(messages).containsExactly(T1 + " here " + NOON, T1 + " there " + NOON);
        assertThat(results).containsExactly(new NotificationResult.Forwarded(T1, 2));
        results.clear();
        String forThere = notification(T1).replace("}", ", \"site\": \"there\"}");
        assertThat(ofQueue.process(forThere, 1, Optional.of(NOON))).isTrue();
        assertThat(results).containsExactly(new NotificationResult.TakenIn(T1, "there", new IntakeOutcome.Recorded()));
        assertThat(ledger.intake("here")).isEmpty();
    }

    @Test
    void aMessageForASiteThatWasRemovedIsDone() {
        watch("here");
        watch("there");
        ledger.removeSite("there");
        String forThere = notification(T1).replace("}", ", \"site\": \"there\"}");
        assertThat(processor.process(forThere, 1, Optional.of(NOON))).isTrue();
        assertThat(results)
                .containsExactly(new NotificationResult.NotOurs(T1.id(), "site there does not watch path/row 116034"));
    }

    @Test
    void aNewSiteIsNoticedAfterAMinute() {
        NotificationProcessor ofQueue = ofQueue(new ArrayList<>());
        archive.with(T1.id());
        ofQueue.process(notification(T1), 1, Optional.of(NOON));
        watch("here");
        ofQueue.process(notification(T1), 1, Optional.of(NOON));
        assertThat(results).hasSize(2).allMatch(NotificationResult.NotOurs.class::isInstance);
        now = NOON.plus(WatchIndex.MAX_AGE);
        ofQueue.process(notification(T1), 1, Optional.of(NOON));
        assertThat(results).last().isInstanceOf(NotificationResult.TakenIn.class);
    }

    @Test
    void aMessageIsDeliveredAtLeastOnce() {
        assertThatThrownBy(() -> processor(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0 times");
    }
}
