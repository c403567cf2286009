package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.MemoryRaster;
import org.heatwatch.gdal.RasterDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products of a folder archive that lack a file, are damaged, or have no surface temperature. */
final class IncompleteArchiveTest {
    private static final Path LEVEL_2_FOLDER =
            Path.of("collection02/level-2/standard/oli-tirs/2023/116/034").resolve(Yard.LEVEL_2);

    @TempDir
    private Path folder;

    private Path bucket;

    @BeforeEach
    void copyLevel2() throws IOException {
        bucket = folder.resolve("bucket");
        Path product = Files.createDirectories(bucket.resolve(LEVEL_2_FOLDER));
        try (Stream<Path> files = Files.list(Yard.BUCKET.resolve(LEVEL_2_FOLDER))) {
            for (Path file : files.toList()) {
                Files.copy(file, product.resolve(file.getFileName()));
            }
        }
    }

    private Path file(String suffix) {
        return bucket.resolve(LEVEL_2_FOLDER).resolve(Yard.LEVEL_2 + "_" + suffix);
    }

    private CommandLineRun backfill() {
        return CommandLineRun.of(
                "backfill", "--archive", bucket, "--site", Yard.SITE, "--data", folder.resolve("store"), "--yes");
    }

    private String scenes() {
        CommandLineRun run = CommandLineRun.of("scenes", "--data", folder.resolve("store"));
        return run.out();
    }

    @Test
    void aProductThatLacksAFileIsNamedAndReadAgainWhenTheFileIsThere() throws IOException {
        byte[] radiance = Files.readAllBytes(file("ST_TRAD.TIF"));
        Files.delete(file("ST_TRAD.TIF"));
        for (int turn = 0; turn < 2; turn++) {
            CommandLineRun run = backfill();
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("unreadable");
        }
        assertThat(scenes()).contains(Yard.LEVEL_2, "unreadable", "lacks a file", "ST_TRAD.TIF");

        Files.write(file("ST_TRAD.TIF"), radiance);
        assertThat(backfill().code()).isZero();
        assertThat(scenes()).contains("recorded").doesNotContain("unreadable");
    }

    @Test
    void aDamagedFileIsNamedAndReadAgainWhenItIsReplaced() throws IOException {
        byte[] radiance = Files.readAllBytes(file("ST_TRAD.TIF"));
        Files.write(file("ST_TRAD.TIF"), Arrays.copyOf(radiance, radiance.length / 2));
        assertThat(backfill().code()).isZero();
        assertThat(scenes()).contains("unreadable");
        Files.write(file("ST_TRAD.TIF"), radiance);
        assertThat(backfill().code()).isZero();
        assertThat(scenes()).contains("recorded").doesNotContain("unreadable");
    }

    @Test
    void inspectSaysThatThereIsNoSurfaceTemperatureAndPrintsNoNaN() {
        List.of("ST_B10:0", "ST_EMIS:-9999", "ST_EMSD:-9999", "ST_QA:-9999").forEach(this::fill);
        for (Object[] arguments : new Object[][] {
            {"inspect", bucket.resolve(LEVEL_2_FOLDER), "--site", Yard.SITE},
            {"inspect", bucket.resolve(LEVEL_2_FOLDER)}
        }) {
            CommandLineRun run = CommandLineRun.of(arguments);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("no surface temperature here").doesNotContain("NaN");
        }
        assertThat(backfill().code()).isZero();
        assertThat(scenes()).contains("recorded").doesNotContain("NaN");
    }

    /** Replaces a file by one of fill only. */
    private void fill(String suffixAndFill) {
        Path file = file(suffixAndFill.split(":", -1)[0] + ".TIF");
        int value = Integer.parseInt(suffixAndFill.split(":", -1)[1]);
        if (!Files.exists(file)) {
            return;
        }
        try (RasterDataset old = RasterDataset.open(ByteSource.of(file));
                MemoryRaster fresh = MemoryRaster.create(
                        old.width(), old.height(), 1, old.band(1).type())) {
            int[] values = new int[old.width() * old.height()];
            Arrays.fill(values, value);
            fresh.geoTransform(old.geoTransform())
                    .epsg(old.epsg().orElseThrow())
                    .write(1, fresh.all(), values);
            Files.write(file, fresh.toGeoTiff());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
