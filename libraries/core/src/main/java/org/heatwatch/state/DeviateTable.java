package org.heatwatch.state;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Interpolates {@link HeatScore#q()} for fixed degrees of freedom, to 1e-4, in a few nanoseconds. */
final class DeviateTable {
    private static final int CELLS = 512;

    private final double[] deviates;
    private final double cellsPerUnit;

    private DeviateTable(double[] deviates, double cellsPerUnit) {
        this.deviates = deviates;
        this.cellsPerUnit = cellsPerUnit;
    }

    /** Tabulates the deviates of Student's t. */
    static DeviateTable of(double degreesOfFreedom) {
        double tail = NormalDistribution.of(0, 1).survivalProbability(HeatScore.LARGEST_DEVIATE);
        double largest = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
        double cellsPerUnit = CELLS / largest;
        double[] deviates = new double[CELLS + 1];
        for (int i = 0; i < CELLS; i++) {
            deviates[i] = HeatScore.of(i / cellsPerUnit, degreesOfFreedom).q();
        }
        deviates[CELLS] = HeatScore.LARGEST_DEVIATE;
        return new DeviateTable(deviates, cellsPerUnit);
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
