package org.heatwatch.state;

/**
 * How much evidence of a facility it takes to call it on: as little as keeps the false starts of its site rare.
 *
 * <p>Found by simulating idle facilities that are known no better than this one: a prediction from few looks is off, and
 * being off by half a standard deviation alone adds up to a start. The same records give the same threshold, bit by bit, and
 * since all use the same random numbers, records that differ a little give thresholds that do.
 *
 * @param threshold h of {@link StateTrack#of}, {@link #SMALLEST} to {@link #LARGEST} in steps of {@link #STEP}
 * @param falseStartsPerSiteYear with which the facility would have its site end up, were all of the site like it; above
 *     {@link #ALLOWED_PER_SITE_YEAR} only if the threshold is the largest, for then the facility is known too badly
 */
public record CusumThreshold(double threshold, double falseStartsPerSiteYear) {
    /** False starts, entering ON while idle, that a site may have a year. */
    public static final double ALLOWED_PER_SITE_YEAR = 1.0 / 20;

    static final double SMALLEST = 2;
    static final double LARGEST = 20;
    static final double STEP = 0.05;

    /** A start that a badly known facility drifts into comes late; the real watch has lasted about so long. */
    private static final double YEARS = 5;

    private static final int DRAWS = 4096;
    private static final long SEED = 0x4865617457617463L;

    /** The threshold of a facility that is known so well. Takes some 30 ms; the record is a key to remember it by. */
    public static CusumThreshold of(IdleRecord idle) {
        IdleWatches watches = new IdleWatches(idle, DRAWS, YEARS, SEED);
        int least = 0;
        int most = (int) Math.round((LARGEST - SMALLEST) / STEP);
        while (least < most) {
            int middle = (least + most) / 2;
            if (rate(idle, watches, middle) <= ALLOWED_PER_SITE_YEAR) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return new CusumThreshold(threshold(most), rate(idle, watches, most));
    }

    private static double rate(IdleRecord idle, IdleWatches watches, int step) {
        return watches.startsPerYear(threshold(step)) * idle.facilities();
    }

    private static double threshold(int step) {
        // Whole numbers of twentieths: multiples of 0.05 would be no round numbers.
        return (Math.round(SMALLEST / STEP) + step) / (double) Math.round(1 / STEP);
    }
}
