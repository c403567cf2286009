package org.heatwatch.landsat;

/**
 * The unit in which heat is told: kelvins that the ground's surface would have to be warmer to show a radiance, so that an
 * excess means the same in winter and in a humid summer.
 *
 * <p>{@code L = tau (e B(T) + (1 - e) B(Ta) (1 - tau)) + (1 - tau) B(Ta)}, so a small excess is {@code dL / (tau e B'(T))}. The
 * ground's own temperature T follows from the median radiance; that of the air from the ground's, by the relation of mean
 * atmospheric to surface temperature that Qin, Karnieli and Berliner (2001) give for middle latitudes.
 */
public final class EffectiveKelvin {
    /** Emissivity of roofs and ground that effective kelvins reckon with. */
    public static final double EMISSIVITY = 0.93;

    private static final double AIR_OFFSET = 17.6;
    private static final double AIR_SLOPE = 0.92;
    private static final int TURNS = 12;

    private EffectiveKelvin() {}

    /**
     * Effective kelvin of one W/(m2 sr um) at the top of the atmosphere.
     *
     * @param medianRadiance of the scene round the site, W/(m2 sr um)
     * @param tau transmittance of the atmosphere, 0 to 1
     */
    public static double perRadiance(ThermalRadiometry radiometry, double medianRadiance, double tau) {
        double ground = groundTemperature(radiometry, medianRadiance, tau);
        return 1 / (tau * EMISSIVITY * radiometry.radiancePerKelvinAt(ground));
    }

    /** Temperature in kelvin of the ground that shows this radiance. */
    static double groundTemperature(ThermalRadiometry radiometry, double radiance, double tau) {
        double ground = radiometry.brightnessTemperature(radiance);
        for (int turn = 0; turn < TURNS; turn++) {
            double air = radiometry.radianceAt(AIR_OFFSET + AIR_SLOPE * ground);
            double emitted = (radiance - (1 - tau) * air) / tau - (1 - EMISSIVITY) * (1 - tau) * air;
            ground = radiometry.brightnessTemperature(emitted / EMISSIVITY);
        }
        return ground;
    }
}
