package org.heatwatch.clip;

import java.util.Optional;

/** A rectangle of pixels of a grid, indexed from its north-western corner; it may extend beyond the grid. */
public record PixelRectangle(int column, int row, int columns, int rows) {

    public PixelRectangle {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("no rectangle: %d x %d pixels".formatted(columns, rows));
        }
    }

    /** The part inside a grid of this size. */
    public Optional<PixelRectangle> within(int gridColumns, int gridRows) {
        int left = Math.max(0, column);
        int top = Math.max(0, row);
        int right = Math.min(gridColumns, column + columns);
        int bottom = Math.min(gridRows, row + rows);
        return right > left && bottom > top
                ? Optional.of(new PixelRectangle(left, top, right - left, bottom - top))
                : Optional.empty();
    }
}
