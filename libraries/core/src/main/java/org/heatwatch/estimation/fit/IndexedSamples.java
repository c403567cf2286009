package org.heatwatch.estimation.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/** Samples of one scene that are found by their position: a footprint is near a few hundredths of them. */
final class IndexedSamples {
    private static final double CELL_METRES = 300;

    private final LocalSamples samples;
    private final Envelope extent;
    private final int columns;
    private final int rows;

    /** The samples cell by cell, ascending in each. */
    private final int[] ordered;

    /** Position in {@link #ordered} of the first sample of each cell, and the number of samples. */
    private final int[] starts;

    private IndexedSamples(LocalSamples samples, Envelope extent) {
        this.samples = samples;
        this.extent = extent;
        this.columns = (int) (extent.getWidth() / CELL_METRES) + 1;
        this.rows = (int) (extent.getHeight() / CELL_METRES) + 1;
        this.ordered = new int[samples.count()];
        this.starts = new int[columns * rows + 1];
    }

    /** Indexes the samples of a scene. */
    static IndexedSamples of(LocalSamples samples) {
        Envelope extent = new Envelope();
        for (int s = 0; s < samples.count(); s++) {
            extent.expandToInclude(samples.east(s), samples.north(s));
        }
        IndexedSamples indexed = new IndexedSamples(samples, extent);
        indexed.order();
        return indexed;
    }

    private void order() {
        int[] cells = new int[ordered.length];
        for (int s = 0; s < cells.length; s++) {
            cells[s] = row(samples.north(s)) * columns + column(samples.east(s));
            starts[cells[s] + 1]++;
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int[] next = starts.clone();
        for (int s = 0; s < cells.length; s++) {
            ordered[next[cells[s]]++] = s;
        }
    }

    private int column(double east) {
        return (int) Math.clamp(Math.floor((east - extent.getMinX()) / CELL_METRES), 0, columns - 1);
    }

    private int row(double north) {
        return (int) Math.clamp(Math.floor((north - extent.getMinY()) / CELL_METRES), 0, rows - 1);
    }

    /** The indexed samples. */
    LocalSamples samples() {
        return samples;
    }

    /** The samples in a rectangle, in ascending order. */
    int[] within(Envelope box) {
        if (!extent.intersects(box)) {
            return new int[0];
        }
        int firstColumn = column(box.getMinX());
        int lastColumn = column(box.getMaxX());
        return IntStream.rangeClosed(row(box.getMinY()), row(box.getMaxY()))
                .flatMap(row -> Arrays.stream(
                        ordered, starts[row * columns + firstColumn], starts[row * columns + lastColumn + 1]))
                .filter(s -> box.contains(samples.east(s), samples.north(s)))
                .sorted()
                .toArray();
    }
}
