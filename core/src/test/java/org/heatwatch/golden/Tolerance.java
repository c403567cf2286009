package org.heatwatch.golden;

/**
 * How far numbers that are not whole may be from those of a golden file: the sum of both.
 *
 * @param relative share of the golden number
 * @param absolute in the unit of the number
 */
public record Tolerance(double relative, double absolute) {
    /** For what is computed without iteration: functions such as sin may differ in their last digit. */
    public static final Tolerance USUAL = new Tolerance(1e-6, 1e-6);

    /** For what iterations find, which end once the next step is small enough. */
    public static final Tolerance FITTED = new Tolerance(1e-4, 1e-4);

    /** For longitudes and latitudes: a tenth of a metre. */
    public static final Tolerance DEGREES = new Tolerance(0, 1e-6);

    boolean holds(double golden, double actual) {
        return Double.compare(golden, actual) == 0
                || Math.abs(actual - golden) <= absolute + relative * Math.abs(golden);
    }
}
