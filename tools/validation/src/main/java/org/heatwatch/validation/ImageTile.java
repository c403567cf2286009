package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.sampling.ThermalImage;
import org.locationtech.jts.geom.Envelope;

/**
 * A part of an image that is processed alone: a core, and a margin of neighbouring pixels that is cut off afterwards.
 * The cores of all tiles cover the image once.
 *
 * @param row first row of the core
 * @param column first column of the core
 * @param rows rows of the core
 * @param columns columns of the core
 * @param top first row with the margin
 * @param left first column with the margin
 * @param bottom end row with the margin
 * @param right end column with the margin
 */
record ImageTile(int row, int column, int rows, int columns, int top, int left, int bottom, int right) {

    /**
     * Divides an image into tiles of nearly equal size.
     *
     * @param side largest side of a core in pixels
     * @param margin in pixels
     */
    static List<ImageTile> of(int imageRows, int imageColumns, int side, int margin) {
        int down = Math.ceilDiv(imageRows, side);
        int over = Math.ceilDiv(imageColumns, side);
        List<ImageTile> tiles = new ArrayList<>();
        for (int i = 0; i < down; i++) {
            for (int j = 0; j < over; j++) {
                int row = i * imageRows / down;
                int column = j * imageColumns / over;
                int endRow = (i + 1) * imageRows / down;
                int endColumn = (j + 1) * imageColumns / over;
                tiles.add(new ImageTile(
                        row,
                        column,
                        endRow - row,
                        endColumn - column,
                        Math.max(0, row - margin),
                        Math.max(0, column - margin),
                        Math.min(imageRows, endRow + margin),
                        Math.min(imageColumns, endColumn + margin)));
            }
        }
        return tiles;
    }

    /** The pixels of the core and the margin. */
    ThermalImage cut(ThermalImage image) {
        return image.part(top, left, bottom - top, right - left);
    }

    /** Index in the cut image of a pixel of the core. */
    int cutIndex(int coreRow, int coreColumn) {
        return (row + coreRow - top) * (right - left) + column + coreColumn - left;
    }

    /** Area of the core in metres. */
    Envelope core(ThermalImage image) {
        return area(image, row, column, row + rows, column + columns);
    }

    /** Area of the core and the margin in metres. */
    Envelope whole(ThermalImage image) {
        return area(image, top, left, bottom, right);
    }

    private static Envelope area(ThermalImage image, int top, int left, int bottom, int right) {
        double pixel = image.pixelMetres();
        return new Envelope(
                image.west() + left * pixel,
                image.west() + right * pixel,
                image.north() - bottom * pixel,
                image.north() - top * pixel);
    }

    /** Whether a position is in an area, of whose borders only the western and the northern belong to it. */
    static boolean contains(Envelope area, double east, double north) {
        return east >= area.getMinX() && east < area.getMaxX() && north > area.getMinY() && north <= area.getMaxY();
    }
}
