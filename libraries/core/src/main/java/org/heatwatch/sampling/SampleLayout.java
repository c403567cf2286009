package org.heatwatch.sampling;

import java.util.Arrays;

/**
 * The samples that contribute to a rectangle of pixels, and their indices.
 *
 * <p>Samples are indexed row by row (a row is across track); a row includes only samples that some pixel needs, so that
 * the matrix of a rotated rectangle keeps a narrow band. A margin of one sample lets the grid move a little with the
 * same layout.
 */
final class SampleLayout {
    /** Samples along track that one pixel depends on. */
    static final int KERNEL_ROWS = 4;

    /** Samples across track that one pixel depends on. */
    static final int KERNEL_COLUMNS = 6;

    private static final int MARGIN = 1;

    private final int firstRow;
    private final int[] firstColumn;
    private final int[] endColumn;
    private final int[] rowStart;
    private final int bandwidth;

    private SampleLayout(int firstRow, int[] firstColumn, int[] endColumn, int[] rowStart) {
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.endColumn = endColumn;
        this.rowStart = rowStart;
        this.bandwidth = widestReach();
    }

    /**
     * Indexes the samples around these pixels.
     *
     * @throws IllegalArgumentException if there are no pixels
     */
    static SampleLayout of(PixelIndices pixels) {
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
        int firstRow = lowest - 1 - MARGIN;
        int rows = highest + 2 + MARGIN - firstRow + 1;
        int[] firstColumn = new int[rows];
        int[] endColumn = new int[rows];
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
        return new SampleLayout(firstRow, firstColumn, endColumn, rowStarts(firstColumn, endColumn));
    }

    /** Index of the first sample of each row; rows without a pixel, behind clouds, are made empty. */
    private static int[] rowStarts(int[] firstColumn, int[] endColumn) {
        int[] rowStart = new int[firstColumn.length + 1];
        for (int row = 0; row < firstColumn.length; row++) {
            if (firstColumn[row] > endColumn[row]) {
                firstColumn[row] = 0;
                endColumn[row] = 0;
            }
            rowStart[row + 1] = rowStart[row] + endColumn[row] - firstColumn[row];
        }
        return rowStart;
    }

    /** Largest difference between the indices of two samples that one pixel depends on. */
    private int widestReach() {
        int widest = 0;
        int rows = firstColumn.length;
        for (int row = 0; row < rows; row++) {
            for (int other = row; other < Math.min(rows, row + KERNEL_ROWS); other++) {
                int from = Math.max(firstColumn[row], firstColumn[other] - (KERNEL_COLUMNS - 1));
                for (int column = from; column < endColumn[row]; column++) {
                    int reach = Math.min(column + KERNEL_COLUMNS - 1, endColumn[other] - 1);
                    widest = Math.max(widest, rowStart[other] + reach - firstColumn[other] - index(row, column));
                }
            }
        }
        return widest;
    }

    private int index(int row, int column) {
        return rowStart[row] + column - firstColumn[row];
    }

    int count() {
        return rowStart[rowStart.length - 1];
    }

    int bandwidth() {
        return bandwidth;
    }

    /** Index of a sample, or -1 unless this and the next five samples across track are all in the layout. */
    int kernelStart(int across, int along) {
        int row = along - firstRow;
        if (row < 0 || row >= firstColumn.length) {
            return -1;
        }
        boolean inside = across >= firstColumn[row] && across + KERNEL_COLUMNS <= endColumn[row];
        return inside ? index(row, across) : -1;
    }

    /** Grid indices, across and along, of the sample with this index. */
    int[] gridIndices(int index) {
        int row = Arrays.binarySearch(rowStart, index);
        if (row < 0) {
            row = -row - 2;
        }
        while (rowStart[row + 1] == index) { // empty rows share their start
            row++;
        }
        return new int[] {index - rowStart[row] + firstColumn[row], row + firstRow};
    }
}
