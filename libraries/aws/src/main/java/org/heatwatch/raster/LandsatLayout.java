package org.heatwatch.raster;

import java.util.Set;
import org.heatwatch.errors.ProductUnreadable;

/**
 * What a raster file of a Landsat product can be. A file that exceeds it is refused by its header, before GDAL sees it:
 * the header alone would decide how much memory GDAL reserves. Sources: USGS LSDS-1388, Landsat Cloud Optimized GeoTIFF
 * Data Format Control Book, and LSDS-1822 and LSDS-1619 for the types of pixels.
 */
final class LandsatLayout {
    /** More than the 7,700 to 9,500 pixels of a scene, in each direction. */
    static final long LARGEST_SIDE = 12_000;

    /** Largest tile or strip in pixels; Landsat has tiles of 256 x 256, other programs write up to 1,024 x 1,024. */
    static final long LARGEST_BLOCK = 4L << 20;

    /** Smallest tile in pixels, that of the TIFF specification. */
    static final long SMALLEST_TILE = 256;

    /**
     * Budget of one read of a file, in bytes of the tiles that it touches, before and after decompression: more than
     * the largest site needs, 54 km or 1,800 x 1,800 pixels.
     */
    static final long BYTES_PER_READ = 64L << 20;

    /** Bytes of a compressed tile beyond its pixels: no compression enlarges a tile by more than a few per cent. */
    static final int COMPRESSION_ALLOWANCE = 65_536;

    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;

    /** None, LZW, DEFLATE (two codes), PackBits, and Zstandard. */
    private static final Set<Long> COMPRESSIONS = Set.of(1L, 5L, 8L, 32_946L, 32_773L, 50_000L);

    private static final String ADVICE = "fetch the file again";

    private LandsatLayout() {}

    /**
     * Checks the header of a file of a product.
     *
     * @throws ProductUnreadable that names the file, the value and the expectation
     */
    static void require(String file, TiffHeader header) {
        if (header.samples() != 1) {
            throw other(file, "has %d values in each pixel, expected 1".formatted(header.samples()));
        }
        boolean isWhole = header.format() == UNSIGNED || header.format() == SIGNED;
        if (!isWhole || (header.bits() != 8 && header.bits() != 16)) {
            throw other(
                    file,
                    "has pixels of %d bits, %s, expected whole numbers of 16 bits"
                            .formatted(header.bits(), isWhole ? "whole numbers" : "not whole numbers"));
        }
        if (isOutside(header.width(), 1, LARGEST_SIDE) || isOutside(header.height(), 1, LARGEST_SIDE)) {
            throw other(
                    file,
                    "has %d x %d pixels, expected 1 to %d in each direction"
                            .formatted(header.width(), header.height(), LARGEST_SIDE));
        }
        if (!COMPRESSIONS.contains(header.compression())) {
            throw other(file, "has compression %d, expected DEFLATE (8)".formatted(header.compression()));
        }
        requireBlocks(file, header);
    }

    private static void requireBlocks(String file, TiffHeader header) {
        long width = header.blockWidth();
        long height = header.blockHeight();
        boolean isStrip = width == header.width();
        // Sides first: the product of two large sides may overflow.
        if (isOutside(width, 1, LARGEST_BLOCK)
                || isOutside(height, 1, LARGEST_BLOCK)
                || isOutside(width * height, isStrip ? 1 : SMALLEST_TILE, LARGEST_BLOCK)) {
            throw other(file, "has tiles of %d x %d pixels, expected 256 x 256".formatted(width, height));
        }
    }

    private static boolean isOutside(long value, long least, long greatest) {
        return value < least || value > greatest;
    }

    static ProductUnreadable other(String file, String problem) {
        return new ProductUnreadable(file, problem, ADVICE);
    }
}
