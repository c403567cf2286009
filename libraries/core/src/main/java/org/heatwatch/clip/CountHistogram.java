package org.heatwatch.clip;

/** How often each 16-bit number occurs: exact percentiles of any number of pixels in little memory. */
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

    /** The smallest number that at least this percentage of all do not exceed. */
    int percentile(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(total * percent / 100));
        long seen = 0;
        for (int i = 0; i < occurrences.length; i++) {
            seen += occurrences[i];
            if (seen >= wanted) {
                return i + LOWEST;
            }
        }
        throw new IllegalStateException("no number has been added");
    }
}
