package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.aws.SnsMailSender;
import org.heatwatch.aws.SqsScoringRequests;
import org.heatwatch.cli.serve.SiteEditService;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.Manifest;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/**
 * Tests the deployed stack under failures. Uses a stack of its own, because it changes the configuration. The order is
 * fixed, because the tests share the stack: the first ones have the functions started and the sites installed.
 */
@NeedsDocker
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FailuresIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Longer than a cold start on a busy machine, so that messages in processing are not delivered again. */
    private static final int RETRY_SECONDS = 30;
    /** High enough that cold starts on a busy machine do not send valid messages to the dead-letter queue. */
    private static final int PATIENT_DELIVERIES = 10;

    /**
     * A day after an overpass. Neither it nor the days 8 or 16 days from it are days of the story, whose products are
     * in the same bucket and would supersede these.
     */
    private static final LocalDate DAY = LocalDate.of(2025, 11, 5);
    /** A Monday, the day of the weekly digest. */
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 10);

    @TempDir
    private static Path folder;

    private static LocalCloud cloud;
    private static Watch watch;

    @BeforeAll
    static void begin() throws InterruptedException {
        cloud = SharedCloud.get();
        watch = Watch.begin(cloud, "failures", Repository.text("template.yaml"));
        watch.delayScoringRequests(0);
        watch.saveSite();
    }

    @BeforeEach
    void retrySoon() {
        for (String queue : List.of("NoticesQueueUrl", "SitesQueueUrl")) {
            watch.retryAfter(queue, RETRY_SECONDS);
            watch.giveUpAfter(queue, PATIENT_DELIVERIES);
        }
    }

    @AfterEach
    void isQuiet() throws InterruptedException {
        Eventually.holds("all messages are processed", PATIENCE, watch::isQuiet);
    }

    /** Uploads a scene of the site to the bucket. */
    private static SimulatedProductName publish(LocalDate date, SimulatedSatellite satellite) {
        SimulatedProductName name = SimulatedProductName.level1(satellite, 116, 34, date, SimulatedProductName.Tier.RT);
        Path bucket = folder.resolve(name.id());
        SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .satellite(satellite)
                .simulate(date.toEpochDay())
                .write(bucket, name, SceneFacts.day());
        watch.upload(bucket);
        return name;
    }

    private static void notify(SimulatedProductName name) {
        watch.publish(Watch.notification(name.id(), name.prefix()));
    }

    private static boolean isRecorded(SimulatedProductName name) {
        return watch.ledger()
                .intake(watch.siteId(), ProductId.parse(name.id()))
                .filter(record -> record.outcome() instanceof IntakeOutcome.Recorded)
                .isPresent();
    }

    @Test
    @Order(10)
    void twoConcurrentScenesAreRecordedAndPublishedInOneHistory() throws InterruptedException {
        watch.setClock(DAY.plusDays(8));
        SimulatedProductName one = publish(DAY, SimulatedSatellite.LANDSAT_8);
        SimulatedProductName other = publish(DAY.plusDays(8), SimulatedSatellite.LANDSAT_9);
        notify(one);
        notify(other);
        Eventually.holds(
                "both are published", PATIENCE, () -> isRecorded(one) && isRecorded(other) && watch.isCovered());
        assertThat(watch.outbox().manifest(watch.siteId()).orElseThrow().sceneKeys())
                .anyMatch(reading -> reading.startsWith(one.id()))
                .anyMatch(reading -> reading.startsWith(other.id()));
    }

    @Test
    @Order(9)
    void aRefusedNotificationReachesTheDeadLetterQueueWithoutDelayingOthers() throws InterruptedException {
        SimulatedProductName good = publish(DAY.minusDays(16), SimulatedSatellite.LANDSAT_8);
        String stranger = "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://elsewhere/%s\"}"
                .formatted(good.id(), good.prefix());
        watch.publish(stranger);
        notify(good);
        Eventually.holds("the good one is recorded", PATIENCE, () -> isRecorded(good));
        watch.giveUpAfter("NoticesQueueUrl", 1);
        String dead = Eventually.finds(
                "the refused one is in the dead-letter queue",
                PATIENCE,
                () -> watch.firstDeadLetter("NoticesDeadLettersUrl"));
        assertThat(dead).isEqualTo(stranger);
    }

    @Test
    @Order(8)
    void aProductThatIsNotYetPublishedIsRecordedLater() throws InterruptedException {
        SimulatedProductName late = SimulatedProductName.level1(
                SimulatedSatellite.LANDSAT_8, 116, 34, DAY.minusDays(32), SimulatedProductName.Tier.RT);
        notify(late);
        Eventually.holds("the notification was received", PATIENCE, () -> watch.messages("NoticesQueueUrl") > 0);
        publish(DAY.minusDays(32), SimulatedSatellite.LANDSAT_8);
        Eventually.holds("it is recorded", PATIENCE, () -> isRecorded(late));
    }

    @Test
    @Order(6)
    void aSiteDefinitionSavedFromABrowserIsScoredByTheStack() throws InterruptedException {
        SimulatedProductName scene = publish(DAY.minusDays(48), SimulatedSatellite.LANDSAT_8);
        notify(scene);
        Eventually.holds("it is published", PATIENCE, () -> isRecorded(scene) && watch.isCovered());
        SiteDefinition before = watch.ledger().site(watch.siteId()).orElseThrow();
        SqsScoringRequests requests =
                new SqsScoringRequests(cloud.sqs(), watch.stack().output("SitesQueueUrl"));
        SiteEditService desk = new SiteEditService(
                _ -> {
                    throw new AssertionError("saving does not call the API");
                },
                watch.ledger(),
                "analyst",
                siteId -> {
                    requests.requestScoring(siteId);
                    return false;
                });
        Response saved = desk.answer(new Request(
                "PUT",
                "/sites/" + watch.siteId() + ".geojson",
                Map.of("replaces", List.of(Integer.toString(before.version()))),
                Map.of("Content-Type", "application/geo+json"),
                before.text().replace("\"Amos\"", "\"Amos hall\"").getBytes(StandardCharsets.UTF_8),
                "http://127.0.0.1:8750"));
        assertThat(Mailbox.json(new String(saved.body(), StandardCharsets.UTF_8))
                        .path("told")
                        .asBoolean(true))
                .isFalse();
        Eventually.holds(
                "the stack publishes the new version",
                PATIENCE,
                () -> watch.outbox().manifest(watch.siteId()).orElseThrow().siteVersion() == before.version() + 1);
        assertThat(watch.ledger()
                        .site(watch.siteId())
                        .orElseThrow()
                        .site()
                        .feature("amos")
                        .orElseThrow()
                        .name())
                .isEqualTo("Amos hall");
    }

    @Test
    @Order(4)
    void inABatchOfScoringRequestsOnlyTheInvalidOneIsRetried() throws InterruptedException {
        SimulatedProductName name = publish(DAY.minusDays(48), SimulatedSatellite.LANDSAT_8);
        watch.delayScoringRequests(5);
        send("nobody");
        notify(name);
        Eventually.holds("the good site is scored", PATIENCE, () -> isRecorded(name) && watch.isCovered());
        watch.giveUpAfter("SitesQueueUrl", 1);
        String dead = Eventually.finds(
                "the invalid request is in the dead-letter queue",
                PATIENCE,
                () -> watch.firstDeadLetter("SitesDeadLettersUrl"));
        assertThat(dead).contains("nobody");
        watch.delayScoringRequests(0);
    }

    private static void send(String site) {
        watch.sqs()
                .sendMessage(r -> r.queueUrl(watch.stack().output("SitesQueueUrl"))
                        .messageGroupId(site)
                        .messageDeduplicationId(site)
                        .messageBody("{\"site\": \"" + site + "\"}"));
    }

    @Test
    @Order(3)
    void aMailThatCouldNotBePublishedIsPublishedLater() throws InterruptedException {
        Mailbox mailbox = Mailbox.subscribe(cloud, "stream-retry", watch.stack().output("AlertTopicArn"), Map.of());
        configureAlert("ALERT_TOPIC_ARN", watch.stack().output("AlertTopicArn") + "-gone");
        try {
            SimulatedProductName name = publish(DAY.plusDays(1), SimulatedSatellite.LANDSAT_9);
            watch.setClock(MONDAY);
            notify(name);
            Eventually.holds(
                    "a digest waits",
                    PATIENCE,
                    () -> watch.isCovered()
                            && !watch.outbox().undelivered(watch.siteId()).isEmpty());
            Mail waiting = watch.outbox().undelivered(watch.siteId()).getFirst();
            Eventually.holds(
                    "the function has tried to publish it",
                    PATIENCE,
                    () -> cloud.log(watch.stack().id("AlertFunction")).stream()
                            .anyMatch(line -> line.contains(waiting.run()) && line.contains("\"outcome\":\"failed\"")));
            assertThat(mailbox.messages()).isEmpty();
        } finally {
            configureAlert("ALERT_TOPIC_ARN", watch.stack().output("AlertTopicArn"));
        }
        // The stream retries ten times, which may end before the claim of the first attempt expires.
        Eventually.holds("the stream or reconcile delivers it", PATIENCE, () -> {
            reconcile("light");
            return watch.outbox().undelivered(watch.siteId()).isEmpty();
        });
        List<JsonNode> mails = mailbox.messages();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().at("/MessageAttributes/kind/Value").asText())
                .isEqualTo("digest");
    }

    private static void configureAlert(String name, String value) throws InterruptedException {
        LambdaClient lambda = cloud.lambda();
        String function = watch.stack().id("AlertFunction");
        Map<String, String> variables = new HashMap<>(lambda.getFunctionConfiguration(r -> r.functionName(function))
                .environment()
                .variables());
        variables.put(name, value);
        lambda.updateFunctionConfiguration(r -> r.functionName(function).environment(e -> e.variables(variables)));
        Eventually.holds(
                "the function is updated",
                PATIENCE,
                () -> lambda.getFunctionConfiguration(r -> r.functionName(function))
                        .lastUpdateStatus()
                        .equals(LastUpdateStatus.SUCCESSFUL));
    }

    @Test
    @Order(1)
    void reconcileSendsMissingNotificationsAndRequestsScoringAfterTheEndOfADay() throws InterruptedException {
        watch.setClock(DAY.plusDays(30));
        SimulatedProductName unheard = publish(DAY.plusDays(15), SimulatedSatellite.LANDSAT_8);
        JsonNode site = reconcile("full");
        assertThat(site.path("resent").toString()).contains(unheard.id());
        Eventually.holds("it is recorded and published", PATIENCE, () -> isRecorded(unheard) && watch.isCovered());
        Manifest manifest = watch.outbox().manifest(watch.siteId()).orElseThrow();
        assertThat(manifest.asOf()).isEqualTo(DAY.plusDays(30));
    }

    @Test
    @Order(5)
    void aMailWhoseSenderWasKilledAfterPublishingIsPublishedExactlyOnceMore() throws InterruptedException {
        Mailbox mailbox =
                Mailbox.subscribe(cloud, "killed-sender", watch.stack().output("AlertTopicArn"), Map.of());
        Outbox outbox = watch.outbox();
        Mail mail = mail(Kind.STALE, "killed");
        announce("killed", List.of(mail));
        // The claim of the killed sender is about to expire.
        assertThat(outbox.claim(mail, Instant.now().minus(Outbox.CLAIM).plusSeconds(15)))
                .isTrue();
        new SnsMailSender(
                        cloud.sns(),
                        watch.stack().output("AlertTopicArn"),
                        watch.stack().output("OperationsTopicArn"),
                        Optional.empty())
                .send(mail);
        Eventually.holds("reconcile delivers it after the claim has expired", PATIENCE, () -> {
            reconcile("light");
            return outbox.undelivered(watch.siteId()).isEmpty();
        });
        assertThat(mailbox.messages())
                .filteredOn(message -> message.path("Subject").asText().equals("Subject killed"))
                .hasSize(2);
    }

    private static Mail mail(Kind kind, String run) {
        String json = "{\"kind\": \"%s\", \"run\": \"%s\"}".formatted(kind.code(), run);
        return new Mail(watch.siteId(), kind, run, DAY, "Subject " + run, "Text\n", json, 1, 1, List.of("amos"));
    }

    /** Stores the announcements of a run, as the score function does. */
    private static void announce(String run, List<Mail> mails) {
        Outbox outbox = watch.outbox();
        Manifest manifest = new Manifest(watch.siteId(), 1, "test", DAY, run, true, List.of(), List.of(), List.of());
        outbox.announce(
                watch.siteId(),
                outbox.lastRun(watch.siteId()),
                new ScoringRun(1, DAY, DAY, run),
                manifest,
                List.of(),
                mails);
    }

    @Test
    @Order(7)
    void mailsOfEveryKindReachTheirTopicWithTheirAttributes() throws InterruptedException {
        Mailbox alerts = Mailbox.subscribe(cloud, "all-alerts", watch.stack().output("AlertTopicArn"), Map.of());
        Mailbox operations =
                Mailbox.subscribe(cloud, "all-operations", watch.stack().output("OperationsTopicArn"), Map.of());
        announce(
                "kinds",
                Arrays.stream(Kind.values()).map(kind -> mail(kind, "kinds")).toList());
        Eventually.holds(
                "all are delivered",
                PATIENCE,
                () -> watch.outbox().undelivered(watch.siteId()).isEmpty());
        assertThat(kinds(operations)).containsExactly("operations");
        assertThat(kinds(alerts)).containsExactlyInAnyOrder("activity", "suspect", "stale", "revision", "digest");
    }

    /** The kinds of the mails of a run, from attribute and text. */
    private static List<String> kinds(Mailbox mailbox) {
        return mailbox.messages().stream()
                .filter(mail -> mail.path("Subject").asText().equals("Subject kinds"))
                .map(mail -> {
                    String kind = mail.at("/MessageAttributes/kind/Value").asText();
                    assertThat(Mailbox.json(mail.path("Message").asText())
                                    .path("kind")
                                    .asText())
                            .isEqualTo(kind);
                    return kind;
                })
                .toList();
    }

    private static JsonNode reconcile(String depth) {
        InvokeResponse answer = cloud.lambda()
                .invoke(r -> r.functionName(watch.stack().id("ReconcileFunction"))
                        .payload(SdkBytes.fromUtf8String("{\"depth\": \"%s\"}".formatted(depth))));
        assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
        return Mailbox.json(answer.payload().asUtf8String()).at("/sites/0");
    }

    @Test
    @Order(2)
    void theRuleInvokesReconcileWhichInstallsTheSites() throws InterruptedException {
        String impatient = Repository.text("template.yaml").replace("rate(1 hour)", "rate(1 minute)");
        Watch rules = Watch.begin(cloud, "rules", impatient);
        assertThat(rules.ledger().sites()).isEmpty();
        Eventually.holds(
                "reconcile has installed the site",
                PATIENCE,
                () -> rules.ledger().site(rules.siteId()).isPresent());
    }
}
