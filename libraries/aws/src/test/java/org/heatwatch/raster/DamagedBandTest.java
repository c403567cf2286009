package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.Product;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.StoredBlock;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with flipped bits, of a wrong length, or of a wrong kind. */
final class DamagedBandTest {
    private static final int FLIPS = 200;
    private static final String WHOLE_SCENE = "LC08_L1TP_232083_20160209_20200907_02_T1";
    private static final Site SITE = SiteFile.parse("""
            {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
             "bounds": [126.617, 37.928, 126.623, 37.932],
             "features": []}
            """, "small");

    @TempDir
    private static Path bucket;

    private static SimulatedArchive archive;

    @BeforeAll
    static void publish() {
        archive = new SimulatedArchive(bucket);
    }

    private static ProductId product() {
        return archive.products().getFirst();
    }

    private static Clip clip() {
        return Product.open(archive.open(product())).clip(SITE);
    }

    private static Path file(String suffix) {
        return archive.folder(product()).resolve(product().fileName(suffix));
    }

    /** What happened to flips of one bit each. */
    private record Tally(int named, int harmless, int silent) {}

    private static Tally flip(String suffix, int from, long seed) throws IOException {
        return flip(file(suffix), from, seed, DamagedBandTest::clip);
    }

    private static Tally flip(Path file, int from, long seed, Supplier<Clip> clip) throws IOException {
        Clip good = clip.get();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(seed);
        int named = 0;
        int harmless = 0;
        int silent = 0;
        try {
            for (int i = 0; i < FLIPS; i++) {
                byte[] damaged = whole.clone();
                damaged[from + random.nextInt(whole.length - from)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                try {
                    if (clip.get().equals(good)) {
                        harmless++;
                    } else {
                        silent++;
                    }
                } catch (ProductUnreadable e) {
                    named++;
                }
            }
        } finally {
            Files.write(file, whole);
        }
        return new Tally(named, harmless, silent);
    }

    /** Flips outside of the tiles of the site, in overviews or unused bytes, do no harm and need no name. */
    @ParameterizedTest
    @ValueSource(strings = {"B10.TIF", "QA_PIXEL.TIF"})
    void noFlippedBitChangesAClipWithoutBeingNamed(String suffix) throws IOException {
        Tally anywhere = flip(suffix, 0, 1);
        assertThat(anywhere.silent()).isZero();
        Tally pixels = flip(suffix, 32_770, 2);
        assertThat(pixels.silent()).isZero();
        assertThat(pixels.named()).isGreaterThan(FLIPS / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void aFileOfTheWrongLengthIsNamed(double share) throws IOException {
        byte[] whole = Files.readAllBytes(file("B10.TIF"));
        try {
            Files.write(file("B10.TIF"), Arrays.copyOf(whole, (int) (share * whole.length)));
            assertThatThrownBy(DamagedBandTest::clip).isInstanceOf(ProductUnreadable.class);
        } finally {
            Files.write(file("B10.TIF"), whole);
        }
    }

    @Test
    void aWrongChecksumIsNamedEvenIfAllPixelsAreThere() throws IOException {
        byte[] whole = Files.readAllBytes(file("B10.TIF"));
        try (BandRaster band = GdalBandRaster.open(ByteSource.of("band", whole))) {
            assertThat(band.read(new PixelRectangle(0, 0, 1, 1))).hasSize(1);
        }
        byte[] damaged = whole.clone();
        // The last bytes of the full-resolution tile, which is the first after the header.
        int end = endOfZlib(whole, 32_770);
        damaged[end - 1] ^= 1;
        try (BandRaster band = GdalBandRaster.open(ByteSource.of("band", damaged))) {
            assertThatThrownBy(() -> band.read(new PixelRectangle(0, 0, 1, 1))).isInstanceOf(ProductUnreadable.class);
        }
        CheckedSource source = new CheckedSource(ByteSource.of("band", damaged));
        assertThat(source.isIntact(new StoredBlock(32_770, end - 32_770), 1 << 20))
                .isFalse();
        CheckedSource good = new CheckedSource(ByteSource.of("band", whole));
        assertThat(good.isIntact(new StoredBlock(32_770, end - 32_770), 1 << 20))
                .isTrue();
        assertThat(good.isIntact(new StoredBlock(32_770, end - 32_771), 1 << 20))
                .isFalse();
    }

    /** Ten megabytes of zeros are ten kilobytes when they are compressed. */
    @Test
    void aBlockThatExpandsBeyondItsPixelsIsNotIntact() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(new byte[10_000_000]);
        }
        CheckedSource source = new CheckedSource(ByteSource.of("block", packed.toByteArray()));
        StoredBlock block = new StoredBlock(0, packed.size());
        assertThat(source.isIntact(block, 10_000_000)).isTrue();
        assertThat(source.isIntact(block, 1_000_000)).isFalse();
    }

    /** A file with the directory of a whole scene, in which most bytes are offsets of tiles. */
    @Test
    void noFlippedBitOfAWholeSceneChangesAClipWithoutBeingNamed() throws IOException {
        Path known = Path.of(System.getProperty("heatwatch.root", "."))
                .resolve("../shared/cases/hostile-05-mtl-offset-minus-1000-NaN")
                .resolve(WHOLE_SCENE);
        assumeTrue(Files.isDirectory(known), "skipped: the case hostile-05 is not beside the project");
        Path copy = Files.createDirectories(bucket.resolve(WHOLE_SCENE));
        try (Stream<Path> files = Files.list(known)) {
            for (Path each : files.toList()) {
                Files.write(copy.resolve(each.getFileName()), Files.readAllBytes(each));
            }
        }
        Path metadata = copy.resolve(WHOLE_SCENE + "_MTL.json");
        Files.writeString(metadata, Files.readString(metadata).replace("-1000", "0.10000"));
        Site site = SiteFile.parse("""
                {"type": "FeatureCollection", "id": "scene", "name": "Scene", "utmZone": 32619,
                 "scenes": [{"path": 232, "row": 83, "pass": "day"}], "reference": [],
                 "bounds": [-68.91, -33.01, -68.89, -32.99], "features": []}
                """, "scene");
        Path band = copy.resolve(WHOLE_SCENE + "_B10.TIF");
        Tally tally =
                flip(band, 0, 3, () -> Product.open(DirectoryProduct.in(copy)).clip(site));
        assertThat(tally.silent()).as(tally.toString()).isZero();
    }

    private static int endOfZlib(byte[] bytes, int start) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            byte[] buffer = new byte[65_536];
            while (!inflater.finished()) {
                assertThat(inflater.inflate(buffer)).isPositive();
            }
            return start + Math.toIntExact(inflater.getBytesRead());
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
    }

    @Test
    void everyBandOfGoodProductsIsIntact() throws IOException {
        for (ProductId product : archive.products()) {
            assertThatCode(() -> Product.open(archive.open(product)).clip(SITE)).doesNotThrowAnyException();
            readAll(archive.folder(product));
        }
    }

    @Test
    void realFilesAreIntact() throws IOException {
        Path real = Path.of(System.getProperty("heatwatch.root", ".")).resolve("../shared/landsat");
        assumeTrue(Files.isDirectory(real), "skipped: the real products ../shared/landsat are not beside the project");
        assertThat(readAll(real)).isPositive();
    }

    /** Reads all files of a folder that can be opened, and returns their number. */
    private static int readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(
                            file -> file.toString().toUpperCase(Locale.ROOT).matches(".*\\.TIFF?"))
                    .toList();
        }
        int read = 0;
        for (Path file : files) {
            try (BandRaster band = GdalBandRaster.open(ByteSource.of(file))) {
                int[] values = band.read(new PixelRectangle(
                        0, 0, band.grid().columns(), band.grid().rows()));
                assertThat(values).as(file.toString()).isNotEmpty();
                read++;
            } catch (ProductUnreadable e) {
                assertThat(e)
                        .as(file.toString())
                        .hasMessageNotContaining("damaged")
                        .hasMessageNotContaining("truncated");
            }
        }
        return read;
    }
}
