package org.heatwatch.fit;

/** What one scene says of one target. */
public sealed interface Excess {

    /** Share of the target's weight that was visible, 0 to 1. */
    double visibleFraction();

    /**
     * A measurement.
     *
     * @param value how much brighter the target is than its surroundings lead to expect, in the samples' unit
     * @param standardError of the value, in the same unit
     */
    record Measured(double value, double standardError, double visibleFraction) implements Excess {}

    /**
     * Nothing can be said, which is not the same as cold.
     *
     * @param reason in words, for people
     */
    record NotMeasured(String reason, double visibleFraction) implements Excess {}
}
