package org.heatwatch.landsat;

/**
 * How a stored whole number becomes a physical value: {@code multiplier * number + offset}.
 *
 * @param fill the number that means "no value"
 */
public record Scaling(double multiplier, double offset, int fill) {

    public Scaling {
        if (!(Double.isFinite(multiplier) && multiplier > 0 && Double.isFinite(offset))) {
            throw new IllegalArgumentException("no scaling: " + multiplier + " * number + " + offset);
        }
    }

    /** The physical value; NaN for fill. */
    public double value(int number) {
        return number == fill ? Double.NaN : multiplier * number + offset;
    }
}
