package org.heatwatch.aws;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.heatwatch.gdal.TiledTiff;
import org.heatwatch.gdal.Window;

/**
 * A file with the size and layout of a Landsat band: 7700 x 7700 pixels, five overviews, a header of 32,770 bytes. It
 * repeats a few tiles, and neighbouring tiles differ.
 */
final class LandsatShape {
    private static final int DIFFERENT_TILES = 8;
    private static final TiledTiff SHAPE = new TiledTiff(7700, 7700, false, 2, true, 5, 32_770, 199_500, 4_265_100);

    private final short[][] tiles = new short[DIFFERENT_TILES][TiledTiff.TILE * TiledTiff.TILE];
    private final byte[] bytes;

    private LandsatShape(int seed, int valuesPerPixel) {
        Random random = new Random(seed);
        for (short[] tile : tiles) {
            for (int i = 0; i < tile.length; i++) {
                tile[i] = (short) (30_000 + random.nextInt(valuesPerPixel));
            }
        }
        bytes = SHAPE.write((level, column, row) -> tile(column, row));
    }

    /** Pixels as noisy as surface temperature: about 100 kB per tile, 2.9 MB per row of tiles. */
    static LandsatShape noisy(int seed) {
        return new LandsatShape(seed, 2500);
    }

    /** Constant pixels, as in most of a quality band. */
    static LandsatShape smooth() {
        return new LandsatShape(0, 1);
    }

    private short[] tile(int column, int row) {
        return tiles[Math.floorMod(3 * column + row, DIFFERENT_TILES)];
    }

    byte[] bytes() {
        return bytes;
    }

    int[] pixels(Window window) {
        int[] pixels = new int[window.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            int column = window.column() + i % window.width();
            int row = window.row() + i / window.width();
            int inTile = (row % TiledTiff.TILE) * TiledTiff.TILE + column % TiledTiff.TILE;
            pixels[i] = tile(column / TiledTiff.TILE, row / TiledTiff.TILE)[inTile] & 0xffff;
        }
        return pixels;
    }

    /** Compressed size of the tiles that intersect a window. */
    long tileBytes(Window window) {
        long sum = 0;
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int across = Math.ceilDiv(7700, TiledTiff.TILE);
        int lengths = 32_770 - 4 * across * across;
        for (int row = window.row() / TiledTiff.TILE;
                row <= (window.row() + window.height() - 1) / TiledTiff.TILE;
                row++) {
            for (int column = window.column() / TiledTiff.TILE;
                    column <= (window.column() + window.width() - 1) / TiledTiff.TILE;
                    column++) {
                sum += header.getInt(lengths + 4 * (row * across + column));
            }
        }
        return sum;
    }
}
