package org.heatwatch.estimation.hotspot;

/**
 * Where exactly a source lies and how much it gives off, with all others taken off.
 *
 * @param raster of the scene, without the other sources
 */
record SourceFit(FilterBank bank, SampleRaster raster) {
    /** Half the side of the square of filters to which a quadratic is fitted, in samples: some 12 m. */
    private static final double STEP = 2.0 / FilterBank.PARTS;

    private static final int STEPS = 8;
    private static final double LONGEST_STEP_METRES = 30;
    private static final double LONGEST_CLIMB_METRES = 120;

    /**
     * Climbs to the top of what the filters read round a place in units of the clutter: to the likeliest place.
     *
     * @return the start if it is hidden round it, or if it only leads away to another source
     */
    HeatSource climb(HeatSource start) {
        double u = FilterBank.settled(start.across());
        double v = FilterBank.settled(start.along());
        double[] to = {0, 0};
        for (int step = 0; step < STEPS; step++) {
            double[] read = square(u, v);
            if (read.length == 0) {
                return start;
            }
            to = top(read);
            double nextU = FilterBank.settled(u + to[0] * STEP);
            double nextV = FilterBank.settled(v + to[1] * STEP);
            if (nextU == u && nextV == v) {
                break;
            }
            u = nextU;
            v = nextV;
            to = new double[] {0, 0};
        }
        HeatSource top = new HeatSource(u + to[0] * STEP, v + to[1] * STEP, start.kelvinSquareMetres());
        double moved = bank.squaredMetres(top.across() - start.across(), top.along() - start.along());
        return moved > LONGEST_CLIMB_METRES * LONGEST_CLIMB_METRES ? start : top;
    }

    PointFilter.Reading read(HeatSource source) {
        return bank.at(source.across(), source.along()).read(raster);
    }

    /** Three by three readings; empty if one is hidden. */
    private double[] square(double u, double v) {
        double[] read = new double[9];
        for (int i = 0; i < 9; i++) {
            double across = u + (i % 3 - 1) * STEP;
            double along = v + (Math.floorDiv(i, 3) - 1) * STEP;
            PointFilter.Reading reading = bank.at(across, along).read(raster);
            if (reading.isHidden()) {
                return new double[0];
            }
            read[i] = reading.signal();
        }
        return read;
    }

    /** Where the quadratic through three by three values has its top, in units of their distance. */
    private double[] top(double[] f) {
        double x = (f[2] + f[5] + f[8] - f[0] - f[3] - f[6]) / 6;
        double y = (f[6] + f[7] + f[8] - f[0] - f[1] - f[2]) / 6;
        double xx = (f[0] + f[2] + f[3] + f[5] + f[6] + f[8] - 2 * (f[1] + f[4] + f[7])) / 3;
        double yy = (f[0] + f[1] + f[2] + f[6] + f[7] + f[8] - 2 * (f[3] + f[4] + f[5])) / 3;
        double xy = (f[8] + f[0] - f[2] - f[6]) / 4;
        double determinant = xx * yy - xy * xy;
        double longest = LONGEST_STEP_METRES / (STEP * bank.geometry().alongMetres());
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
        double shorter = length > longest ? longest / length : 1;
        return new double[] {toX * shorter, toY * shorter};
    }
}
