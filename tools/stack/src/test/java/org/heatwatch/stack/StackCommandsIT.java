package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.aws.SnsMailSender;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.mail.Mail;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tests the commands that use a deployed stack. */
@NeedsDocker
final class StackCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path SITE = Repository.file("sites/kaesong-simulated.geojson");
    /** The clip function knows of a new site after a minute at the latest. */
    private static final Duration INDEX_AND_PATIENCE = Duration.ofMinutes(4);

    private static final LocalDate DAY = LocalDate.of(2014, 6, 20);

    @TempDir
    private Path folder;

    private static Map<String, String> credentials() {
        return Map.of(
                "AWS_ENDPOINT_URL", SharedCloud.get().endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
    }

    private static CommandLine run(Object... arguments) throws IOException, InterruptedException {
        return CommandLine.run(credentials(), "", arguments);
    }

    private SimulatedProductName publish(LocalDate date) {
        SimulatedProductName name =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, date, SimulatedProductName.Tier.T1);
        Path bucket = folder.resolve("stand-in");
        scene().write(bucket, name, SceneFacts.day());
        SharedWatch.get().upload(bucket);
        return name;
    }

    private static SimulatedScene scene() {
        return SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .simulate(1);
    }

    @Test
    void theBackfillPrintsItsCostAsksAndIsProcessedByTheStack() throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        watch.saveSite();
        watch.setClock(DAY);
        SimulatedProductName name = publish(DAY);
        Object[] command = {
            "backfill", "--stack", "heatwatch", "--site", SITE, "--from", DAY.minusDays(1), "--to", DAY.plusDays(1)
        };
        CommandLine declined = CommandLine.run(credentials(), "n\n", command);
        assertThat(declined.code()).isEqualTo(1);
        assertThat(declined.out()).contains("scenes to read", "0 level 2, 1 level 1", "total", "Go on?");
        assertThat(declined.err()).contains("cancelled");
        CommandLine agreed = CommandLine.run(credentials(), "y\n", command);
        assertThat(agreed.code()).as(agreed.err()).isZero();
        assertThat(agreed.out()).contains("1 products wait in the back-fill queue of stack heatwatch");
        Eventually.holds(
                "it is recorded",
                PATIENCE,
                () -> watch.ledger()
                        .intake(watch.siteId(), ProductId.parse(name.id()))
                        .isPresent());
        assertThat(CommandLine.run(credentials(), "", command).out()).contains("nothing is missing");
    }

    @Test
    void withoutAStackTheBackfillReadsTheBucketOfUsgsIntoTheLocalStore() throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        LocalCloud.bucket(watch.cloud().s3(), "usgs-landsat");
        LocalDate day = DAY.plusDays(16);
        SimulatedProductName name =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, day, SimulatedProductName.Tier.T1);
        Path bucket = folder.resolve("bucket");
        scene().write(bucket, name, SceneFacts.day());
        watch.upload(bucket, "usgs-landsat");
        Path data = folder.resolve("data");
        CommandLine filled =
                run("backfill", "--yes", "--site", SITE, "--from", day, "--to", day.plusDays(1), "--data", data);
        assertThat(filled.code()).as(filled.err()).isZero();
        assertThat(filled.out()).contains("from us-west-2 to this machine").containsPattern("recorded +1");
        assertThat(run("scenes", "--data", data).out()).contains(name.id());
    }

    @Test
    void aSiteIsAddedAndRemovedWithoutADeployment() throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        watch.saveSite();
        String text = Files.readString(SITE).replace("\"kaesong-simulated\"", "\"works\"");
        Path file = Files.writeString(folder.resolve("works.geojson"), text);
        CommandLine added = run("sites", "add", file, "--stack", "heatwatch");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).contains("works", "version 1 added to stack heatwatch", "116/034 day");
        assertThat(run("sites", "add", file, "--stack", "heatwatch").err()).contains("heatwatch sites update");
        assertThat(run("sites", "list", "--stack", "heatwatch").out()).contains("works", "kaesong-simulated");
        SimulatedProductName name = publish(DAY.plusDays(32));
        ProductId product = ProductId.parse(name.id());
        // Sent again until then: a function that was asked within the last minute knows of the other site only.
        Eventually.holds("both sites have taken it in, each by a message of its own", INDEX_AND_PATIENCE, () -> {
            if (watch.isQuiet()) {
                watch.publish(Watch.notification(product.id(), product.keyPrefix()));
            }
            return watch.ledger().intake("works", product).isPresent()
                    && watch.ledger().intake(watch.siteId(), product).isPresent();
        });
        Files.writeString(file, text.replace("\"name\": \"", "\"name\": \"The "));
        assertThat(run("sites", "update", file, "--stack", "heatwatch").out())
                .contains("version 2 saved in stack heatwatch");
        CommandLine declined =
                CommandLine.run(credentials(), "n\n", "sites", "remove", "works", "--stack", "heatwatch");
        assertThat(declined.out()).contains("keeps 1 scenes of works");
        assertThat(declined.code()).isEqualTo(1);
        CommandLine removed = run("sites", "remove", "works", "--delete-data", "--yes", "--stack", "heatwatch");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(removed.out()).contains("no longer watched", "its data are deleted");
        assertThat(watch.ledger().siteIds()).doesNotContain("works");
        assertThat(watch.ledger().scenes("works")).isEmpty();
        assertThat(watch.ledger().sitesWatching(product.scene())).containsExactly(watch.siteId());
    }

    @Test
    void storedClipsAreNotExtractedAgainWithTheSameVersion() throws IOException, InterruptedException {
        SharedWatch.get().saveSite();
        CommandLine resample = run("reextract", "--stack", "heatwatch");
        assertThat(resample.code()).as(resample.err()).isZero();
        assertThat(resample.out()).contains("kaesong-simulated: all scenes are up to date");
    }

    @Test
    void aRecipientReceivesWhatItSubscribedToAndCanBeRemoved() throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        String url = watch.sqs().createQueue(r -> r.queueName("reports")).queueUrl();
        String queue = watch.sqs()
                .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
        CommandLine subscribed = run(
                "subscribe",
                queue,
                "--stack",
                "heatwatch",
                "--kind",
                "activity,revision",
                "--facility",
                "amos",
                "--min-confidence",
                "medium");
        assertThat(subscribed.code()).as(subscribed.err()).isZero();
        for (Mail mail : List.of(
                mail(Kind.ACTIVITY, "wanted", 2, "amos"),
                mail(Kind.DIGEST, "another kind", 3, "amos"),
                mail(Kind.ACTIVITY, "unsure", 1, "amos"),
                mail(Kind.REVISION, "another place", 3, "samas-electronics"),
                mail(Kind.REVISION, "both places", 3, "samas-electronics", "amos"))) {
            new SnsMailSender(
                            watch.cloud().sns(),
                            watch.stack().output("AlertTopicArn"),
                            watch.stack().output("OperationsTopicArn"),
                            Optional.empty())
                    .send(mail);
        }
        Mailbox mailbox = Mailbox.of(watch.sqs(), url);
        Eventually.holds("two mails come", PATIENCE, () -> mailbox.messages().size() >= 2);
        assertThat(mailbox.messages())
                .extracting(mail -> mail.path("Subject").asText())
                .containsExactlyInAnyOrder("wanted", "both places");

        CommandLine listed = run("subscribers", "--stack", "heatwatch");
        assertThat(listed.out()).contains(queue, "\"kind\":[\"activity\",\"revision\"]", "confirmed");
        assertThat(run("unsubscribe", queue, "--stack", "heatwatch").out()).contains("1 subscriptions ended");
        assertThat(run("unsubscribe", queue, "--stack", "heatwatch").err()).contains("has no confirmed subscription");
    }

    private static Mail mail(Kind kind, String subject, int confidence, String... facilities) {
        return new Mail("here", kind, subject, DAY, subject, "Text\n", "{}", 3, confidence, List.of(facilities));
    }

    @Test
    void anAddressHasToConfirm() throws IOException, InterruptedException {
        assertThat(run("subscribe", "reports@example.org", "--stack", "heatwatch", "--kind", "operations")
                        .out())
                .contains("A link is sent to it");
        CommandLine listed = run("subscribers", "--stack", "heatwatch", "--format", "json");
        assertThat(Mailbox.json(listed.out()))
                .filteredOn(recipient -> recipient.path("address").asText().equals("reports@example.org"))
                .singleElement()
                .matches(recipient -> recipient.path("operations").asBoolean())
                .matches(recipient -> !recipient.path("protectedFromMachines").asBoolean());
        CommandLine confirmed = run(
                "subscribe", "reports@example.org", "--stack", "heatwatch", "--confirm", "https://example.org/?x=1");
        assertThat(confirmed.err()).contains("neither the link of a confirmation mail nor the token");
    }

    @Test
    void anAddressConfirmedWithCredentialsReceivesText() throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        watch.cloud().ses("admin@localstack.com");
        run("subscribe", "editor@example.org", "--stack", "heatwatch", "--kind", "activity");
        String subscription = watch
                .cloud()
                .sns()
                .listSubscriptionsByTopic(r -> r.topicArn(watch.stack().output("AlertTopicArn")))
                .subscriptions()
                .stream()
                .filter(s -> s.endpoint().equals("editor@example.org"))
                .findFirst()
                .orElseThrow()
                .subscriptionArn();
        // The link in the confirmation mail.
        String token = Mailbox.json(watch.cloud().get("/_aws/sns/subscription-tokens/" + subscription))
                .path("subscription_token")
                .asText();
        String link = "https://sns.us-west-2.amazonaws.com/confirmation.html?TopicArn=%s&Token=%s&Endpoint=x"
                .formatted(watch.stack().output("AlertTopicArn"), token);
        CommandLine confirmed = run("subscribe", "editor@example.org", "--stack", "heatwatch", "--confirm", link);
        assertThat(confirmed.out()).as(confirmed.err()).contains("only credentials can end it");
        Mail mail = new Mail("here", Kind.ACTIVITY, "mailbox", DAY, "Amos ON", "Amos is ON.\n", "{}", 3, 2, List.of());
        new SnsMailSender(
                        watch.cloud().sns(),
                        watch.stack().output("AlertTopicArn"),
                        watch.stack().output("OperationsTopicArn"),
                        Optional.empty())
                .send(mail);
        Eventually.holds(
                "the mail is there",
                PATIENCE,
                () -> watch.cloud().get("/_aws/ses").contains("Amos is ON."));
    }

    @Test
    void missingCredentialsAndUnknownStacksAreReportedInOneLine() throws IOException, InterruptedException {
        CommandLine nowhere = run("subscribers", "--stack", "nowhere");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err().strip())
                .startsWith("heatwatch: stack nowhere in us-west-2: ")
                .doesNotContain("\n");
        CommandLine nobody = CommandLine.run(Map.of(), "", "subscribers", "--stack", "heatwatch");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err().strip())
                .contains("needs AWS credentials, and none were found; ")
                .doesNotContain("\n");
    }

    @Test
    void aDryRunOverTenYearsNeedsNeitherCredentialsNorNetwork() throws IOException, InterruptedException {
        CommandLine plan = CommandLine.run(
                Map.of(),
                "",
                "backfill",
                "--dry-run",
                "--site",
                Repository.file("sites/kaesong.geojson"),
                "--from",
                "2013-04-11",
                "--to",
                "2025-11-04");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("Back-fill of Kaesong Industrial Complex, acquisitions from 2013-04-11 to 2025-11-04")
                .containsPattern("scenes to read +at most 7\\d\\d")
                .contains("GB", "total");
        assertThat(CommandLine.run(
                                Map.of(),
                                "",
                                "backfill",
                                "--dry-run",
                                "--site",
                                SITE,
                                "--from",
                                "2025-01-02",
                                "--to",
                                "2025-01-01")
                        .err())
                .contains("give the earlier day as --from");
    }
}
