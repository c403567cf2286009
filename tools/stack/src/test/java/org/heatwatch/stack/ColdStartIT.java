package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.landsat.ProductId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Starts the packages as Lambda does, with only the layer installed. Writes the durations, and their ratios to those of
 * another build and of a Python function, to {@code target/cold-starts.md}; those on Lambda differ.
 */
@NeedsDocker
final class ColdStartIT {
    /** Folder of another build with which this one is compared, set with {@code -Dheatwatch.before=FOLDER}. */
    private static final Optional<Path> BEFORE =
            Optional.ofNullable(System.getProperty("heatwatch.before")).map(Path::of);

    private static final String EMPTY_BATCH = "{\"Records\": []}";
    private static final Template TEMPLATE = Template.ofProject();
    private static final List<String> REPORT = new ArrayList<>(List.of(ColdStarts.HEAD));

    @TempDir
    private static Path folder;

    private static Path program;
    private static String scoringRequests = "";

    @BeforeAll
    static void findEmulator() throws IOException, InterruptedException {
        Optional<Path> found = Emulator.program();
        assumeTrue(
                found.isPresent(),
                "skipped: cold starts need Lambda's emulator, which cannot be installed: see tools/stack/checks/README.md");
        program = found.orElseThrow();
        // No function of the stack may start beside these.
        scoringRequests = SharedWatch.get()
                .sqs()
                .createQueue(
                        r -> r.queueName("cold-starts.fifo").attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
        if (BEFORE.isPresent()) {
            // It installs the site in its own form, which later builds read.
            new ColdStarts(function("ClipFunction", otherZip("clip"), "other clip"), (_, _) -> {})
                    .uncounted(EMPTY_BATCH, program, folder);
        }
    }

    @AfterAll
    static void report() throws IOException {
        Files.write(Repository.file("tools/stack/target/cold-starts.md"), REPORT);
    }

    /** The environment variables of a function, with an emulated cloud. */
    private static Map<String, String> variables(String function) throws IOException {
        Watch watch = SharedWatch.get();
        Map<String, String> variables = new HashMap<>(watch.cloud()
                .lambda()
                .getFunctionConfiguration(r -> r.functionName(watch.stack().id(function)))
                .environment()
                .variables());
        variables.remove("JAVA_TOOL_OPTIONS");
        variables.put("AWS_REGION", LocalCloud.REGION.id());
        variables.put("AWS_ENDPOINT_URL", watch.cloud().endpoint().toString());
        variables.put("AWS_ACCESS_KEY_ID", "test");
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        variables.replace("SITES_QUEUE_URL", scoringRequests);
        if (function.equals("ClipFunction")) {
            // Replaces /opt, where Lambda has the layer, by the folder of the build.
            try (var files = Files.list(Repository.layer().resolve("lib"))) {
                variables.put(
                        "HEATWATCH_GDAL_LIBRARY",
                        files.findFirst().orElseThrow().toString());
            }
        }
        return variables;
    }

    private static EmulatedFunction function(String function, Path zip, String name) throws IOException {
        return EmulatedFunction.java(
                name,
                zip,
                TEMPLATE.handlers().getOrDefault(function, "") + "::handleRequest",
                TEMPLATE.properties(function).path("MemorySize").asInt(),
                variables(function),
                Files.createTempDirectory(folder, "package"));
    }

    private static Path otherZip(String name) {
        return BEFORE.orElseThrow().resolve("functions/%s/target/%s.zip".formatted(name, name));
    }

    /** Starts a function several times, in turn with that of another build if one is given. */
    private static void start(String function, String title, Supplier<String> events, ColdStarts.Check check)
            throws IOException, InterruptedException {
        String module = function.replace("Function", "").toLowerCase(Locale.ROOT);
        ColdStarts now = new ColdStarts(function(function, Repository.zip(module), title), check);
        if (BEFORE.isEmpty()) {
            ColdStarts.inTurn(List.of(now), events, program, folder);
            REPORT.add(now.row());
        } else {
            ColdStarts before = new ColdStarts(function(function, otherZip(module), "other " + title), (_, _) -> {});
            compare(now, before, events);
        }
    }

    private static void compare(ColdStarts now, ColdStarts other, Supplier<String> events)
            throws IOException, InterruptedException {
        ColdStarts.inTurn(List.of(now, other), events, program, folder);
        REPORT.addAll(List.of(now.row(), other.row(), now.ratios(other)));
    }

    private static void checkClip(String response, Emulator emulator) throws IOException {
        assertThat(Mailbox.json(response).path("batchItemFailures"))
                .as(response)
                .isEmpty();
        assertThat(emulator.log()).doesNotContain("WARNING: A restricted method");
        assertThat(emulator.mappedFiles())
                .filteredOn(file -> file.contains("libgdal"))
                .isNotEmpty()
                .allMatch(file -> file.startsWith(Repository.layer().toString()));
    }

    private static NewProducts products(LocalDate first) throws IOException {
        return new NewProducts(SharedWatch.get(), Files.createTempDirectory(folder, "products"), first);
    }

    private static void assertRecorded(String product) {
        Watch watch = SharedWatch.get();
        assertThat(watch.ledger().intake(watch.siteId(), ProductId.parse(product)))
                .isPresent();
    }

    @Test
    void clipRecordsAProductWithTheGdalOfTheLayer() throws IOException, InterruptedException {
        NewProducts products = products(LocalDate.of(2013, 6, 17));
        start("ClipFunction", "clip", products::next, ColdStartIT::checkClip);
        assertRecorded(products.last());
    }

    @Test
    @EnabledIfSystemProperty(
            named = "heatwatch.starts",
            matches = "\\d+",
            disabledReason =
                    "skipped: the Python function is compared only on request, since its libraries take a minute"
                            + " to install; run ColdStartIT with -Dheatwatch.starts=7")
    void aPythonFunctionMeasuresTheFacilitiesOfTheSameKindOfProduct() throws IOException, InterruptedException {
        Optional<EmulatedFunction> function = EmulatedFunction.python(variables("ClipFunction"));
        assumeTrue(
                function.isPresent(),
                "skipped: the Python function needs rasterio, which cannot be installed: see"
                        + " tools/stack/target/tools/requirements.log");
        NewProducts products = products(LocalDate.of(2016, 6, 9));
        ColdStarts python = new ColdStarts(
                function.orElseThrow(),
                (response, _) -> assertThat(Mailbox.json(response).findValue("excesses"))
                        .as(response)
                        .singleElement()
                        .satisfies(facilities -> assertThat(facilities)
                                .hasSizeGreaterThanOrEqualTo(7)
                                .allMatch(JsonNode::isNumber)));
        ColdStarts clip =
                new ColdStarts(function("ClipFunction", Repository.zip("clip"), "clip"), ColdStartIT::checkClip);
        compare(clip, python, products::next);
    }

    @Test
    void queryAnswers() throws IOException, InterruptedException {
        SharedWatch.get().saveSite();
        start(
                "QueryFunction",
                "query",
                () -> "{\"httpMethod\": \"GET\", \"path\": \"/collections/facilities/items\"}",
                (response, emulator) -> {
                    assertThat(emulator.mappedFiles()).noneMatch(file -> file.contains("libgdal"));
                    JsonNode answer = Mailbox.json(response);
                    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
                    assertThat(Mailbox.json(answer.path("body").asText()).path("features"))
                            .hasSize(7);
                });
    }

    @Test
    void theOtherFunctionsStart() throws IOException, InterruptedException {
        SharedWatch.get().saveSite();
        start("ScoreFunction", "score", () -> EMPTY_BATCH, answers("batchItemFailures"));
        start("AlertFunction", "alert", () -> EMPTY_BATCH, answers("batchItemFailures"));
        start("ReconcileFunction", "reconcile", () -> "{\"depth\": \"light\"}", answers("sites"));
    }

    private static ColdStarts.Check answers(String text) {
        return (response, _) -> assertThat(response).contains(text);
    }
}
