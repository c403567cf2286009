package org.heatwatch.gdal;

/** Test pixels that can be computed from their position. */
final class Pixels {
    private Pixels() {}

    /** Uses all 16 bits. */
    static int at(int column, int row) {
        return (column * 40_503 + row * 9_973 + column * row) & 0xffff;
    }

    static int signedAt(int column, int row) {
        return (short) at(column, row);
    }

    static short[] tile(int level, int column, int row) {
        short[] pixels = new short[TiledTiff.TILE * TiledTiff.TILE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    (short) at(column * TiledTiff.TILE + i % TiledTiff.TILE, row * TiledTiff.TILE + i / TiledTiff.TILE);
        }
        return pixels;
    }

    static int[] in(Window window) {
        return in(window, false);
    }

    static int[] in(Window window, boolean signed) {
        int[] pixels = new int[window.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            int column = window.column() + i % window.width();
            int row = window.row() + i / window.width();
            pixels[i] = signed ? signedAt(column, row) : at(column, row);
        }
        return pixels;
    }
}
