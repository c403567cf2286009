package org.heatwatch.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Holdout error as a function of the phases of the grid, with the linear operator and in steps of a sixth of a sample.
 */
final class PhaseMap {
    static final int STEPS = 6;

    /** Two minima nearer than this, in samples, are the same. */
    static final double SAME = 0.15;

    private final SamplingGrid start;
    private final double[] error;

    private PhaseMap(SamplingGrid start, double[] error) {
        this.start = start;
        this.error = error;
    }

    static PhaseMap of(HoldoutSplit split, SamplingGrid start) {
        double[] error = new double[STEPS * STEPS];
        for (int i = 0; i < error.length; i++) {
            error[i] = holdoutError(split, gridAt(start, i));
        }
        return new PhaseMap(start, error);
    }

    private static SamplingGrid gridAt(SamplingGrid start, int i) {
        int across = i % STEPS;
        int along = i / STEPS;
        return start.withPhases(across / (double) STEPS, along / (double) STEPS);
    }

    private static double holdoutError(HoldoutSplit split, SamplingGrid grid) {
        return GridFit.of(split.training(), grid, GridPrior.frozen(grid.geometry()), false)
                .holdoutError(split.holdout());
    }

    private SamplingGrid gridAt(int i) {
        return gridAt(start, i);
    }

    /** The grid with the smallest error. */
    SamplingGrid best() {
        return gridAt(bestIndex());
    }

    private int bestIndex() {
        int best = 0;
        for (int i = 1; i < error.length; i++) {
            best = error[i] < error[best] ? i : best;
        }
        return best;
    }

    /** The lowest local minimum that is not at the best phases. */
    Optional<SamplingGrid> rival() {
        SamplingGrid best = best();
        return IntStream.range(0, error.length)
                .filter(this::isLocalMinimum)
                .filter(i -> SamplingGrid.phaseDistance(gridAt(i).phases(), best.phases()) > SAME)
                .boxed()
                .min(Comparator.comparingDouble(i -> error[i]))
                .map(this::gridAt);
    }

    private boolean isLocalMinimum(int i) {
        int u = i % STEPS;
        int v = i / STEPS;
        for (int dv = -1; dv <= 1; dv++) {
            for (int du = -1; du <= 1; du++) {
                int neighbour = Math.floorMod(v + dv, STEPS) * STEPS + Math.floorMod(u + du, STEPS);
                if (error[neighbour] < error[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Median error over all phases: that of a wrong grid. */
    double median() {
        double[] sorted = error.clone();
        Arrays.sort(sorted);
        return (sorted[error.length / 2 - 1] + sorted[error.length / 2]) / 2;
    }
}
