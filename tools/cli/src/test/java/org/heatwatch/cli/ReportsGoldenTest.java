package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.heatwatch.golden.Golden;
import org.heatwatch.golden.Tolerance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands print for machines, and what they leave in folders. */
final class ReportsGoldenTest {
    @TempDir
    private static Path folder;

    private static Path store;

    /** The same store, for the command that delivers its mail. */
    private static Path delivering;

    @BeforeAll
    static void layOut() throws IOException {
        store = Yard.in(folder.resolve("store"));
        delivering = folder.resolve("delivering");
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.toList()) {
                Files.copy(file, delivering.resolve(store.relativize(file)));
            }
        }
    }

    private static Golden golden(String name) {
        return Golden.file("reports/" + name)
                .within(Tolerance.DEGREES, "/*/longitude", "/*/latitude", "longitude", "latitude");
    }

    private static String run(Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private static Object json(Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private static Path product(String id) {
        String level = id.contains("_L2SP_") ? "level-2" : "level-1";
        return Yard.BUCKET.resolve("collection02/%s/standard/oli-tirs/2023/116/034/%s".formatted(level, id));
    }

    @ParameterizedTest
    @CsvSource({"level-1," + Yard.REAL_TIME, "level-2," + Yard.LEVEL_2})
    void aProductIsInspectedAsItWas(String name, String id) {
        golden("inspect-" + name + ".json").holdsIn(json("inspect", product(id), "--format", "json"));
    }

    @Test
    void aProductIsScoredAsItWas() {
        golden("score.json").holdsIn(json("score", product(Yard.REAL_TIME), "--site", Yard.SITE, "--format", "json"));
    }

    @Test
    void scenesAreListedAsTheyWere() {
        golden("scenes.json").holdsIn(json("scenes", "--data", store, "--format", "json"));
    }

    /** Each of these tells the whole history anew, so that each form is asked for once: the rows are the same. */
    @Test
    void looksArePrintedAsTheyWere() {
        golden("history.json").holdsIn(json("history", "--data", store, "--format", "json"));
        golden("history-mill.csv").holdsInTable(run("history", "mill", "--data", store, "--format", "csv"));
    }

    @Test
    void hotSpotsArePrintedAsTheyWere() {
        golden("hotspots.json").holdsIn(json("hotspots", "--data", store, "--format", "json"));
        golden("hotspots-of-a-pass.csv")
                .holdsInTable(run("hotspots", "LC08_116034_20230122", "--data", store, "--format", "csv"));
    }

    @Test
    void mailIsListedAsItWas() {
        golden("alerts.json").holdsIn(json("alerts", "--data", store, "--format", "json"));
        golden("alerts.csv").holdsInTable(run("alerts", "--data", store, "--format", "csv"));
    }

    /** It has no form for machines: its lines are what scripts look at. */
    @Test
    void whatBecomesOfNotificationsIsToldAsItWasAndLeavesTheFilesThatItLeft() throws IOException {
        Map<String, Object> told = new LinkedHashMap<>();
        Path fresh = folder.resolve("fresh");
        told.put(
                "an event of the queue",
                notify(
                        queued(
                                event("not-json.txt"),
                                event("wrong-keys.json"),
                                event("other-sensor-landsat7.json"),
                                event("raw-l1tp-rt.json"),
                                published(Yard.REAL_TIME)),
                        fresh));
        told.put(
                "a better product, then the first one again",
                notify(queued(published(Yard.LEVEL_2), published(Yard.REAL_TIME)), fresh));
        told.put("a product that is known, while mail waits", notify(queued(published(Yard.LEVEL_2)), delivering));
        Golden.file("reports/notify.json").holdsIn(told);
        Golden.file("reports/files-of-a-store.json").holdsIn(files(delivering));
    }

    private static String event(String name) throws IOException {
        return Files.readString(Installation.file("events/" + name));
    }

    private static String published(String id) {
        return """
                {"landsat_product_id": "%s", "s3_location": "s3://usgs-landsat/%s/"}
                """.formatted(id, Yard.BUCKET.relativize(product(id)));
    }

    private static Path queued(String... bodies) throws IOException {
        List<Map<String, String>> records =
                Stream.of(bodies).map(body -> Map.of("body", body)).toList();
        return Files.writeString(
                folder.resolve("event.json"), new ObjectMapper().writeValueAsString(Map.of("Records", records)));
    }

    private static Map<String, Object> notify(Path event, Path data) {
        CommandLineRun run =
                CommandLineRun.of("notify", event, "--archive", Yard.BUCKET, "--site", Yard.SITE, "--data", data);
        assertThat(run.err()).isEmpty();
        return Map.of(
                "exitCode",
                run.code(),
                "lines",
                run.out()
                        .replace(data.toString(), "DATA")
                        .lines()
                        .map(ReportsGoldenTest::withoutReason)
                        .toList());
    }

    /** Reasons are words for people. */
    private static String withoutReason(String line) {
        return line.replaceFirst("(refused|not ours|not taken in): .*", "$1: <reason>")
                .replaceFirst("(recorded for [a-z]+), .*", "$1, <how well>");
    }

    /** The names of all files, and of mails the lines that programs find them by. */
    private static Map<String, Object> files(Path data) throws IOException {
        Map<String, Object> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("lock"))
                    .toList()) {
                String name = data.relativize(file).toString();
                files.put(
                        name,
                        name.endsWith(".eml")
                                ? Files.readString(file, StandardCharsets.UTF_8)
                                        .lines()
                                        .takeWhile(line -> !line.isEmpty())
                                        .toList()
                                : "");
            }
        }
        return files;
    }

    @Test
    void theDemonstrationKeepsItsFilesWhereItDid() {
        DemoFolder demo = DemoFolder.emptied(folder.resolve("demo"));
        Map<String, Object> names = new TreeMap<>();
        names.put("bucket", demo.root().relativize(demo.bucket()).toString());
        names.put("heat map", demo.root().relativize(demo.heatMap()).toString());
        names.put("chart", demo.root().relativize(demo.chart("amos")).toString());
        assertThat(demo.bucket()).isDirectory();
        Golden.file("reports/files-of-the-demonstration.json").holdsIn(names);
    }
}
