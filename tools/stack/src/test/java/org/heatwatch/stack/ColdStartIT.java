package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the packages as Lambda does, with only the layer installed. Writes the durations, and their ratios to those of
 * another build, to {@code target/cold-starts.md}; those on Lambda differ.
 */
@NeedsDocker
final class ColdStartIT {
    /** Number of starts per function, set with {@code -Dheatwatch.starts=5}. */
    private static final int STARTS = Integer.getInteger("heatwatch.starts", 1);

    /** Folder of another build with which this one is compared, set with {@code -Dheatwatch.before=FOLDER}. */
    private static final Optional<Path> BEFORE =
            Optional.ofNullable(System.getProperty("heatwatch.before")).map(Path::of);

    private static final Template TEMPLATE = Template.ofProject();
    private static final List<String> TIMES = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static Path program;

    @BeforeAll
    static void findEmulator() throws IOException, InterruptedException {
        Optional<Path> found = Emulator.program();
        assumeTrue(
                found.isPresent(),
                "skipped: cold starts need Lambda's emulator, which cannot be installed: see tools/stack/checks/README.md");
        program = found.orElseThrow();
        if (BEFORE.isPresent()) {
            // It installs the site in its own form, which later builds read.
            String _ = startOnce(otherZip("clip"), "ClipFunction", "{\"Records\": []}", _ -> {}, new ArrayList<>());
        }
    }

    /** The environment variables of a function, with an emulated cloud. */
    private static Map<String, String> variables(String function) {
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
        return variables;
    }

    /** Milliseconds until the function is ready, until it has responded, and of processor time until then. */
    private record Start(double ready, double first, double processor) {}

    /**
     * Starts a function several times, alternately with that of another build if one is given, and returns the last
     * response of this build. In every second round the other build is first. The starts of a round before these,
     * which fills the caches of the machine, are not counted.
     */
    private static String start(String function, String event, Check last) throws IOException, InterruptedException {
        String name = function.replace("Function", "").toLowerCase(Locale.ROOT);
        List<Start> before = new ArrayList<>();
        List<Start> now = new ArrayList<>();
        String answer = "";
        for (int round = BEFORE.isPresent() ? -1 : 0; round < STARTS; round++) {
            boolean isCounted = round >= 0;
            boolean isFirst = round > 0 && round % 2 != 0;
            if (isFirst) {
                answer = startOnce(Repository.zip(name), function, event, last, isCounted ? now : new ArrayList<>());
            }
            if (BEFORE.isPresent()) {
                String _ = startOnce(otherZip(name), function, event, _ -> {}, isCounted ? before : new ArrayList<>());
            }
            if (!isFirst) {
                answer = startOnce(Repository.zip(name), function, event, last, isCounted ? now : new ArrayList<>());
            }
        }
        TIMES.add("| %s | %.1f MB | %.0f ms | %.0f ms | %.0f ms |%s"
                .formatted(
                        name,
                        Files.size(Repository.zip(name)) / 1e6,
                        median(now, Start::ready),
                        median(now, Start::first),
                        median(now, Start::processor),
                        before.isEmpty()
                                ? ""
                                : ratio(before, now, Start::ready)
                                        + ratio(before, now, Start::first)
                                        + ratio(before, now, Start::processor)));
        Files.write(Repository.file("tools/stack/target/cold-starts.md"), TIMES);
        return answer;
    }

    private static Path otherZip(String name) {
        return BEFORE.orElseThrow().resolve("functions/%s/target/%s.zip".formatted(name, name));
    }

    private static String startOnce(Path zip, String function, String event, Check check, List<Start> starts)
            throws IOException, InterruptedException {
        String name = function.replace("Function", "").toLowerCase(Locale.ROOT);
        Path unpacked = Files.createTempDirectory(folder, name);
        long begin = System.nanoTime();
        try (Emulator emulator = Emulator.start(
                program,
                zip,
                name,
                TEMPLATE.handlers().getOrDefault(function, "") + "::handleRequest",
                TEMPLATE.properties(function).path("MemorySize").asInt(),
                withLayer(function),
                unpacked)) {
            String answer = emulator.invoke(event);
            double first = (System.nanoTime() - begin) / 1e6;
            starts.add(new Start(emulator.initialisation(), first, emulator.processorTime()));
            check.of(emulator);
            return answer;
        }
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
        return starts.stream().mapToDouble(value).sorted().toArray()[starts.size() / 2];
    }

    /** The ratios of this build to the other, start by start: their median, and their quartiles as the spread. */
    private static String ratio(List<Start> before, List<Start> now, ToDoubleFunction<Start> value) {
        double[] ratios = IntStream.range(0, now.size())
                .mapToDouble(i -> value.applyAsDouble(now.get(i)) / value.applyAsDouble(before.get(i)))
                .sorted()
                .toArray();
        int count = ratios.length;
        return " %.2f (%.2f to %.2f) |".formatted(ratios[count / 2], ratios[count / 4], ratios[3 * count / 4]);
    }

    /** Replaces {@code /opt}, where Lambda has the layer, by the folder of the build. */
    private static Map<String, String> withLayer(String function) throws IOException {
        Map<String, String> variables = variables(function);
        if (function.equals("ClipFunction")) {
            try (var files = Files.list(Repository.layer().resolve("lib"))) {
                variables.put(
                        "HEATWATCH_GDAL_LIBRARY",
                        files.findFirst().orElseThrow().toString());
            }
        }
        return variables;
    }

    @FunctionalInterface
    private interface Check {
        void of(Emulator emulator) throws IOException;
    }

    @Test
    void clipRecordsAProductWithTheGdalOfTheLayer() throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        SimulatedProductName name = SimulatedProductName.level1(
                SimulatedSatellite.LANDSAT_8, 116, 34, LocalDate.of(2013, 6, 17), SimulatedProductName.Tier.T1);
        Path bucket = folder.resolve("bucket");
        SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .simulate(1)
                .write(bucket, name, SceneFacts.day());
        watch.upload(bucket);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records")
                .addObject()
                .put("messageId", "one")
                .put("body", Watch.notification(name.id(), name.prefix()));
        String answer = start("ClipFunction", event.toString(), emulator -> {
            assertThat(emulator.log()).doesNotContain("WARNING: A restricted method");
            assertThat(emulator.mappedFiles())
                    .filteredOn(file -> file.contains("libgdal"))
                    .allMatch(file -> file.startsWith(Repository.layer().toString()));
        });
        assertThat(Mailbox.json(answer).path("batchItemFailures")).isEmpty();
        assertThat(watch.ledger().intake(watch.siteId(), ProductId.parse(name.id())))
                .isPresent();
    }

    @Test
    void queryAnswers() throws IOException, InterruptedException {
        SharedWatch.get().saveSite();
        JsonNode answer = Mailbox.json(start(
                "QueryFunction",
                "{\"httpMethod\": \"GET\", \"path\": \"/collections/facilities/items\"}",
                emulator -> assertThat(emulator.mappedFiles()).noneMatch(file -> file.contains("libgdal"))));
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(Mailbox.json(answer.path("body").asText()).path("features")).hasSize(7);
    }

    @Test
    void theOtherFunctionsStart() throws IOException, InterruptedException {
        SharedWatch.get().saveSite();
        assertThat(start("ScoreFunction", "{\"Records\": []}", _ -> {})).contains("batchItemFailures");
        assertThat(start("AlertFunction", "{\"Records\": []}", _ -> {})).contains("batchItemFailures");
        assertThat(start("ReconcileFunction", "{\"depth\": \"light\"}", _ -> {}))
                .contains("sites");
    }
}
