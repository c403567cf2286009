package org.heatwatch.state;

import java.util.List;
import org.heatwatch.site.ReferenceKind;

/** A direction in which a facility can depart from its baseline, with the states of that departure. */
enum ChangeDirection {
    /** Warmer than in an idle reference period. */
    START(
            1,
            FacilityState.OFF,
            FacilityState.SUSPECT,
            FacilityState.ON,
            FacilityState.COOLING,
            "CUSUM",
            "shutdown CUSUM"),
    /** Warmer than in a reference period in which the facility ran. */
    RISE(
            1,
            FacilityState.UNCHANGED,
            FacilityState.RISING,
            FacilityState.HIGHER,
            FacilityState.RETURNING,
            "CUSUM of a rise",
            "CUSUM of a return"),
    /** Cooler than in a reference period in which the facility ran. */
    FALL(
            -1,
            FacilityState.UNCHANGED,
            FacilityState.FALLING,
            FacilityState.LOWER,
            FacilityState.RETURNING,
            "CUSUM of a fall",
            "CUSUM of a return");

    private static final double SUSPECT_SCORE = 99;

    private final int sign;
    private final FacilityState asReference;
    private final FacilityState suspected;
    private final FacilityState changed;
    private final FacilityState returning;
    private final String sumName;
    private final String returnName;

    ChangeDirection(
            int sign,
            FacilityState asReference,
            FacilityState suspected,
            FacilityState changed,
            FacilityState returning,
            String sumName,
            String returnName) {
        this.sign = sign;
        this.asReference = asReference;
        this.suspected = suspected;
        this.changed = changed;
        this.returning = returning;
        this.sumName = sumName;
        this.returnName = returnName;
    }

    /** The directions that are followed after a reference period of a kind. */
    static List<ChangeDirection> of(ReferenceKind kind) {
        return kind.isTwoSided() ? List.of(RISE, FALL) : List.of(START);
    }

    /** Weight of observations in the sums. */
    CusumTuning tuning() {
        return this == START ? CusumTuning.START : CusumTuning.CHANGE;
    }

    /** The deviate in this direction: positive if the facility departs from its baseline. */
    double deviate(HeatScore heat) {
        return sign * heat.q();
    }

    /** Whether one observation alone is reason for suspicion: beyond 99 % of those expected. */
    boolean isExtreme(HeatScore heat) {
        return sign > 0 ? heat.score() >= SUSPECT_SCORE : heat.score() <= 100 - SUSPECT_SCORE;
    }

    /** Words for {@link #isExtreme}. */
    String extreme() {
        return sign > 0 ? "reached 99" : "is at most 1";
    }

    FacilityState asReference() {
        return asReference;
    }

    FacilityState suspected() {
        return suspected;
    }

    FacilityState changed() {
        return changed;
    }

    FacilityState returning() {
        return returning;
    }

    /** Name of the sum for the change. */
    String sumName() {
        return sumName;
    }

    /** Name of the sum for the return to the baseline. */
    String returnName() {
        return returnName;
    }
}
