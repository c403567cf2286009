package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error messages for input that cannot be read. */
final class BadInputTest {
    private static final Path SITE_FILE = Installation.file("sites/kaesong-simulated.geojson");
    private static final SimulatedProductName NAME =
            SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, LocalDate.of(2025, 11, 4), Tier.T1);

    @TempDir
    private Path folder;

    private Path product() {
        return SceneSimulator.kaesong().size(190, 190).simulate(1).write(folder, NAME, SceneFacts.day());
    }

    private static Path file(Path product, String suffix) {
        return product.resolve(NAME.id() + "_" + suffix);
    }

    private static void replace(Path file, String old, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, with));
    }

    private static void assertFails(CommandLineRun run, String... reasons) {
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).startsWith("heatwatch: ").doesNotContain("\n", "Exception");
        assertThat(run.err()).contains(reasons);
    }

    private static CommandLineRun score(Path product) {
        return CommandLineRun.of("score", product, "--site", SITE_FILE);
    }

    @Test
    void aMissingFolder() {
        assertFails(score(folder.resolve("nowhere")), "nowhere", "does not exist");
    }

    @Test
    void aFolderWithoutAProduct() {
        assertFails(score(folder), "holds no product", "_MTL");
    }

    @Test
    void aMissingBand() throws IOException {
        Path product = product();
        Files.delete(file(product, "QA_PIXEL.TIF"));

        assertFails(score(product), NAME.id(), "has no file " + NAME.id() + "_QA_PIXEL.TIF");
    }

    @Test
    void aFileTruncatedInItsPixels() throws IOException {
        Path product = product();
        Path band = file(product, "B10.TIF");
        cut(band, Files.size(band) / 2);

        assertFails(score(product), "B10.TIF", "is truncated");
    }

    @Test
    void aFileTruncatedInItsHeader() throws IOException {
        Path product = product();
        cut(file(product, "B10.TIF"), 10_000);

        assertFails(score(product), "B10.TIF", "cannot be read as a GeoTIFF");
    }

    @Test
    void aFileThatIsNoImage() throws IOException {
        Path product = product();
        Files.writeString(file(product, "B10.TIF"), "<html>Service Unavailable</html>");

        assertFails(score(product), "B10.TIF", "cannot be read as a GeoTIFF");
    }

    @Test
    void aFileWithACorruptTile() throws IOException {
        Path product = product();
        Path band = file(product, "B10.TIF");
        byte[] bytes = Files.readAllBytes(band);
        for (int i = bytes.length / 2; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] * 31 + 7);
        }
        Files.write(band, bytes);

        assertFails(score(product), "B10.TIF", "cannot be read as a GeoTIFF");
    }

    @Test
    void metadataWithoutTheThermalConstants() throws IOException {
        Path product = product();
        replace(file(product, "MTL.json"), "LEVEL1_THERMAL_CONSTANTS", "LEVEL1_OTHER_CONSTANTS");

        assertFails(score(product), "MTL.json", "LEVEL1_THERMAL_CONSTANTS");
    }

    @Test
    void metadataOfAnotherLevel() throws IOException {
        Path product = product();
        replace(file(product, "MTL.json"), NAME.id(), NAME.id().replace("L1TP", "L1GS"));

        assertFails(score(product), "L1GS", "give an L1TP, L1GT or L2SP product");
    }

    @Test
    void metadataOfAnotherSatellite() throws IOException {
        Path product = product();
        replace(file(product, "MTL.json"), NAME.id(), NAME.id().replace("LC08", "LE07"));

        assertFails(score(product), "LE07");
    }

    @Test
    void aSiteThatDoesNotWatchTheScene() throws IOException {
        Path site = folder.resolve("site.geojson");
        Files.writeString(
                site, Files.readString(SITE_FILE).replace("\"path\": 116, \"row\": 34", "\"path\": 117, \"row\": 34"));

        assertFails(CommandLineRun.of("score", product(), "--site", site), "does not watch path 116 row 034");
    }

    @Test
    void aSiteOutsideTheScene() throws IOException {
        Path site = folder.resolve("site.geojson");
        String text = Files.readString(Installation.file("sites/mendoza.geojson"))
                .replace("\"path\": 232, \"row\": 83", "\"path\": 116, \"row\": 34");
        Files.writeString(site, text);

        assertFails(
                CommandLineRun.of("score", product(), "--site", site),
                "is in EPSG:32652, which is neither the zone of site mendoza, EPSG:32619, nor adjacent to it");
    }

    @Test
    void bothDefectsOfASiteFileAreListed() throws IOException {
        Path site = folder.resolve("site.geojson");
        String text = Files.readString(SITE_FILE);
        Files.writeString(site, text.replace("\"role\": \"control\"", "\"role\": \"kontrol\""));

        CommandLineRun run = CommandLineRun.of("sites", "check", site);

        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.out())
                .contains("support-center", "liaison-office", "kontrol")
                .doesNotContain("Exception");
    }

    @Test
    void aWrongOptionIsAUsageError() {
        CommandLineRun run = CommandLineRun.of("score", folder);

        assertThat(run.code()).isEqualTo(HeatWatch.USAGE);
        assertThat(run.err()).contains("--site", "--help");
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }
}
