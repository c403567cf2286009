package org.heatwatch.simulator;

import java.util.function.DoubleUnaryOperator;

/** A round point spread, tabulated over the square of the distance. */
final class RadialSpread implements PointSpread {
    private static final int STEPS = 8192;

    private static final double HALO_WIDTH = 2.2;
    private static final double HALO_SHARE = 0.2;

    private final double[] table = new double[STEPS + 2];
    private final double reach;
    private final double perSquareMetre;

    RadialSpread(DoubleUnaryOperator weightOfSquare, double reach) {
        this.reach = reach;
        this.perSquareMetre = STEPS / (reach * reach);
        for (int i = 0; i <= STEPS; i++) {
            table[i] = weightOfSquare.applyAsDouble(i / perSquareMetre);
        }
    }

    static PointSpread withHalo(double fullWidth) {
        double sigma = FullWidth.scaleFor(fullWidth, s -> r -> haloed(r * r, s), fullWidth / 4, fullWidth);
        return new RadialSpread(r2 -> haloed(r2, sigma), 3.2 * HALO_WIDTH * sigma);
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
