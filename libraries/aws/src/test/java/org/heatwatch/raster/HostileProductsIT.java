package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.DataType;
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
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Families of damaged products, made from one good product: whatever a file contains, the product is recorded, as a
 * scene or as unreadable with its name, and the other products go on.
 */
final class HostileProductsIT {
    private static final WatchedSite SITE = new WatchedSite(SiteFile.parse("""
                    {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
                     "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
                     "bounds": [126.617, 37.928, 126.623, 37.932],
                     "features": []}
                    """, "small"), 1);

    private static final double[] NUMBERS = {0, 1, 2, 3, 7, 15, 255, 12_001, 65_535, 0x7fffffff, 0xffffffffL};
    private static final double[] COORDINATES = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -30, 0.01, 1, 1e300, -1e300, Double.MIN_VALUE
    };
    private static final List<String> TEXTS = List.of(
            "",
            "NaN",
            "-Infinity",
            "1E-300",
            "1E300",
            "1E999999999",
            "-1000",
            "0",
            "-0",
            "9".repeat(5000),
            "0x10",
            "\u0663",
            "null",
            "2025-13-45",
            "25:61:61.0Z",
            "a".repeat(100_000));
    private static final Pattern MEMBER = Pattern.compile("\"([A-Z0-9_]+)\": \"[^\"]*\"");

    @TempDir
    private static Path bucket;

    private static SimulatedArchive archive;

    private final Ledger ledger = Ledgers.inMemory();

    @BeforeAll
    static void publish() {
        archive = new SimulatedArchive(bucket);
    }

    private static ProductId product() {
        return archive.products().getFirst();
    }

    private static Path file(String suffix) {
        return archive.folder(product()).resolve(product().fileName(suffix));
    }

    private ProductIntake intake(Ledger into) {
        return new ProductIntake(archive, new ClipTiff(), ClipStore.none(), SampleExtractor.current(), into, _ -> {});
    }

    /** The reason for which the product with this file is unreadable; empty if it is recorded as a scene. */
    private Optional<String> reason(String what, String suffix, byte[] content) throws IOException {
        byte[] whole = Files.readAllBytes(file(suffix));
        Ledger into = Ledgers.inMemory();
        try {
            Files.write(file(suffix), content);
            intake(into).take(product(), SITE, /* lastTry= */ true);
        } catch (ProductUnreadable e) {
            String message = String.valueOf(e.getMessage());
            assertThat(message).as(what).contains(product().id()).hasSizeLessThan(600);
            assertThat(message.chars().filter(Character::isISOControl).count())
                    .as(what)
                    .isZero();
        } catch (RuntimeException e) {
            fail("%s ended in %s".formatted(what, e), e);
        } finally {
            Files.write(file(suffix), whole);
        }
        IntakeOutcome outcome = into.intake("small", product())
                .map(IntakeRecord::outcome)
                .orElseThrow(() -> new AssertionError(what + " was not recorded"));
        return outcome instanceof IntakeOutcome.Unreadable(var reason) ? Optional.of(reason) : Optional.empty();
    }

    private int refused(String suffix, Map<String, byte[]> family) throws IOException {
        AtomicInteger refused = new AtomicInteger();
        for (Map.Entry<String, byte[]> member : family.entrySet()) {
            reason(suffix + " with " + member.getKey(), suffix, member.getValue())
                    .ifPresent(_ -> refused.incrementAndGet());
        }
        return refused.get();
    }

    @Test
    void everyHeaderOfAnImageIsReadOrRefused() throws IOException {
        for (String suffix : List.of("B10.TIF", "QA_PIXEL.TIF")) {
            byte[] whole = Files.readAllBytes(file(suffix));
            Map<String, byte[]> family = new LinkedHashMap<>();
            for (int tag = TiffTags.WIDTH; tag <= TiffTags.FORMAT; tag++) {
                if (new TiffTags(whole).has(tag)) {
                    for (double value : NUMBERS) {
                        family.put(
                                tag + " = " + value,
                                new TiffTags(whole).with(tag, value).file());
                    }
                }
            }
            for (int tag : new int[] {TiffTags.PIXEL_SCALE, TiffTags.TIE_POINT}) {
                for (double value : COORDINATES) {
                    family.put(
                            tag + " = " + value,
                            new TiffTags(whole).with(tag, value).file());
                }
            }
            assertThat(family).hasSizeGreaterThan(120);
            assertThat(refused(suffix, family)).isGreaterThan(family.size() / 2);
        }
    }

    @Test
    void whatNoImageOfLandsatHasIsRefusedByItsHeader() throws IOException {
        byte[] whole = Files.readAllBytes(file("B10.TIF"));
        Map<Integer, Double> impossible = new HashMap<>(Map.of(
                TiffTags.WIDTH, 65_536.0,
                TiffTags.HEIGHT, 4_000_000_000.0,
                TiffTags.SAMPLES, 65_535.0,
                TiffTags.BITS, 32.0,
                TiffTags.FORMAT, 3.0,
                TiffTags.COMPRESSION, 34_712.0,
                TiffTags.TILE_WIDTH, 65_536.0,
                TiffTags.TILE_HEIGHT, 65_536.0,
                TiffTags.TILE_BYTES, 1_000_000_000.0));
        for (Map.Entry<Integer, Double> change : impossible.entrySet()) {
            byte[] changed =
                    new TiffTags(whole).with(change.getKey(), change.getValue()).file();
            assertThat(reason(change.toString(), "B10.TIF", changed))
                    .as(change.toString())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("expected"));
        }
    }

    @Test
    void pixelsOfEveryTypeAreReadOrRefused() throws IOException {
        Map<String, byte[]> family = new LinkedHashMap<>();
        try (RasterDataset old = RasterDataset.open(ByteSource.of(file("B10.TIF")))) {
            int[] counts = old.readInts(1, old.all());
            float[] numbers = new float[counts.length];
            for (DataType type : DataType.values()) {
                for (int bands = 1; bands <= 2; bands++) {
                    try (MemoryRaster fresh = MemoryRaster.create(old.width(), old.height(), bands, type)) {
                        fresh.geoTransform(old.geoTransform()).epsg(old.epsg().orElseThrow());
                        if (!type.isInteger()) {
                            Arrays.fill(numbers, Float.NaN);
                            fresh.write(1, fresh.all(), numbers);
                        } else if (type.holds(30_000)) {
                            fresh.write(1, fresh.all(), counts);
                        }
                        family.put(type + " in " + bands + " bands", fresh.toGeoTiff());
                    }
                }
            }
        }
        // Files with one band of whole numbers of 8 or 16 bits are read.
        assertThat(refused("B10.TIF", family)).isEqualTo(family.size() - 4);
    }

    @Test
    void metadataOfEveryValueAreReadOrRefused() throws IOException {
        String text = Files.readString(file("MTL.json"));
        List<String> keys = MEMBER.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        Random random = new Random(26);
        Map<String, byte[]> family = new LinkedHashMap<>();
        for (String key : keys) {
            boolean isRead = key.matches(".*BAND_10|SUN_ELEVATION|.*ZONE|WRS.*|.*TIME|CORNER_UL_PROJ.*|DATE_ACQUIRED");
            List<String> values = new ArrayList<>(TEXTS);
            if (!isRead) {
                values = random.nextInt(12) == 0 ? List.of(TEXTS.get(random.nextInt(TEXTS.size()))) : List.of();
            }
            for (String value : values) {
                String changed = text.replaceFirst("\"" + key + "\": \"[^\"]*\"", "\"" + key + "\": \"" + value + "\"");
                family.put(key + " = " + value, changed.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(family).hasSizeGreaterThan(100);
        assertThat(refused("MTL.json", family)).isGreaterThan(80);
    }

    @Test
    void metadataInEveryEncodingAreReadOrRefused() throws IOException {
        String text = Files.readString(file("MTL.json"));
        String accented = text.replace("U.S. Geological Survey", "U.S. G\u00e9ological Survey");
        Map<String, byte[]> family = new LinkedHashMap<>();
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"))) {
            family.put(charset.name(), accented.getBytes(charset));
        }
        family.put("Latin-1", (accented + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        family.put("nothing", new byte[0]);
        family.put("zeros", new byte[20_000]);
        family.put("too much", new byte[3 << 20]);
        family.put("deep groups", "{\"A\":".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        family.put("deep text", "GROUP = LANDSAT_METADATA_FILE\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        family.put(
                "escape sequences",
                text.replace("LANDSAT_8", "\\u001b[2J\\u202e").getBytes(StandardCharsets.UTF_8));
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        family.put("noise", noise);
        assertThat(refused("MTL.json", family)).isEqualTo(family.size());
        assertThat(reason("a byte order mark", "MTL.json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void afterHostileProductsTheOthersAreRecorded() throws IOException {
        ProductId hostile = archive.products().getLast();
        Path band = archive.folder(hostile).resolve(hostile.fileName("ST_TRAD.TIF"));
        byte[] whole = Files.readAllBytes(band);
        try {
            Files.write(band, new TiffTags(whole).with(TiffTags.FORMAT, 3).file());
            int refused = 0;
            for (ProductId product : archive.products()) {
                try {
                    intake(ledger).take(product, SITE, /* lastTry= */ true);
                } catch (ProductUnreadable e) {
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
            assertThat(ledger.intake("small")).hasSize(archive.products().size());
            assertThat(ledger.scenes("small")).hasSize(3);
        } finally {
            Files.write(band, whole);
        }
    }
}
