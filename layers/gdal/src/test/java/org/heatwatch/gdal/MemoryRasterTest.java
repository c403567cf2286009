package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MemoryRasterTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 280;
    private static final GeoTransform PLACE = GeoTransform.northUp(285_000, 4_206_000, 30);

    @Test
    void aGeoTiffHasEverythingThatWasWritten() {
        int[] radiance = Pixels.in(new Window(0, 0, WIDTH, HEIGHT));
        int[] quality = new int[WIDTH * HEIGHT];
        Arrays.fill(quality, 21_824);
        byte[] tiff;
        try (MemoryRaster raster = MemoryRaster.create(WIDTH, HEIGHT, 2, DataType.UINT16)) {
            tiff = raster.geoTransform(PLACE)
                    .epsg(32652)
                    .noData(0)
                    .metadata("PRODUCT_ID", "LC08_L1TP_116034_20240829_20240905_02_T1")
                    .metadata("NOTE", "<a> & \"b\" = ü")
                    .scale(1, 3.342e-4, 0.1)
                    .description(1, "radiance")
                    .description(2, "QA_PIXEL")
                    .write(1, raster.all(), radiance)
                    .write(2, raster.all(), quality)
                    .toGeoTiff();
        }

        try (RasterDataset raster = RasterDataset.open(ByteSource.of("clip.tif", tiff))) {
            assertThat(raster.width()).isEqualTo(WIDTH);
            assertThat(raster.height()).isEqualTo(HEIGHT);
            assertThat(raster.bandCount()).isEqualTo(2);
            assertThat(raster.geoTransform()).isEqualTo(PLACE);
            assertThat(raster.epsg()).hasValue(32652);
            assertThat(raster.metadata())
                    .containsEntry("PRODUCT_ID", "LC08_L1TP_116034_20240829_20240905_02_T1")
                    .containsEntry("NOTE", "<a> & \"b\" = ü");
            assertThat(raster.metadata("IMAGE_STRUCTURE"))
                    .containsEntry("COMPRESSION", "DEFLATE")
                    .containsEntry("PREDICTOR", "2");
            Band first = raster.band(1);
            assertThat(first.type()).isEqualTo(DataType.UINT16);
            assertThat(first.noData()).hasValue(0);
            assertThat(first.scale()).isEqualTo(3.342e-4);
            assertThat(first.offset()).isEqualTo(0.1);
            assertThat(first.description()).hasValue("radiance");
            assertThat(raster.band(2).scale()).isEqualTo(1);
            assertThat(raster.band(2).description()).hasValue("QA_PIXEL");
            assertThat(raster.readInts(1, raster.all())).isEqualTo(radiance);
            assertThat(raster.readInts(2, raster.all())).isEqualTo(quality);
        }
        assertThat(JavaFileSystem.openCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BYTE", "INT16", "UINT16", "INT32"})
    void integersKeepTheirRange(DataType type) {
        int least = type == DataType.INT16 ? -32_768 : type == DataType.INT32 ? Integer.MIN_VALUE : 0;
        int greatest =
                switch (type) {
                    case BYTE -> 255;
                    case INT16 -> 32_767;
                    case UINT16 -> 65_535;
                    default -> Integer.MAX_VALUE;
                };
        Window two = new Window(0, 0, 2, 1);
        byte[] tiff;
        try (MemoryRaster raster = MemoryRaster.create(2, 1, 1, type)) {
            tiff = raster.write(1, two, least, greatest).toGeoTiff();
            if (type != DataType.INT32) {
                assertThatThrownBy(() -> raster.write(1, two, 0, greatest + 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage((greatest + 1) + " cannot be a pixel of type " + type);
            }
        }
        try (RasterDataset raster = RasterDataset.open(ByteSource.of("a.tif", tiff))) {
            assertThat(raster.readInts(1, two)).containsExactly(least, greatest);
        }
    }

    @Test
    void floatsAreNotReadAsInts() {
        Window four = new Window(0, 0, 2, 2);
        byte[] tiff;
        try (MemoryRaster raster = MemoryRaster.create(2, 2, 1, DataType.FLOAT32)) {
            tiff = raster.noData(Double.NaN).toGeoTiff();
        }
        try (RasterDataset raster = RasterDataset.open(ByteSource.of("f.tif", tiff))) {
            assertThat(raster.band(1).noData()).hasValue(Double.NaN);
            assertThatThrownBy(() -> raster.readInts(1, four))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("FLOAT32");
            assertThat(raster.epsg()).isEmpty();
            assertThat(catchThrowableOfType(GdalException.class, raster::geoTransform))
                    .hasMessageContaining("reading the geotransform of f.tif");
        }
    }

    @Test
    void partsOfABandCanBeWritten() {
        try (MemoryRaster raster = MemoryRaster.create(4, 3, 1, DataType.BYTE)) {
            byte[] tiff = raster.write(1, new Window(1, 1, 2, 1), 7, 8).toGeoTiff();
            try (RasterDataset read = RasterDataset.open(ByteSource.of("part.tif", tiff))) {
                assertThat(read.readInts(1, read.all())).containsExactly(0, 0, 0, 0, 0, 7, 8, 0, 0, 0, 0, 0);
            }
            assertThatThrownBy(() -> raster.write(1, raster.all(), 1, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("2 pixels for a window of 4x3 pixels at column 0, row 0");
            assertThatThrownBy(() -> raster.write(2, raster.all(), new int[12]))
                    .isInstanceOf(IllegalArgumentException.class);
            GdalException outside =
                    catchThrowableOfType(GdalException.class, () -> raster.write(1, new Window(4, 0, 1, 1), 1));
            assertThat(outside.number()).isEqualTo(5);
        }
    }

    @Test
    void anUnknownCreationOptionIsAnError() {
        try (MemoryRaster raster = MemoryRaster.create(4, 3, 1, DataType.BYTE)) {
            for (Map<String, String> options :
                    List.of(Map.of("COMPRES", "DEFLATE"), Map.of("COMPRESS", "ZIP9"), Map.of("BLOCKXSIZE", "17"))) {
                assertThat(catchThrowableOfType(GdalException.class, () -> raster.toGeoTiff(options)))
                        .as(options.toString())
                        .hasMessageContaining("encoding as GTiff an in-memory raster");
            }
            assertThat(raster.toGeoTiff(Map.of("COMPRESS", "LZW"))).isNotEmpty();
        }
    }

    @Test
    void aCoordinateSystemThatDoesNotExistIsAnError() {
        try (MemoryRaster raster = MemoryRaster.create(4, 3, 1, DataType.BYTE)) {
            assertThat(catchThrowableOfType(GdalException.class, () -> raster.epsg(99_999)))
                    .hasMessageContaining("EPSG:99999");
        }
    }

    @Test
    void aClosedRasterRejectsCallsAndCanBeClosedAgain() {
        MemoryRaster raster = MemoryRaster.create(3, 2, 1, DataType.BYTE);
        raster.close();
        raster.close();
        assertThatThrownBy(raster::toGeoTiff).isInstanceOf(IllegalStateException.class);
    }
}
