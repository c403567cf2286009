package org.heatwatch.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well each phase of the grid predicts pixels that it was not fitted to: the linear operator over all phases in
 * steps of a sixth of a sample.
 */
final class PhaseMap {
    static final int STEPS = 6;

    /** Two minima nearer than this, in samples, are one. */
    static final double SAME = 0.15;

    private final SamplingGrid start;
    private final double[] error = new double[STEPS * STEPS];

    PhaseMap(Halves halves, SamplingGrid start) {
        this.start = start;
        for (int i = 0; i < error.length; i++) {
            error[i] = heldOut(halves, gridAt(i));
        }
    }

    private SamplingGrid gridAt(int i) {
        int across = i % STEPS;
        int along = i / STEPS;
        return start.withPhases(across / (double) STEPS, along / (double) STEPS);
    }

    private static double heldOut(Halves halves, SamplingGrid grid) {
        return new GridFit(halves.fitted(), grid, GridPrior.frozen(grid.geometry()), false).errorOn(halves.heldOut());
    }

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

    /** The lowest local minimum that is not next to the best. */
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

    /** Median error over all phases: what a wrong grid leaves. */
    double median() {
        double[] sorted = error.clone();
        Arrays.sort(sorted);
        return (sorted[error.length / 2 - 1] + sorted[error.length / 2]) / 2;
    }
}
