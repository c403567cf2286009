package org.heatwatch.simulator;

import java.util.function.DoubleUnaryOperator;

/** A circular point spread, tabulated over the squared distance. */
final class RadialSpread implements SensorPointSpread {
    private static final int STEPS = 8192;

    private static final double HALO_WIDTH = 2.2;
    private static final double HALO_SHARE = 0.2;

    private final double[] table;
    private final double reach;
    private final double perSquareMetre;

    private RadialSpread(double[] table, double reach, double perSquareMetre) {
        this.table = table;
        this.reach = reach;
        this.perSquareMetre = perSquareMetre;
    }

    /** @param weightOfSquare weight as a function of the squared distance in square metres */
    static RadialSpread of(DoubleUnaryOperator weightOfSquare, double reach) {
        double perSquareMetre = STEPS / (reach * reach);
        double[] table = new double[STEPS + 2];
        for (int i = 0; i <= STEPS; i++) {
            table[i] = weightOfSquare.applyAsDouble(i / perSquareMetre);
        }
        return new RadialSpread(table, reach, perSquareMetre);
    }

    static SensorPointSpread withHalo(double fullWidth) {
        double sigma = FullWidth.scaleFor(fullWidth, s -> r -> haloed(r * r, s), fullWidth / 4, fullWidth);
        return of(r2 -> haloed(r2, sigma), 3.2 * HALO_WIDTH * sigma);
    }

    private static double haloed(double r2, double sigma) {
        double core = r2 / (2 * sigma * sigma);
        double square = HALO_WIDTH * HALO_WIDTH;
        return (1 - HALO_SHARE) * Math.exp(-core) + HALO_SHARE / square * Math.exp(-core / square);
    }

    @Override
    public double weight(double across, double along) {
        double at = (across * across + along * along) * perSquareMetre;
        if (at >= STEPS) {
            return 0;
        }
        int i = (int) at;
        return table[i] + (at - i) * (table[i + 1] - table[i]);
    }

    @Override
    public double reachMetres() {
        return reach;
    }
}
