package org.heatwatch.clip;

/** Histogram of 16-bit counts: exact percentiles of any number of pixels in constant memory. */
final class CountHistogram {
    private static final int LOWEST = Short.MIN_VALUE;

    private final long[] occurrences = new long[65536 - LOWEST];
    private long total;

    void add(int number) {
        occurrences[number - LOWEST]++;
        total++;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** The smallest count that is not exceeded by at least this percentage of all counts. */
    int percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(total * percent / 100));
        long seen = 0;
        for (int i = 0; i < occurrences.length; i++) {
            seen += occurrences[i];
            if (seen >= rank) {
                return i + LOWEST;
            }
        }
        throw new IllegalStateException("no count was added");
    }
}
