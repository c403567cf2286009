package org.heatwatch.landsat;

/**
 * Converts stored integers to physical values: {@code multiplier * count + offset}.
 *
 * @param fill the stored integer that means "no value"
 */
public record Scaling(double multiplier, double offset, int fill) {

    public Scaling {
        if (!(Double.isFinite(multiplier) && multiplier > 0 && Double.isFinite(offset))) {
            throw new IllegalArgumentException("invalid scaling: " + multiplier + " * count + " + offset);
        }
    }

    /** The physical value; NaN for fill. */
    public double value(int count) {
        return count == fill ? Double.NaN : multiplier * count + offset;
    }
}
