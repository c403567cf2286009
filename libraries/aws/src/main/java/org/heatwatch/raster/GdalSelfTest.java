package org.heatwatch.raster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.NativeLibrary;
import org.heatwatch.gdal.RasterDataset;

/** Decodes a tile, which shows that the native libraries are complete and fit this machine. */
public final class GdalSelfTest {
    private static final String FILE = "self-test.tif";

    private GdalSelfTest() {}

    /**
     * Returns the version and the path of GDAL.
     *
     * @throws org.heatwatch.gdal.GdalException if there is no library or it cannot decode the tile
     * @throws IllegalStateException if the tile has other pixels
     */
    public static String version() {
        NativeLibrary library = NativeLibrary.get();
        try (RasterDataset tile = RasterDataset.open(ByteSource.of(FILE, bytes()))) {
            int sum = Arrays.stream(tile.readInts(1, tile.all())).sum();
            if (sum != expectedSum(tile.width(), tile.height())) {
                throw new IllegalStateException("GDAL decoded a tile to other pixels, with the sum " + sum);
            }
            return "%s, %s, decoded a tile of %d x %d pixels"
                    .formatted(library.version(), library.path(), tile.width(), tile.height());
        }
    }

    /** The pixel of column c and row r of the file is c + 100 r. */
    private static int expectedSum(int width, int height) {
        return height * width * (width - 1) / 2 + 100 * width * height * (height - 1) / 2;
    }

    private static byte[] bytes() {
        try (InputStream file = Objects.requireNonNull(GdalSelfTest.class.getResourceAsStream(FILE), FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
