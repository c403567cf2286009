package org.heatwatch.simulator;

/**
 * Radiances in W/(m2 sr um) of the samples round a window, indexed as their {@link NativeGrid} counts them. Samples
 * that no pixel of the window can depend on are NaN.
 */
public final class NativeSamples {
    private final NativeGrid grid;
    private final int firstAcross;
    private final int firstAlong;
    private final int acrossCount;
    private final int alongCount;
    private final double[] radiance;

    NativeSamples(NativeGrid grid, int firstAcross, int firstAlong, int acrossCount, double[] radiance) {
        this.grid = grid;
        this.firstAcross = firstAcross;
        this.firstAlong = firstAlong;
        this.acrossCount = acrossCount;
        this.alongCount = radiance.length / acrossCount;
        this.radiance = radiance;
    }

    /**
     * Any samples, in any unit.
     *
     * @param firstAcross index u of the first sample of every line
     * @param firstAlong index v of the first line
     * @param acrossCount samples of a line
     * @param values line by line; NaN where there is none
     */
    public static NativeSamples of(NativeGrid grid, int firstAcross, int firstAlong, int acrossCount, double[] values) {
        if (acrossCount < 1 || values.length % acrossCount != 0) {
            throw new IllegalArgumentException(values.length + " values are not lines of " + acrossCount);
        }
        return new NativeSamples(grid, firstAcross, firstAlong, acrossCount, values.clone());
    }

    public NativeGrid grid() {
        return grid;
    }

    /** Index u of the first sample of every line. */
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

    /** Radiance of the sample with indices u, v. */
    public double radiance(int u, int v) {
        return radiance[(v - firstAlong) * acrossCount + u - firstAcross];
    }

    /** A copy of all radiances, line by line. */
    public double[] radiances() {
        return radiance.clone();
    }

    /** Weighted sum of four lines from {@code v} on, for each of the samples from {@code u} on. */
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
