package org.heatwatch.landsat;

/**
 * The unit of excess: the increase of surface temperature, in kelvin, that would explain an increase of radiance at the
 * sensor. The same excess in effective kelvin means the same in winter and in a humid summer.
 *
 * <p>{@code L = tau (e B(T) + (1 - e) B(Ta) (1 - tau)) + (1 - tau) B(Ta)}, so a small excess is
 * {@code dL / (tau e B'(T))}. The ground temperature T follows from the median radiance, and the air temperature Ta
 * from T, by the relation between mean atmospheric and surface temperature of Qin, Karnieli and Berliner (2001) for
 * middle latitudes.
 */
public final class EffectiveKelvin {
    /** Assumed emissivity of buildings and ground. */
    public static final double EMISSIVITY = 0.93;

    private static final double AIR_OFFSET = 17.6;
    private static final double AIR_SLOPE = 0.92;
    private static final int ITERATIONS = 12;

    private EffectiveKelvin() {}

    /**
     * Effective kelvin of one W/(m2 sr um) at the top of the atmosphere.
     *
     * @param medianRadiance median of the scene around the site, W/(m2 sr um)
     * @param tau transmittance of the atmosphere, 0 to 1
     */
    public static double perRadiance(ThermalRadiometry radiometry, double medianRadiance, double tau) {
        double ground = groundTemperature(radiometry, medianRadiance, tau);
        return 1 / (tau * EMISSIVITY * radiometry.radiancePerKelvinAt(ground));
    }

    /** Ground temperature in kelvin at which the sensor measures this radiance, by fixed-point iteration. */
    static double groundTemperature(ThermalRadiometry radiometry, double radiance, double tau) {
        double ground = radiometry.brightnessTemperature(radiance);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double air = radiometry.radianceAt(AIR_OFFSET + AIR_SLOPE * ground);
            double emitted = (radiance - (1 - tau) * air) / tau - (1 - EMISSIVITY) * (1 - tau) * air;
            ground = radiometry.brightnessTemperature(emitted / EMISSIVITY);
        }
        return ground;
    }
}
