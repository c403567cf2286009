package org.heatwatch.simulator;

/**
 * Point spread of a square detector blurred by a Gaussian: the product of a tabulated profile across and along track.
 */
final class BoxSpread implements SensorPointSpread {
    private static final int STEPS = 4096;
    private static final double BOX_SHARE = 0.85;

    private final double[] table;
    private final double reach;
    private final double perMetre;

    private BoxSpread(double[] table, double reach, double perMetre) {
        this.table = table;
        this.reach = reach;
        this.perMetre = perMetre;
    }

    static BoxSpread ofFullWidth(double fullWidth) {
        double width = BOX_SHARE * fullWidth;
        double sigma = FullWidth.scaleFor(fullWidth, s -> x -> profile(x, width, s), fullWidth / 100, fullWidth);
        double reach = width / 2 + 3.7 * sigma;
        double perMetre = STEPS / reach;
        double[] table = new double[STEPS + 2];
        for (int i = 0; i <= STEPS; i++) {
            table[i] = profile(i / perMetre, width, sigma);
        }
        return new BoxSpread(table, reach, perMetre);
    }

    @Override
    public double weight(double across, double along) {
        return profile(Math.abs(across)) * profile(Math.abs(along));
    }

    @Override
    public double reachMetres() {
        return reach;
    }

    private double profile(double distance) {
        double at = distance * perMetre;
        if (at >= STEPS) {
            return 0;
        }
        int i = (int) at;
        return table[i] + (at - i) * (table[i + 1] - table[i]);
    }

    /** A box of this width convolved with a Gaussian, integrated over the box with Simpson's rule. */
    private static double profile(double x, double width, double sigma) {
        int parts = 200;
        double h = width / parts;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double d = (x - width / 2 + i * h) / sigma;
            double simpson = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
            sum += simpson * Math.exp(-0.5 * d * d);
        }
        return sum * h / 3;
    }
}
