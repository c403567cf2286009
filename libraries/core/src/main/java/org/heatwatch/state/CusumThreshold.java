package org.heatwatch.state;

/**
 * The threshold of a facility's cumulative sums: the lowest one that keeps the false starts of its site rare.
 *
 * <p>Found by simulating idle facilities whose baselines are as uncertain as this one's: a baseline from few
 * observations has an error, and an error of half a standard deviation is enough to accumulate to a start. The result
 * is deterministic, and since all simulations use the same random numbers, similar inputs give similar thresholds.
 *
 * @param threshold h of {@link StateTrack#of}, {@link #SMALLEST} to {@link #LARGEST} in steps of {@link #STEP}
 * @param falseStartsPerSiteYear expected false starts, or false changes in either direction, of a site whose facilities
 *     are all like this one; above
 *     {@link #ALLOWED_PER_SITE_YEAR} only if the threshold is the largest, because the baseline is too uncertain
 */
public record CusumThreshold(double threshold, double falseStartsPerSiteYear) {
    /** Allowed false starts (transitions to ON while idle) of a site per year. */
    public static final double ALLOWED_PER_SITE_YEAR = 1.0 / 20;

    static final double SMALLEST = 2;
    static final double LARGEST = 20;
    static final double STEP = 0.05;

    /** Simulated years; about the length of the real record, since errors of a baseline lead to false starts late. */
    private static final double YEARS = 5;

    private static final int DRAWS = 4096;
    private static final long SEED = 0x4865617457617463L;

    /** Computes the threshold of a facility in about 30 ms; callers may cache it by its input. */
    public static CusumThreshold of(BaselinePrecision idle) {
        return of(idle, CusumTuning.START);
    }

    /**
     * Computes the threshold of a facility whose changes are followed in both directions: false rises and false falls
     * are each as rare as false starts are elsewhere.
     */
    public static CusumThreshold ofBothDirections(BaselinePrecision operating) {
        // The simulation uses each draw with both signs, so that it serves both directions.
        return of(operating, CusumTuning.CHANGE);
    }

    private static CusumThreshold of(BaselinePrecision idle, CusumTuning tuning) {
        IdleSimulation simulation = IdleSimulation.simulate(idle, DRAWS, YEARS, tuning, SEED);
        int least = 0;
        int most = (int) Math.round((LARGEST - SMALLEST) / STEP);
        while (least < most) {
            int middle = (least + most) / 2;
            if (rate(idle, simulation, middle) <= ALLOWED_PER_SITE_YEAR) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return new CusumThreshold(threshold(most), rate(idle, simulation, most));
    }

    private static double rate(BaselinePrecision idle, IdleSimulation simulation, int step) {
        return simulation.startsPerYear(threshold(step)) * idle.facilities();
    }

    private static double threshold(int step) {
        // A quotient of integers: multiples of 0.05 would accumulate rounding errors.
        return (Math.round(SMALLEST / STEP) + step) / (double) Math.round(1 / STEP);
    }
}
