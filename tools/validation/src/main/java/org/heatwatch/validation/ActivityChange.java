package org.heatwatch.validation;

/** What becomes of a simulated facility that was in operation in the reference period. */
enum ActivityChange {
    UNCHANGED(1, "unchanged"),
    STOPPED(0, "stops"),
    HALVED(0.5, "falls to half"),
    GROWN(1.5, "grows by half");

    private final double factor;
    private final String words;

    ActivityChange(double factor, String words) {
        this.factor = factor;
        this.words = words;
    }

    /** Mean activity after the change, as a fraction of that before. */
    double factor() {
        return factor;
    }

    String words() {
        return words;
    }
}
