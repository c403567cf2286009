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
import org.heatwatch.cli.demo.DemoFolder;
import org.heatwatch.golden.Golden;
import org.heatwatch.golden.Tolerance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON and CSV output of commands, and the files that they write. */
final class ReportsGoldenTest {
    @TempDir
    private static Path folder;

    private static Path store;

    /** A copy of the store, for the command that delivers its mail. */
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
    void inspectPrintsTheSameJson(String name, String id) {
        golden("inspect-" + name + ".json").holdsIn(json("inspect", product(id), "--format", "json"));
    }

    @Test
    void scorePrintsTheSameJson() {
        golden("score.json").holdsIn(json("score", product(Yard.REAL_TIME), "--site", Yard.SITE, "--format", "json"));
    }

    @Test
    void scenesPrintsTheSameJson() {
        golden("scenes.json").holdsIn(json("scenes", "--data", store, "--format", "json"));
    }

    /** Each run computes the whole history, so each format is tested once; the rows are the same. */
    @Test
    void historyPrintsTheSameRows() {
        golden("history.json").holdsIn(json("history", "--data", store, "--format", "json"));
        golden("history-mill.csv").holdsInTable(run("history", "mill", "--data", store, "--format", "csv"));
    }

    @Test
    void hotspotsPrintsTheSameRows() {
        golden("hotspots.json").holdsIn(json("hotspots", "--data", store, "--format", "json"));
        golden("hotspots-of-a-pass.csv")
                .holdsInTable(run("hotspots", "LC08_116034_20230122", "--data", store, "--format", "csv"));
    }

    @Test
    void alertsPrintsTheSameRows() {
        golden("alerts.json").holdsIn(json("alerts", "--data", store, "--format", "json"));
        golden("alerts.csv").holdsInTable(run("alerts", "--data", store, "--format", "csv"));
    }

    /** This command has no JSON output, so scripts parse its lines. */
    @Test
    void notifyPrintsTheSameLinesAndWritesTheSameFiles() throws IOException {
        Map<String, Object> results = new LinkedHashMap<>();
        Path fresh = folder.resolve("fresh");
        results.put(
                "an event of the queue",
                notify(
                        queued(
                                event("not-json.txt"),
                                event("wrong-keys.json"),
                                event("other-sensor-landsat7.json"),
                                event("raw-l1tp-rt.json"),
                                published(Yard.REAL_TIME)),
                        fresh));
        results.put(
                "a better product, then the first one again",
                notify(queued(published(Yard.LEVEL_2), published(Yard.REAL_TIME)), fresh));
        results.put("a product that is known, while mail waits", notify(queued(published(Yard.LEVEL_2)), delivering));
        Golden.file("reports/notify.json").holdsIn(results);
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

    /** Replaces reasons, which are free text. */
    private static String withoutReason(String line) {
        return line.replaceFirst("(refused|not ours|not taken in): .*", "$1: <reason>")
                .replaceFirst("(recorded for [a-z]+), .*", "$1, <how well>");
    }

    /** The names of all files, and the header lines of mails. */
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
    void theDemonstrationWritesTheSameFiles() {
        DemoFolder demo = DemoFolder.emptied(folder.resolve("demo"));
        Map<String, Object> names = new TreeMap<>();
        names.put("bucket", demo.root().relativize(demo.bucket()).toString());
        names.put("heat map", demo.root().relativize(demo.heatMap()).toString());
        names.put("composite", demo.root().relativize(demo.composite()).toString());
        names.put("chart", demo.root().relativize(demo.chart("amos")).toString());
        assertThat(demo.bucket()).isDirectory();
        Golden.file("reports/files-of-the-demonstration.json").holdsIn(names);
    }
}
