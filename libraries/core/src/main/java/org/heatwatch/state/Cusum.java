package org.heatwatch.state;

/**
 * The two cumulative sums that tell a start and a stop from chance (Page, Continuous Inspection Schemes, Biometrika 41,
 * 1954), and which of the two is being waited for.
 */
final class Cusum {
    /** Half the smallest rise that is looked for, in standard deviations: a rise of one is found soonest. */
    static final double START_ALLOWANCE = 0.5;

    /** A level of its own below which a facility that is on is not expected, in standard deviations. */
    private static final double LEAST_ON_LEVEL = 2;

    /** What is known without the looks that are too few to count. */
    enum Phase {
        IDLE,
        ON,
        /** On, and half way to be called off. */
        COOLING
    }

    private final double threshold;
    private Phase phase = Phase.IDLE;
    private double startSum;
    private double stopSum;
    private double judged;
    private double onTotal;
    private int onLooks;

    /** @param threshold h, above 0 */
    Cusum(double threshold) {
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a threshold of %s is not above 0".formatted(threshold));
        }
        this.threshold = threshold;
    }

    /**
     * Takes in one valid look.
     *
     * @param q its standard normal deviate
     * @param mayTurnOn whether it may be the one that turns the facility on, or on again
     * @return the phase after it
     */
    Phase add(double q, boolean mayTurnOn) {
        startSum = Math.min(2 * threshold, Math.max(0, startSum + q - START_ALLOWANCE));
        phase = switch (phase) {
            case IDLE -> judgeStart(mayTurnOn);
            case ON, COOLING -> judgeStop(q, mayTurnOn);
        };
        if (phase == Phase.ON) {
            onTotal += q;
            onLooks++;
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
        onLooks = 0;
        return Phase.ON;
    }

    private Phase judgeStop(double q, boolean mayTurnOn) {
        // The level is that of the looks before: a cold look must not lower the level that it is judged by.
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

    /** The facility's own mean deviate since it came on, without the looks while cooling. */
    private double onLevel() {
        return Math.max(LEAST_ON_LEVEL, onTotal / onLooks);
    }

    Phase phase() {
        return phase;
    }

    double threshold() {
        return threshold;
    }

    /** S+, what speaks for a start: 0 to twice the threshold. */
    double startSum() {
        return startSum;
    }

    /** S-, what speaks for a stop: from 0, and 0 while idle. */
    double stopSum() {
        return stopSum;
    }

    /** The sum that the last look was judged by: S+ if the facility was idle before it, else S-, before any reset. */
    double judged() {
        return judged;
    }
}
