package org.heatwatch.state;

/**
 * The two cumulative sums that detect the start and the stop of a facility (Page, Continuous Inspection Schemes,
 * Biometrika 41, 1954). While the facility is idle, the sum for a start decides; while it is on, the sum for a stop. A
 * second pair of sums, of the negative deviates, detects a fall below the baseline of a facility that ran in its
 * reference period, and the return from it.
 */
final class Cusum {
    /** Lowest mean deviate assumed for a facility that is on, in standard deviations. */
    private static final double LEAST_ON_LEVEL = 2;

    /** The detected phase; it does not include suspicion, which the state machine adds. */
    enum Phase {
        IDLE,
        ON,
        /** On, with the sum for a stop above half the threshold. */
        COOLING
    }

    private final double threshold;
    private final CusumTuning tuning;
    private Phase phase = Phase.IDLE;
    private double startSum;
    private double stopSum;
    private double judged;
    private double onTotal;
    private int onObservations;

    /** Sums that detect the start of an idle facility; the threshold is above 0. */
    Cusum(double threshold) {
        this(threshold, CusumTuning.START);
    }

    /**
     * Sums of a facility before its first observation.
     *
     * @param threshold h, above 0
     * @param tuning for a start or for a change
     */
    Cusum(double threshold, CusumTuning tuning) {
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a threshold of %s is not above 0".formatted(threshold));
        }
        this.threshold = threshold;
        this.tuning = tuning;
    }

    /**
     * Adds one valid observation.
     *
     * @param deviate its standard normal deviate
     * @param mayTurnOn whether this observation may change the phase to ON
     * @return the phase after the observation
     */
    Phase add(double deviate, boolean mayTurnOn) {
        double q = tuning.clamped(deviate);
        startSum = Math.min(2 * threshold, Math.max(0, startSum + q - tuning.allowance()));
        phase = switch (phase) {
            case IDLE -> judgeStart(mayTurnOn);
            case ON, COOLING -> judgeStop(q, mayTurnOn);
        };
        if (phase == Phase.ON) {
            onTotal += q;
            onObservations++;
        }
        return phase;
    }

    private Phase judgeStart(boolean mayTurnOn) {
        judged = startSum;
        if (startSum <= threshold || !mayTurnOn) {
            return Phase.IDLE;
        }
        stopSum = 0;
        onTotal = 0;
        onObservations = 0;
        return Phase.ON;
    }

    private Phase judgeStop(double q, boolean mayTurnOn) {
        // The level excludes this observation: a cold one must not lower the level that it is compared with.
        stopSum = Math.max(0, stopSum + onLevel() / 2 - q);
        judged = stopSum;
        if (stopSum > threshold) {
            startSum = 0;
            stopSum = 0;
            return Phase.IDLE;
        }
        if (phase == Phase.ON) {
            return stopSum > threshold / 2 ? Phase.COOLING : Phase.ON;
        }
        return stopSum == 0 && mayTurnOn ? Phase.ON : Phase.COOLING;
    }

    /** Mean deviate of the facility since it turned on, without the observations while cooling; at least 2. */
    private double onLevel() {
        return Math.max(LEAST_ON_LEVEL, onTotal / onObservations);
    }

    Phase phase() {
        return phase;
    }

    double threshold() {
        return threshold;
    }

    /** S+, the sum for a start: 0 to twice the threshold. */
    double startSum() {
        return startSum;
    }

    /** S-, the sum for a stop: at least 0; 0 while idle. */
    double stopSum() {
        return stopSum;
    }

    /**
     * The sum that decided on the last observation, before any reset: S+ if the facility was idle before it, else S-.
     */
    double judged() {
        return judged;
    }
}
