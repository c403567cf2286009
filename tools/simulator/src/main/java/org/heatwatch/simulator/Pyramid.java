package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The resolution levels of a band, each with every second pixel of the previous one, and their 256 x 256 tiles. */
record Pyramid(SceneBand band, List<Level> levels) {
    static final int TILE = 256;

    /** One level; its pixel (c, r) is the full-resolution pixel (c * step, r * step). */
    record Level(int step, int columns, int rows) {
        int tilesAcross() {
            return (columns + TILE - 1) / TILE;
        }

        int tiles() {
            return tilesAcross() * ((rows + TILE - 1) / TILE);
        }
    }

    /** The full resolution and overviews down to the first level that fits into one tile. */
    static Pyramid of(SceneBand band) {
        List<Level> levels = new ArrayList<>();
        int columns = band.scene().columns();
        int rows = band.scene().rows();
        levels.add(new Level(1, columns, rows));
        for (int step = 2; Math.max(columns, rows) > TILE; step *= 2) {
            columns = (columns + 1) / 2;
            rows = (rows + 1) / 2;
            levels.add(new Level(step, columns, rows));
        }
        return new Pyramid(band, List.copyOf(levels));
    }

    /** Whether a tile contains a pixel of the window; other tiles contain only fill. */
    boolean showsWindow(Level level, int tile) {
        int left = tile % level.tilesAcross() * TILE * level.step;
        int top = tile / level.tilesAcross() * TILE * level.step;
        int size = TILE * level.step;
        PixelWindow w = band.window();
        return left < w.column() + w.columns()
                && left + size > w.column()
                && top < w.row() + w.rows()
                && top + size > w.row();
    }

    /** Values of a tile, row by row; pixels beyond the edge of the level are fill. */
    int[] tile(Level level, int tile) {
        int left = tile % level.tilesAcross() * TILE;
        int top = tile / level.tilesAcross() * TILE;
        int step = level.step;
        PixelWindow w = band.window();
        int firstColumn = Math.max(left, Math.ceilDiv(w.column(), step));
        int endColumn = Math.min(left + TILE, Math.ceilDiv(w.column() + w.columns(), step));
        int firstRow = Math.max(top, Math.ceilDiv(w.row(), step));
        int endRow = Math.min(top + TILE, Math.ceilDiv(w.row() + w.rows(), step));
        int[] values = new int[TILE * TILE];
        Arrays.fill(values, band.fill());
        for (int row = firstRow; row < endRow; row++) {
            for (int column = firstColumn; column < endColumn; column++) {
                values[(row - top) * TILE + column - left] = band.value(column * step, row * step);
            }
        }
        return values;
    }
}
