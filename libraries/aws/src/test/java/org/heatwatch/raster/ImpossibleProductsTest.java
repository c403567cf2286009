package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.heatwatch.clip.Product;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.MemoryRaster;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products whose metadata or pixels cannot be true. */
final class ImpossibleProductsTest {
    private static final WatchedSite SITE = new WatchedSite(SiteFile.parse("""
                    {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
                     "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
                     "bounds": [126.617, 37.928, 126.623, 37.932],
                     "features": []}
                    """, "small"), 1);

    @TempDir
    private static Path bucket;

    private static SimulatedArchive archive;

    private final Map<Path, byte[]> originals = new HashMap<>();
    private final Ledger ledger = Ledgers.inMemory();

    @BeforeAll
    static void publish() {
        archive = new SimulatedArchive(bucket);
    }

    @AfterEach
    void restore() throws IOException {
        for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
            Files.write(original.getKey(), original.getValue());
        }
    }

    private static ProductId level1() {
        return archive.products().getFirst();
    }

    private static ProductId level2() {
        return archive.products().stream()
                .filter(product -> product.level().number() == 2)
                .findFirst()
                .orElseThrow();
    }

    private void write(Path file, byte[] bytes) throws IOException {
        originals.putIfAbsent(file, Files.readAllBytes(file));
        Files.write(file, bytes);
    }

    private Path file(ProductId product, String suffix) {
        return archive.folder(product).resolve(product.fileName(suffix));
    }

    /** Changes a value in the JSON form of the metadata. */
    private void change(ProductId product, String key, String value) throws IOException {
        Path file = file(product, "MTL.json");
        String text = Files.readString(file);
        String changed = text.replaceFirst("\"" + key + "\": \"[^\"]*\"", "\"" + key + "\": \"" + value + "\"");
        assertThat(changed).as(key).isNotEqualTo(text);
        write(file, changed.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the pixels of a file, with pixels of another size if wanted. */
    private void repaint(ProductId product, String suffix, IntUnaryOperator count, double pixelMetres)
            throws IOException {
        Path file = file(product, suffix);
        try (RasterDataset old = RasterDataset.open(ByteSource.of(file));
                MemoryRaster fresh = MemoryRaster.create(
                        old.width(), old.height(), 1, old.band(1).type())) {
            GeoTransform at = old.geoTransform();
            int[] counts = old.readInts(1, old.all());
            fresh.geoTransform(new GeoTransform(at.left(), pixelMetres, 0, at.top(), 0, -pixelMetres))
                    .epsg(old.epsg().orElseThrow())
                    .write(1, fresh.all(), Arrays.stream(counts).map(count).toArray());
            write(file, fresh.toGeoTiff());
        }
    }

    private String reasonAgainst(ProductId product) {
        ProductIntake intake = new ProductIntake(
                archive, new ClipTiff(), ClipStore.none(), SampleExtractor.current(), ledger, _ -> {});
        assertThatThrownBy(() -> intake.take(product, SITE, /* lastTry= */ true))
                .isInstanceOf(ProductUnreadable.class);
        assertThat(ledger.scenes("small")).isEmpty();
        IntakeRecord record = ledger.intake("small", product).orElseThrow();
        assertThat(record.outcome()).isInstanceOf(IntakeOutcome.Unreadable.class);
        String reason = ((IntakeOutcome.Unreadable) record.outcome()).reason();
        assertThat(reason).contains(product.id()).doesNotContain("NaN");
        return reason;
    }

    @ParameterizedTest
    @CsvSource({
        "K1_CONSTANT_BAND_10, 1E-300",
        "K2_CONSTANT_BAND_10, 0",
        "RADIANCE_MULT_BAND_10, 1E300",
        "RADIANCE_MULT_BAND_10, -3.3420E-04",
        "RADIANCE_ADD_BAND_10, -1000",
        "SPACECRAFT_ID, LANDSAT_9",
        "WRS_PATH, 115",
        "WRS_ROW, 33",
        "DATE_ACQUIRED, 2025-10-04",
        "UTM_ZONE, 51",
        "IMAGE_QUALITY_TIRS, 0",
        "ROLL_ANGLE, 13.9",
        "GRID_CELL_SIZE_THERMAL, 1.00",
        "CORNER_UL_PROJECTION_X_PRODUCT, 288937.000",
        "CORNER_UL_PROJECTION_Y_PRODUCT, 4102670.000",
    })
    void aValueThatCannotBeTrueIsRecordedAsTheReason(String key, String value) throws IOException {
        change(level1(), key, value);
        String reason = reasonAgainst(level1());
        if (!key.equals("UTM_ZONE") && !key.startsWith("CORNER")) {
            assertThat(reason).contains(key, "'" + value + "'");
        }
        assertThat(reason).containsAnyOf("expected", "not a");
    }

    @Test
    void aLevel2ProductIsCheckedToo() throws IOException {
        change(level2(), "K1_CONSTANT_BAND_10", "1E-300");
        assertThat(reasonAgainst(level2())).contains("K1_CONSTANT_BAND_10", "expected 774.8853");
    }

    @Test
    void temperaturesThatDoNotOccurOnEarthAreRefused() throws IOException {
        repaint(level2(), "ST_TRAD.TIF", _ -> 13, 30);
        assertThat(reasonAgainst(level2())).contains("100.0 % of the pixels", "180 to 400 K", "median 120.");
        repaint(level1(), "B10.TIF", _ -> 1, 30);
        assertThat(reasonAgainst(level1())).contains("100.0 % of the pixels", "median 147.");
    }

    @Test
    void aFewPixelsOfImpossibleTemperatureAreIgnored() throws IOException {
        int[] index = {0};
        repaint(level1(), "B10.TIF", count -> index[0]++ % 500 == 0 ? 1 : count, 30);
        var clip = Product.open(archive.open(level1())).clip(SITE.site());
        assertThat(clip.clearFraction()).isBetween(0.99, 0.9999);
    }

    @Test
    void pixelsOfOneMetreAreRefusedBeforeTheyAreRead() throws IOException {
        repaint(level1(), "B10.TIF", count -> count, 1);
        assertThat(reasonAgainst(level1())).contains("1.0 x 1.0 m, expected 30 m");
    }

    @Test
    void anImageOfLowQualityIsRecordedWithAFlagThatItsClipKeeps() throws IOException {
        change(level1(), "IMAGE_QUALITY_TIRS", "3");
        var clip = Product.open(archive.open(level1())).clip(SITE.site());
        assertThat(clip.product().hasLowQuality()).isTrue();
        assertThat(new ClipTiff().decode("clip.tif", new ClipTiff().encode(clip, false)))
                .isEqualTo(clip);
        ProductIntake intake = new ProductIntake(
                archive, new ClipTiff(), ClipStore.none(), SampleExtractor.current(), ledger, _ -> {});
        intake.take(level1(), SITE, /* lastTry= */ true);
        assertThat(ledger.scenes("small"))
                .singleElement()
                .satisfies(scene -> assertThat(scene.flags()).contains(SceneFlag.LOW_QUALITY));
    }

    static Stream<Path> realCases() {
        Path cases = Path.of(System.getProperty("heatwatch.root", ".")).resolve("../shared/cases");
        return Stream.of(
                cases.resolve("hostile-00-one-k1-kills-the-history"),
                cases.resolve("hostile-05-mtl-offset-minus-1000-NaN/LC08_L1TP_232083_20160209_20200907_02_T1"),
                cases.resolve(
                        "hostile-01-backfill-stopped-by-float-tif/collection02/level-1/standard/oli-tirs/2015/232/083/"
                                + "LC08_L1TP_232083_20150507_20200907_02_T1"),
                cases.resolve("hostile-02-spp-65535-9GB/LC08_L1TP_232083_20160209_20200907_02_T1"),
                cases.resolve("hostile-04-pixel-1m-4GB/LC08_L1TP_232083_20160209_20200907_02_T1"));
    }

    @Test
    void theKnownHostileProductsAreRefused() {
        for (Path folder : realCases().toList()) {
            assumeTrue(
                    Files.isDirectory(folder),
                    "skipped: the case " + folder.getFileName() + " is not beside the project");
            assertThatThrownBy(() -> {
                        Product product = Product.open(DirectoryProduct.in(folder));
                        String site = """
                                {"type": "FeatureCollection", "id": "talca", "name": "Talca", "utmZone": 32619,
                                 "scenes": [{"path": 232, "row": 83, "pass": "day"}], "reference": [],
                                 "bounds": [-70.43, -32.12, -70.42, -32.11], "features": []}
                                """;
                        product.clip(SiteFile.parse(site, "talca"));
                    })
                    .as(folder.toString())
                    .isInstanceOf(ProductUnreadable.class)
                    .hasMessageContaining("expected");
        }
    }
}
