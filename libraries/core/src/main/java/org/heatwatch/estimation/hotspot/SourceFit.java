package org.heatwatch.estimation.hotspot;

/**
 * Fits the position and amount of one source, with all others subtracted.
 *
 * @param bank of the filters
 * @param raster of the scene, without the other sources
 */
record SourceFit(FilterBank bank, SampleRaster raster) {
    /** Half the side of the square of filters to which a quadratic is fitted, in samples: about 12 m. */
    private static final double STEP = 2.0 / FilterBank.PARTS;

    private static final int STEPS = 8;
    private static final double LONGEST_STEP_METRES = 30;
    private static final double LONGEST_CLIMB_METRES = 120;

    /**
     * Moves a source to the local maximum of the filters' signal to noise ratio: its most likely position.
     *
     * @return the source itself if a filter near it is hidden, or if the maximum is so far away that it is another
     *     source
     */
    PointSource climb(PointSource start) {
        double u = FilterBank.quantised(start.across());
        double v = FilterBank.quantised(start.along());
        double[] to = {0, 0};
        for (int step = 0; step < STEPS; step++) {
            double[] signal = square(u, v);
            if (signal.length == 0) {
                return start;
            }
            to = maximum(signal);
            double nextU = FilterBank.quantised(u + to[0] * STEP);
            double nextV = FilterBank.quantised(v + to[1] * STEP);
            if (nextU == u && nextV == v) {
                break;
            }
            u = nextU;
            v = nextV;
            to = new double[] {0, 0};
        }
        PointSource moved = new PointSource(u + to[0] * STEP, v + to[1] * STEP, start.kelvinSquareMetres());
        double squared = bank.image().squaredMetres(moved.across() - start.across(), moved.along() - start.along());
        return squared > LONGEST_CLIMB_METRES * LONGEST_CLIMB_METRES ? start : moved;
    }

    /** Estimates the amount of a source at its position. */
    PointFilter.Amount estimate(PointSource source) {
        return bank.at(source.across(), source.along()).estimate(raster);
    }

    /** Signal to noise ratios of three by three filters; empty if one is hidden. */
    private double[] square(double u, double v) {
        double[] signal = new double[9];
        for (int i = 0; i < 9; i++) {
            double across = u + (i % 3 - 1) * STEP;
            double along = v + (Math.floorDiv(i, 3) - 1) * STEP;
            PointFilter.Amount amount = bank.at(across, along).estimate(raster);
            if (amount.isHidden()) {
                return new double[0];
            }
            signal[i] = amount.signal();
        }
        return signal;
    }

    /** Position of the maximum of the quadratic through three by three values, in units of their spacing. */
    private double[] maximum(double[] f) {
        double x = (f[2] + f[5] + f[8] - f[0] - f[3] - f[6]) / 6;
        double y = (f[6] + f[7] + f[8] - f[0] - f[1] - f[2]) / 6;
        double xx = (f[0] + f[2] + f[3] + f[5] + f[6] + f[8] - 2 * (f[1] + f[4] + f[7])) / 3;
        double yy = (f[0] + f[1] + f[2] + f[6] + f[7] + f[8] - 2 * (f[3] + f[4] + f[5])) / 3;
        double xy = (f[8] + f[0] - f[2] - f[6]) / 4;
        double determinant = xx * yy - xy * xy;
        double longest = LONGEST_STEP_METRES / (STEP * bank.image().geometry().alongMetres());
        double toX;
        double toY;
        if (xx < 0 && determinant > 0) {
            toX = (xy * y - yy * x) / determinant;
            toY = (xy * x - xx * y) / determinant;
        } else {
            double slope = Math.max(Math.hypot(x, y), Double.MIN_NORMAL);
            toX = longest * x / slope;
            toY = longest * y / slope;
        }
        double length = Math.hypot(toX, toY);
        double factor = length > longest ? longest / length : 1;
        return new double[] {toX * factor, toY * factor};
    }
}
