package org.heatwatch.functions.clip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.ledger.IntakeOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Processes each message of the sample notifications. */
final class SampleNotificationResultsTest {
    private static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final String L2 = "LC08_L2SP_116034_20251104_20251119_02_T1";
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|");

    @TempDir
    private static Path bucket;

    private static FolderArchive archive;

    @BeforeAll
    static void publish() {
        archive = new FolderArchive(bucket).withTheSamples();
    }

    /**
     * A sample with its expected result.
     *
     * @param listed result according to the README of the samples
     * @param ends how its messages end: {@code done}, or {@code dead-letter queue} after the last delivery
     * @param results reported results of its messages, as text
     * @param recorded outcomes in the ledger afterwards, by product
     */
    record Sample(String file, String listed, List<String> ends, List<String> results, Map<String, String> recorded) {
        static Sample of(String file, String listed, String end, String result, Map<String, String> recorded) {
            return new Sample(file, listed, List.of(end), List.of(result), recorded);
        }

        static Sample recorded(String file, String listed, String product) {
            return of(file, listed, "done", "recorded", Map.of(product, "Recorded"));
        }

        static Sample elsewhere(String file, String listed, String reason) {
            return of(file, listed, "done", "not ours: " + reason, Map.of());
        }

        static Sample useless(String file, String listed, String product, String reason) {
            return of(file, listed, "done", "recorded as not ours: " + reason, Map.of(product, "NotOurs"));
        }

        static Sample refused(String file, String reason) {
            return of(file, "refused, then dead-letter queue", "dead-letter queue", "refused: " + reason, Map.of());
        }

        @Override
        public String toString() {
            return file + ": " + listed;
        }
    }

    static final List<Sample> SAMPLES = List.of(
            Sample.recorded("raw-l1tp-rt.json", "recorded, until T1 is published", RT),
            Sample.recorded("raw-l1tp-t1.json", "replaces RT", T1),
            Sample.recorded("raw-l2sp-t1.json", "replaces both", L2),
            Sample.recorded("enveloped-l1tp-rt.json", "as `raw-l1tp-rt.json`", RT),
            Sample.recorded("sns-l1tp-rt.json", "as `raw-l1tp-rt.json`", RT),
            Sample.elsewhere(
                    "sns-captured-l1tp-rt-of-another-scene.json",
                    "not ours: path/row",
                    "path/row 153031 is not watched"),
            Sample.elsewhere(
                    "other-sensor-landsat7.json",
                    "not ours: satellite",
                    "other sensor: LE07 is neither Landsat 8 nor Landsat 9"),
            Sample.useless(
                    "other-level-l2sr.json",
                    "recorded as not ours: no thermal band",
                    "LC08_L2SR_116034_20251104_20251119_02_T1",
                    "no thermal band"),
            Sample.useless(
                    "other-level-l1gs.json",
                    "recorded as not ours",
                    "LC08_L1GS_116034_20251104_20251118_02_T2",
                    "level L1GS"),
            Sample.elsewhere("other-scene-117034.json", "not ours: path/row", "path/row 117034 is not watched"),
            Sample.refused("not-json.txt", "message: is not JSON"),
            Sample.refused("wrong-keys.json", "message: no landsat_product_id"),
            Sample.refused("bucket-not-allowed.json", "product id '" + T1 + "': location 's3://usgs-landsat-mirror/"),
            Sample.refused(
                    "prefix-of-another-product.json",
                    "product id '" + T1 + "': location 's3://usgs-landsat/collection02/level-2/"),
            new Sample(
                    "sqs-batch.json",
                    "three processed, one failed",
                    List.of("done", "done", "done", "dead-letter queue"),
                    List.of("recorded", "recorded", "recorded", "refused: message: is not JSON"),
                    Map.of(RT, "Superseded", T1, "Superseded", L2, "Recorded")));

    private LocalIntake world;
    private final List<String> results = new ArrayList<>();

    @BeforeEach
    void begin() {
        world = LocalIntake.watching(archive);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everySampleHasTheResultThatTheReadmeLists(Sample sample) throws JsonProcessingException {
        NotificationProcessor processor = world.processor(result -> results.add(words(result)));
        List<String> ends = new ArrayList<>();
        for (String body : bodies(sample.file())) {
            ends.add(end(processor, body));
        }
        assertThat(ends).isEqualTo(sample.ends());
        assertThat(results)
                .hasSameSizeAs(sample.results())
                .zipSatisfy(
                        sample.results(),
                        (result, expected) -> assertThat(result).startsWith(expected));
        assertThat(world.recorded()).isEqualTo(sample.recorded());
        // After a crash the same messages are delivered again.
        for (String body : bodies(sample.file())) {
            end(processor, body);
        }
        assertThat(world.recorded()).isEqualTo(sample.recorded());
    }

    /** Delivers a message like the queue: until it is done, or maxReceiveCount is reached. */
    private static String end(NotificationProcessor processor, String body) {
        for (int delivery = 1; delivery <= LocalIntake.MAX_RECEIVE_COUNT; delivery++) {
            if (processor.process(body, delivery, Optional.empty())) {
                return "done";
            }
        }
        return "dead-letter queue";
    }

    private static String words(NotificationResult result) {
        assertThat(result.isDone())
                .isEqualTo(
                        result instanceof NotificationResult.TakenIn || result instanceof NotificationResult.NotOurs);
        return switch (result) {
            case NotificationResult.TakenIn taken -> words(taken.outcome());
            case NotificationResult.NotOurs notOurs -> "not ours: " + notOurs.reason();
            case NotificationResult.Forwarded forwarded -> "forwarded to %d sites".formatted(forwarded.sites());
            case NotificationResult.Refused(var why) -> "refused: " + why.getMessage();
            case NotificationResult.Failed failed -> "failed: " + failed.why().getMessage();
        };
    }

    private static String words(IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Recorded _ -> "recorded";
            case IntakeOutcome.Superseded(var by) -> "superseded by " + by.id();
            case IntakeOutcome.NotOurs(var reason) -> "recorded as not ours: " + reason;
            case IntakeOutcome.Unreadable(var reason) -> "unreadable: " + reason;
        };
    }

    /** The messages of an SQS event; every other sample is a single message. */
    private static List<String> bodies(String file) throws JsonProcessingException {
        String text = FolderArchive.sample(file);
        if (!file.startsWith("sqs-")) {
            return List.of(text);
        }
        List<String> bodies = new ArrayList<>();
        for (JsonNode record : new ObjectMapper().readTree(text).path("Records")) {
            bodies.add(record.path("body").asText());
        }
        return bodies;
    }

    @Test
    void theReadmeListsAllSamplesWithTheResultsTestedHere() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Matcher rows = ROW.matcher(FolderArchive.sample("README.md"));
        while (rows.find()) {
            listed.put(rows.group(1), rows.group(2));
        }
        assertThat(listed)
                .isEqualTo(new TreeMap<>(SAMPLES.stream().collect(Collectors.toMap(Sample::file, Sample::listed))));
        try (Stream<Path> files = Files.list(FolderArchive.samples())) {
            assertThat(files.map(file -> Objects.toString(file.getFileName())))
                    .filteredOn(name -> !name.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(listed.keySet());
        }
    }

    @Test
    void aBetterProductReplacesTheSceneAndAWorseOneDoesNot() throws JsonProcessingException {
        NotificationProcessor processor = world.processor(result -> results.add(words(result)));
        for (String file : List.of("raw-l1tp-rt.json", "raw-l1tp-t1.json", "raw-l1tp-rt.json", "raw-l2sp-t1.json")) {
            assertThat(processor.process(FolderArchive.sample(file), 1, Optional.empty()))
                    .isTrue();
        }
        assertThat(results).containsExactly("recorded", "recorded", "superseded by " + T1, "recorded");
        assertThat(world.scenes()).containsExactly(L2);
    }

    @Test
    void anEventOfSeveralNotificationsIsDoneWhenAllOfThemAre() {
        NotificationProcessor processor = world.processor(result -> results.add(words(result)));
        String published = FolderArchive.sample("sns-l1tp-rt.json");
        String record = published.substring(published.indexOf('[') + 1, published.lastIndexOf(']'));
        String withOneOdd = "{\"Records\": [{\"Sns\": {\"Message\": \"odd\"}}, " + record + "]}";
        assertThat(processor.process(withOneOdd, 1, Optional.empty())).isFalse();
        assertThat(results).hasSize(2);
        assertThat(results.getFirst()).startsWith("refused: Message of the envelope: is not JSON");
        assertThat(results.getLast()).isEqualTo("recorded");
        assertThat(world.scenes()).containsExactly(RT);
    }
}
