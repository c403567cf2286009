package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sample notifications, with the function, S3 and the table. */
final class NotifyTest {
    private static final Path SITE_FILE = Installation.file("sites/kaesong-simulated.geojson");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);

    @TempDir
    private Path folder;

    private void publish() {
        SimulatedScene scene = SceneSimulator.at(
                        new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .simulate(1);
        SimulatedProductName level1 = SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, DAY, Tier.RT);
        for (SimulatedProductName name : List.of(
                level1.processed(DAY),
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, DAY, Tier.T1)
                        .processed(DAY.plusDays(14)),
                SimulatedProductName.level2(SimulatedSatellite.LANDSAT_8, 116, 34, DAY, Tier.T1)
                        .processed(DAY.plusDays(15)))) {
            scene.write(folder.resolve("bucket"), name, SceneFacts.day());
        }
    }

    private CommandLineRun give(String event) throws java.io.IOException {
        java.nio.file.Files.createDirectories(folder.resolve("bucket"));
        return CommandLineRun.of(
                "notify",
                Installation.file("events/" + event),
                "--archive",
                folder.resolve("bucket"),
                "--site",
                SITE_FILE,
                "--data",
                folder.resolve("data"));
    }

    @ParameterizedTest
    @CsvSource({
        "sns-captured-l1tp-rt-of-another-scene.json, 0, not ours: path/row",
        "other-sensor-landsat7.json, 0, not ours:",
        "other-level-l2sr.json, 0, not ours: no thermal band",
        "other-level-l1gs.json, 0, not ours: level L1GS",
        "other-scene-117034.json, 0, not ours: path/row",
        "not-json.txt, 1, refused: message: is not JSON",
        "wrong-keys.json, 1, refused: message: no landsat_product_id",
        "bucket-not-allowed.json, 1, does not match the product id",
        "prefix-of-another-product.json, 1, does not match the product id",
        "raw-l1tp-rt.json, 1, not taken in:",
    })
    void whatIsNoUseIsTold(String event, int code, String words) throws java.io.IOException {
        CommandLineRun run = give(event);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).contains(words);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatTheCommandLineOfAwsPrintsIsRead() throws java.io.IOException {
        String notification = java.nio.file.Files.readString(Installation.file("events/other-scene-117034.json"))
                .replace("/034/", "/34/");
        String body = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(notification);
        java.nio.file.Path printed = java.nio.file.Files.writeString(
                folder.resolve("received.json"),
                "\uFEFF{\"Messages\": [\r\n{\"MessageId\": \"m\", \"Body\": " + body + "}]}\r\n");
        java.nio.file.Files.createDirectories(folder.resolve("bucket"));

        CommandLineRun run = CommandLineRun.of(
                "notify",
                printed,
                "--archive",
                folder.resolve("bucket"),
                "--site",
                SITE_FILE,
                "--data",
                folder.resolve("data"));

        assertThat(run.out()).contains("LC08_L1TP_117034", "not ours: path/row");
        assertThat(run.code()).isZero();
    }

    @Test
    void theBestProductStaysAndARepeatedNotificationChangesNothing() throws java.io.IOException {
        publish();

        assertThat(give("sns-l1tp-rt.json").out()).contains("recorded").doesNotContain("nothing has changed");
        assertThat(give("raw-l2sp-t1.json").out()).contains("recorded");
        assertThat(give("raw-l1tp-t1.json").out()).contains("superseded by LC08_L2SP");
        assertThat(give("raw-l2sp-t1.json").out()).contains("nothing has changed");
    }
}
