package org.heatwatch.sampling;

import java.util.Arrays;

/**
 * Which samples of a grid take part in a rectangle of pixels, and their numbers.
 *
 * <p>Samples are numbered row by row (a row lies across track); a row holds only those that some pixel needs, so that
 * the matrix of a rotated rectangle keeps a narrow band. A margin of one sample lets the grid move a little without a
 * new numbering.
 */
final class SampleLayout {
    static final int KERNEL_ROWS = 4;
    static final int KERNEL_COLUMNS = 6;
    private static final int MARGIN = 1;

    private final int firstRow;
    private final int[] firstColumn;
    private final int[] endColumn;
    private final int[] rowStart;
    private final int count;
    private final int bandwidth;

    /** Numbers the samples round these pixels. */
    SampleLayout(PixelIndices pixels) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int n = 0; n < pixels.count(); n++) {
            int row = (int) Math.floor(pixels.along(n));
            lowest = Math.min(lowest, row);
            highest = Math.max(highest, row);
        }
        if (lowest > highest) {
            throw new IllegalArgumentException("an image without a valid pixel has no samples");
        }
        firstRow = lowest - 1 - MARGIN;
        int rows = highest + 2 + MARGIN - firstRow + 1;
        firstColumn = new int[rows];
        endColumn = new int[rows];
        Arrays.fill(firstColumn, Integer.MAX_VALUE);
        Arrays.fill(endColumn, Integer.MIN_VALUE);
        for (int n = 0; n < pixels.count(); n++) {
            int column = (int) Math.floor(pixels.across(n));
            int top = (int) Math.floor(pixels.along(n)) - 1 - MARGIN - firstRow;
            for (int row = top; row < top + KERNEL_ROWS + 2 * MARGIN; row++) {
                firstColumn[row] = Math.min(firstColumn[row], column - 2 - MARGIN);
                endColumn[row] = Math.max(endColumn[row], column + 4 + MARGIN);
            }
        }
        rowStart = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            if (firstColumn[row] > endColumn[row]) { // a gap that clouds left
                firstColumn[row] = 0;
                endColumn[row] = 0;
            }
            rowStart[row + 1] = rowStart[row] + endColumn[row] - firstColumn[row];
        }
        count = rowStart[rows];
        bandwidth = widestReach();
    }

    /** The largest difference of the numbers of two samples that one pixel can join. */
    private int widestReach() {
        int widest = 0;
        int rows = firstColumn.length;
        for (int row = 0; row < rows; row++) {
            for (int other = row; other < Math.min(rows, row + KERNEL_ROWS); other++) {
                int from = Math.max(firstColumn[row], firstColumn[other] - (KERNEL_COLUMNS - 1));
                for (int column = from; column < endColumn[row]; column++) {
                    int reach = Math.min(column + KERNEL_COLUMNS - 1, endColumn[other] - 1);
                    widest = Math.max(widest, rowStart[other] + reach - firstColumn[other] - number(row, column));
                }
            }
        }
        return widest;
    }

    private int number(int row, int column) {
        return rowStart[row] + column - firstColumn[row];
    }

    int count() {
        return count;
    }

    int bandwidth() {
        return bandwidth;
    }

    /** Number of the sample, or -1 where the six samples from there on do not all take part. */
    int kernelStart(int across, int along) {
        int row = along - firstRow;
        if (row < 0 || row >= firstColumn.length) {
            return -1;
        }
        boolean inside = across >= firstColumn[row] && across + KERNEL_COLUMNS <= endColumn[row];
        return inside ? number(row, across) : -1;
    }

    /** Indices, across and along, of the sample of this number. */
    int[] indexOf(int number) {
        int row = Arrays.binarySearch(rowStart, number);
        if (row < 0) {
            row = -row - 2;
        }
        while (rowStart[row + 1] == number) { // empty rows share their start
            row++;
        }
        return new int[] {number - rowStart[row] + firstColumn[row], row + firstRow};
    }
}
