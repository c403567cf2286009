package org.heatwatch.golden;

/**
 * How far numbers that are not whole may be from those of a golden file: the sum of both.
 *
 * @param relative share of the golden number
 * @param absolute in the unit of the number
 */
public record Tolerance(double relative, double absolute) {
    /**
     * For all but positions. With other implementations of sin, exp and log, as another machine may have, what is fitted
     * differs by 1e-10 of its value; a millionth leaves room for sums in another order.
     */
    public static final Tolerance USUAL = new Tolerance(1e-6, 1e-6);

    /** For longitudes and latitudes: a tenth of a metre. */
    public static final Tolerance DEGREES = new Tolerance(0, 1e-6);

    boolean holds(double golden, double actual) {
        return Double.compare(golden, actual) == 0
                || Math.abs(actual - golden) <= absolute + relative * Math.abs(golden);
    }
}
