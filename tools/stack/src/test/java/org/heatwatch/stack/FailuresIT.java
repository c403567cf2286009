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
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.LastRun;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Outbox;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.aws.SnsMailSender;
import org.heatwatch.aws.SqsSiteWaker;
import org.heatwatch.cli.serve.SiteDesk;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.Manifest;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductName;
import org.heatwatch.simulator.Satellite;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/** What the deployed stack does when something goes wrong. It has a stack of its own, since it breaks things. */
@NeedsDocker
final class FailuresIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Longer than a cold start on a busy machine: a message that is still worked on must not be delivered again. */
    private static final int RETRY_SECONDS = 30;
    /** So many that no message which can be processed is put aside by cold starts on a busy machine. */
    private static final int PATIENT_DELIVERIES = 10;

    /**
     * A day after a pass: neither it nor a day 8 or 16 days off is a day of the story, whose products lie in the same bucket
     * and would supersede these.
     */
    private static final LocalDate DAY = LocalDate.of(2025, 11, 5);
    /** A Monday, when a digest of the week is due. */
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 10);

    @TempDir
    private static Path folder;

    private static LocalCloud cloud;
    private static Watch watch;

    @BeforeAll
    static void begin() throws InterruptedException {
        cloud = SharedCloud.get();
        watch = Watch.begin(cloud, "failures", Repository.text("template.yaml"));
        watch.gatherWakes(0);
        watch.plant();
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
        Eventually.holds("all messages are worked off", PATIENCE, watch::isQuiet);
    }

    /** A scene of the site that is in the bucket. */
    private static ProductName publish(LocalDate date, Satellite satellite) {
        ProductName name = ProductName.level1(satellite, 116, 34, date, ProductName.Tier.RT);
        Path bucket = folder.resolve(name.id());
        SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .satellite(satellite)
                .simulate(date.toEpochDay())
                .write(bucket, name, SceneFacts.day());
        watch.upload(bucket);
        return name;
    }

    private static void notify(ProductName name) {
        watch.publish(Watch.notice(name.id(), name.prefix()));
    }

    private static boolean isRecorded(ProductName name) {
        return watch.ledger()
                .intake(watch.siteId(), ProductId.parse(name.id()))
                .filter(record -> record.outcome() instanceof IntakeOutcome.Recorded)
                .isPresent();
    }

    @Test
    void twoScenesAtOnceAreBothRecordedAndToldOfInOneHistory() throws InterruptedException {
        watch.setClock(DAY.plusDays(8));
        ProductName one = publish(DAY, Satellite.LANDSAT_8);
        ProductName other = publish(DAY.plusDays(8), Satellite.LANDSAT_9);
        notify(one);
        notify(other);
        Eventually.holds("both are told of", PATIENCE, () -> isRecorded(one) && isRecorded(other) && watch.isCovered());
        assertThat(watch.outbox().manifest(watch.siteId()).orElseThrow().readings())
                .anyMatch(reading -> reading.startsWith(one.id()))
                .anyMatch(reading -> reading.startsWith(other.id()));
    }

    @Test
    void aNoticeThatIsRefusedEndsAmongTheDeadLettersWithoutHoldingOthersUp() throws InterruptedException {
        ProductName good = publish(DAY.minusDays(16), Satellite.LANDSAT_8);
        String stranger = "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://elsewhere/%s\"}"
                .formatted(good.id(), good.prefix());
        watch.publish(stranger);
        notify(good);
        Eventually.holds("the good one is recorded", PATIENCE, () -> isRecorded(good));
        watch.giveUpAfter("NoticesQueueUrl", 1);
        String dead = Eventually.finds(
                "the refused one is put aside", PATIENCE, () -> watch.firstDeadLetter("NoticesDeadLettersUrl"));
        assertThat(dead).isEqualTo(stranger);
    }

    @Test
    void aProductThatIsNotThereYetIsTakenInOnceItIs() throws InterruptedException {
        ProductName late = ProductName.level1(Satellite.LANDSAT_8, 116, 34, DAY.minusDays(32), ProductName.Tier.RT);
        notify(late);
        Eventually.holds("somebody has looked for it", PATIENCE, () -> watch.messages("NoticesQueueUrl") > 0);
        publish(DAY.minusDays(32), Satellite.LANDSAT_8);
        Eventually.holds("it is recorded", PATIENCE, () -> isRecorded(late));
    }

    @Test
    void aDefinitionThatIsSavedFromABrowserIsScoredByTheStack() throws InterruptedException {
        ProductName scene = publish(DAY.minusDays(48), Satellite.LANDSAT_8);
        notify(scene);
        Eventually.holds("it is told of", PATIENCE, () -> isRecorded(scene) && watch.isCovered());
        SiteDefinition before = watch.ledger().site(watch.siteId()).orElseThrow();
        SqsSiteWaker waker = new SqsSiteWaker(cloud.sqs(), watch.stack().output("SitesQueueUrl"));
        SiteDesk desk = new SiteDesk(
                _ -> {
                    throw new AssertionError("saving asks no API");
                },
                watch.ledger(),
                "analyst",
                siteId -> {
                    waker.wake(siteId);
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
                "the stack tells of the new version",
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
    void inABatchOfWakesOnlyTheBadOneIsTriedAgain() throws InterruptedException {
        ProductName name = publish(DAY.minusDays(48), Satellite.LANDSAT_8);
        watch.gatherWakes(5);
        send("nobody");
        notify(name);
        Eventually.holds("the good site is scored", PATIENCE, () -> isRecorded(name) && watch.isCovered());
        watch.giveUpAfter("SitesQueueUrl", 1);
        String dead = Eventually.finds(
                "the bad wake is put aside", PATIENCE, () -> watch.firstDeadLetter("SitesDeadLettersUrl"));
        assertThat(dead).contains("nobody");
        watch.gatherWakes(0);
    }

    private static void send(String site) {
        watch.sqs()
                .sendMessage(r -> r.queueUrl(watch.stack().output("SitesQueueUrl"))
                        .messageGroupId(site)
                        .messageDeduplicationId(site)
                        .messageBody("{\"site\": \"" + site + "\"}"));
    }

    @Test
    void aMailThatCouldNotBePublishedIsPublishedOnceItCan() throws InterruptedException {
        Mailbox mailbox = Mailbox.subscribe(cloud, "stream-retry", watch.stack().output("AlertTopicArn"), Map.of());
        configureAlert("ALERT_TOPIC_ARN", watch.stack().output("AlertTopicArn") + "-gone");
        try {
            ProductName name = publish(DAY.plusDays(1), Satellite.LANDSAT_9);
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
            assertThat(mailbox.letters()).isEmpty();
        } finally {
            configureAlert("ALERT_TOPIC_ARN", watch.stack().output("AlertTopicArn"));
        }
        // The stream tries ten times; here these may be over before the claim of the first try has run out.
        Eventually.holds("the stream or reconcile delivers it", PATIENCE, () -> {
            reconcile("light");
            return watch.outbox().undelivered(watch.siteId()).isEmpty();
        });
        List<JsonNode> letters = mailbox.letters();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().at("/MessageAttributes/kind/Value").asText())
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
    void reconcileSendsANoticeThatNeverCameAndWakesASiteWhoseDayIsOver() throws InterruptedException {
        watch.setClock(DAY.plusDays(30));
        ProductName unheard = publish(DAY.plusDays(15), Satellite.LANDSAT_8);
        JsonNode site = reconcile("full");
        assertThat(site.path("resent").toString()).contains(unheard.id());
        Eventually.holds("it is recorded and told of", PATIENCE, () -> isRecorded(unheard) && watch.isCovered());
        Manifest manifest = watch.outbox().manifest(watch.siteId()).orElseThrow();
        assertThat(manifest.asOf()).isEqualTo(DAY.plusDays(30));
    }

    @Test
    void aSenderThatIsKilledAfterPublishingHasItsMailPublishedOnceMoreAndNoOftener() throws InterruptedException {
        Mailbox mailbox =
                Mailbox.subscribe(cloud, "killed-sender", watch.stack().output("AlertTopicArn"), Map.of());
        Outbox outbox = watch.outbox();
        Mail mail = mail(Kind.STALE, "killed");
        announce("killed", List.of(mail));
        // Somebody claimed it so long ago that the claim soon runs out; it publishes and is gone.
        assertThat(outbox.claim(mail, Instant.now().minus(Outbox.CLAIM).plusSeconds(15)))
                .isTrue();
        new SnsMailSender(
                        cloud.sns(),
                        watch.stack().output("AlertTopicArn"),
                        watch.stack().output("OperationsTopicArn"))
                .send(mail);
        Eventually.holds("reconcile delivers it once the claim has run out", PATIENCE, () -> {
            reconcile("light");
            return outbox.undelivered(watch.siteId()).isEmpty();
        });
        assertThat(mailbox.letters())
                .filteredOn(letter -> letter.path("Subject").asText().equals("Subject killed"))
                .hasSize(2);
    }

    private static Mail mail(Kind kind, String run) {
        String json = "{\"kind\": \"%s\", \"run\": \"%s\"}".formatted(kind.code(), run);
        return new Mail(watch.siteId(), kind, run, DAY, "Subject " + run, "Text\n", json, 1, 1, List.of("amos"));
    }

    /** As score leaves what a run has to say. */
    private static void announce(String run, List<Mail> mails) {
        Outbox outbox = watch.outbox();
        Manifest manifest = new Manifest(watch.siteId(), 1, "test", DAY, run, true, List.of(), List.of(), List.of());
        outbox.announce(
                watch.siteId(),
                outbox.lastRun(watch.siteId()),
                new LastRun(1, DAY, DAY, run),
                manifest,
                List.of(),
                mails);
    }

    @Test
    void mailsOfEveryKindReachTheTopicForThemAndSayWhatTheyAre() throws InterruptedException {
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

    /** Of the mails of that run, as the attribute and the text say. */
    private static List<String> kinds(Mailbox mailbox) {
        return mailbox.letters().stream()
                .filter(letter -> letter.path("Subject").asText().equals("Subject kinds"))
                .map(letter -> {
                    String kind = letter.at("/MessageAttributes/kind/Value").asText();
                    assertThat(Mailbox.json(letter.path("Message").asText())
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
    void theRuleCallsReconcileWhichPlantsTheSites() throws InterruptedException {
        String impatient = Repository.text("template.yaml").replace("rate(1 hour)", "rate(1 minute)");
        Watch rules = Watch.begin(cloud, "rules", impatient);
        assertThat(rules.ledger().sites()).isEmpty();
        Eventually.holds(
                "reconcile has planted the site",
                PATIENCE,
                () -> rules.ledger().site(rules.siteId()).isPresent());
    }
}
