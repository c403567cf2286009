package org.heatwatch.landsat;

import org.heatwatch.errors.ProductUnreadable;

/**
 * Calibration of band 10 of one product: converts counts (digital numbers) to spectral radiance, and radiance to
 * brightness temperature and back. The satellites differ by 8 K at the same count, so it always comes from the metadata
 * of the product.
 *
 * <p>Source: USGS LSDS-1822, Landsat 8-9 Collection 2 Level 1 Data Format Control Book.
 *
 * @param multiplier radiance per count, W/(m2 sr um)
 * @param offset radiance at count 0, W/(m2 sr um)
 * @param k1 first thermal constant, W/(m2 sr um)
 * @param k2 second thermal constant, K
 */
public record ThermalRadiometry(double multiplier, double offset, double k1, double k2) {

    /** The count that means "no value". */
    public static final int FILL = 0;

    public ThermalRadiometry {
        requirePositive(multiplier, "radiance multiplier");
        requirePositive(k1, "K1");
        requirePositive(k2, "K2");
        if (!Double.isFinite(offset)) {
            throw new IllegalArgumentException("radiance offset is " + offset);
        }
    }

    /**
     * Reads the calibration of a level-1 or level-2 product: the metadata of both have the level-1 groups.
     *
     * @throws ProductUnreadable if a value is missing or out of range
     */
    public static ThermalRadiometry of(Metadata metadata) {
        Metadata rescaling = metadata.group("LEVEL1_RADIOMETRIC_RESCALING");
        Metadata constants = metadata.group("LEVEL1_THERMAL_CONSTANTS");
        return new ThermalRadiometry(
                positive(rescaling, "RADIANCE_MULT_BAND_10"),
                rescaling.number("RADIANCE_ADD_BAND_10"),
                positive(constants, "K1_CONSTANT_BAND_10"),
                positive(constants, "K2_CONSTANT_BAND_10"));
    }

    /**
     * Whether every constant is within a few per cent of the published one of the satellite, so that temperatures
     * computed with this calibration can be true.
     */
    public boolean isPlausibleFor(Satellite satellite) {
        ThermalRadiometry published = satellite.radiometry();
        return PlausibleMetadata.isClose(multiplier, published.multiplier)
                && PlausibleMetadata.isClose(offset, published.offset)
                && PlausibleMetadata.isClose(k1, published.k1)
                && PlausibleMetadata.isClose(k2, published.k2);
    }

    /** Top-of-atmosphere spectral radiance of a count in W/(m2 sr um); NaN for fill. */
    public double radiance(int count) {
        return count == FILL ? Double.NaN : multiplier * count + offset;
    }

    /** The temperature in kelvin of a black body of that radiance; NaN unless the radiance is positive. */
    public double brightnessTemperature(double radiance) {
        return radiance > 0 ? k2 / Math.log1p(k1 / radiance) : Double.NaN;
    }

    /** The radiance of a black body at that temperature above 0 K; inverse of {@link #brightnessTemperature}. */
    public double radianceAt(double kelvin) {
        return k1 / Math.expm1(k2 / kelvin);
    }

    /** The derivative of {@link #radianceAt}, in W/(m2 sr um) per kelvin. */
    public double radiancePerKelvinAt(double kelvin) {
        double ratio = k2 / kelvin;
        return radianceAt(kelvin) * ratio / (kelvin * -Math.expm1(-ratio));
    }

    private static double positive(Metadata group, String key) {
        double value = group.number(key);
        if (value <= 0) {
            throw group.notA("positive number", key, group.text(key), null);
        }
        return value;
    }

    private static void requirePositive(double value, String what) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(what + " is " + value + ", not a positive number");
        }
    }
}
