package org.heatwatch.simulator;

/**
 * Radiances in W/(m2 sr um) of the samples around a window, indexed by the {@link NativeGrid}. Samples that cannot
 * affect a pixel of the window are NaN.
 */
public final class SimulatedSamples {
    private final NativeGrid grid;
    private final int firstAcross;
    private final int firstAlong;
    private final int acrossCount;
    private final int alongCount;
    private final double[] radiance;

    SimulatedSamples(NativeGrid grid, int firstAcross, int firstAlong, int acrossCount, double[] radiance) {
        this.grid = grid;
        this.firstAcross = firstAcross;
        this.firstAlong = firstAlong;
        this.acrossCount = acrossCount;
        this.alongCount = radiance.length / acrossCount;
        this.radiance = radiance;
    }

    /**
     * Creates samples from values in any unit.
     *
     * @param firstAcross index u of the first sample of each line
     * @param firstAlong index v of the first line
     * @param acrossCount number of samples per line
     * @param values line by line; NaN where there is no sample
     */
    public static SimulatedSamples of(
            NativeGrid grid, int firstAcross, int firstAlong, int acrossCount, double[] values) {
        if (acrossCount < 1 || values.length % acrossCount != 0) {
            throw new IllegalArgumentException(values.length + " values do not form lines of " + acrossCount);
        }
        return new SimulatedSamples(grid, firstAcross, firstAlong, acrossCount, values.clone());
    }

    public NativeGrid grid() {
        return grid;
    }

    /** Index u of the first sample of each line. */
    public int firstAcross() {
        return firstAcross;
    }

    /** Index v of the first line. */
    public int firstAlong() {
        return firstAlong;
    }

    public int acrossCount() {
        return acrossCount;
    }

    public int alongCount() {
        return alongCount;
    }

    /** Radiance of the sample with indices u, v, in W/(m2 sr um). */
    public double radiance(int u, int v) {
        return radiance[(v - firstAlong) * acrossCount + u - firstAcross];
    }

    /** A copy of all radiances, line by line. */
    public double[] radiances() {
        return radiance.clone();
    }

    /** Weighted sum over consecutive lines starting at {@code v}, for consecutive samples starting at {@code u}. */
    void blend(int u, int v, double[] weight, double[] result) {
        int start = (v - firstAlong) * acrossCount + u - firstAcross;
        for (int k = 0; k < result.length; k++) {
            double sum = 0;
            for (int line = 0, at = start + k; line < weight.length; line++, at += acrossCount) {
                sum += weight[line] * radiance[at];
            }
            result[k] = sum;
        }
    }
}
