package org.heatwatch.state;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** {@link HeatScore#q()} of many deviations with the same degrees of freedom, to 1e-4, in a few nanoseconds. */
final class DeviateTable {
    private static final int CELLS = 512;

    private final double[] deviates = new double[CELLS + 1];
    private final double cellsPerUnit;

    DeviateTable(double freedom) {
        double tail = NormalDistribution.of(0, 1).survivalProbability(HeatScore.LARGEST_DEVIATE);
        double largest = TDistribution.of(freedom).inverseSurvivalProbability(tail);
        cellsPerUnit = CELLS / largest;
        for (int i = 0; i < CELLS; i++) {
            deviates[i] = HeatScore.of(i / cellsPerUnit, freedom).q();
        }
        deviates[CELLS] = HeatScore.LARGEST_DEVIATE;
    }

    double deviate(double z) {
        double cells = Math.abs(z) * cellsPerUnit;
        if (cells >= CELLS) {
            return Math.copySign(HeatScore.LARGEST_DEVIATE, z);
        }
        int cell = (int) cells;
        double low = deviates[cell];
        return Math.copySign(low + (cells - cell) * (deviates[cell + 1] - low), z);
    }
}
