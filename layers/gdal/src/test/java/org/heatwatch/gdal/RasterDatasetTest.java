package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RasterDatasetTest {
    private static final Window ACROSS_TILES = new Window(200, 230, 333, 300);
    private static final byte[] PLAIN = TiledTiff.small(700, 600).write(Pixels::tile);

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(JavaFileSystem.openCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "1, true", "2, true"})
    void pixelsAreTheSameFromAFileFromBytesAndThroughJava(int predictor, boolean signed, @TempDir Path folder)
            throws IOException {
        TiledTiff tiff = TiledTiff.small(700, 600).withPredictor(predictor).withSigned(signed);
        byte[] bytes = tiff.withHeaderLength(40_000).write(Pixels::tile);
        Path file = Files.write(folder.resolve("a scene.TIF"), bytes);
        int[] expected = Pixels.in(ACROSS_TILES, signed);

        for (RasterDataset opened : List.of(
                RasterDataset.open(file),
                RasterDataset.open(ByteSource.of(file)),
                RasterDataset.open(ByteSource.of("in memory", bytes)))) {
            try (RasterDataset raster = opened) {
                assertThat(raster.readInts(1, ACROSS_TILES)).isEqualTo(expected);
                assertThat(raster.band(1).type()).isEqualTo(signed ? DataType.INT16 : DataType.UINT16);
                assertThat(raster.band(1).noData()).hasValue(signed ? -9999 : 0);
            }
        }
    }

    @Test
    void sizeAndCoordinateSystemAreRead() {
        try (RasterDataset raster = open(PLAIN)) {
            assertThat(raster.width()).isEqualTo(700);
            assertThat(raster.height()).isEqualTo(600);
            assertThat(raster.bandCount()).isEqualTo(1);
            assertThat(raster.all()).isEqualTo(new Window(0, 0, 700, 600));
            assertThat(raster.epsg()).hasValue(TiledTiff.EPSG);
            assertThat(raster.metadata()).containsEntry("AREA_OR_POINT", "Area");
            assertThat(raster.metadata("IMAGE_STRUCTURE")).containsEntry("COMPRESSION", "DEFLATE");
            assertThat(raster.metadata("NO_SUCH_DOMAIN")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGeoTransformRefersToTheOuterEdgeForAreasAndPoints(boolean pixelIsPoint) {
        byte[] bytes = TiledTiff.small(300, 300).withPixelIsPoint(pixelIsPoint).write(Pixels::tile);
        try (RasterDataset raster = open(bytes)) {
            assertThat(raster.metadata()).containsEntry("AREA_OR_POINT", pixelIsPoint ? "Point" : "Area");
            assertThat(raster.geoTransform()).isEqualTo(GeoTransform.northUp(300_000, 4_200_000, 30));
        }
    }

    @Test
    void aClosedDatasetRejectsCallsAndCanBeClosedAgain() {
        RasterDataset raster = open(PLAIN);
        raster.close();
        assertThatCode(raster::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> raster.readInts(1, ACROSS_TILES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("plain.TIF is closed");
        assertThatThrownBy(raster::width).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(raster::epsg).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingBandIsRejected() {
        try (RasterDataset raster = open(PLAIN)) {
            assertThatThrownBy(() -> raster.readInts(2, ACROSS_TILES))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bands 1 to 1, not 2");
            assertThatThrownBy(() -> raster.band(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void virtualThreadsAreRejected() throws Exception {
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> opening = virtual.submit(() -> open(PLAIN));
            assertThatThrownBy(opening::get)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .rootCause()
                    .hasMessageContaining("virtual thread");
        }
    }

    @Test
    void eightThreadsReadInParallelAndGetTheirOwnErrors() throws Exception {
        List<Future<?>> reads = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 160; i++) {
                int number = i;
                reads.add(threads.submit(() -> number % 4 == 0 ? failToRead(number) : readPixels(number)));
            }
        }
        for (Future<?> read : reads) {
            assertThat(read.get()).isEqualTo(true);
        }
    }

    private static boolean readPixels(int number) {
        Window window = new Window(number, 2 * number, 200, 250);
        try (RasterDataset raster = open(PLAIN)) {
            assertThat(raster.readInts(1, window)).isEqualTo(Pixels.in(window));
        }
        return true;
    }

    private static boolean failToRead(int number) {
        IOException own = new IOException("failure " + number);
        FailingSource source = new FailingSource(PLAIN, own, number % 8 == 0 ? 0 : 1);
        assertThatThrownBy(() -> {
                    try (RasterDataset raster = RasterDataset.open(source)) {
                        raster.readInts(1, ACROSS_TILES);
                    }
                })
                .isInstanceOf(GdalException.class)
                .cause()
                .isSameAs(own);
        return true;
    }

    private static RasterDataset open(byte[] bytes) {
        return RasterDataset.open(ByteSource.of("plain.TIF", bytes));
    }
}
