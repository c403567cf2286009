package org.heatwatch.simulator;

/**
 * Radiative transfer between the ground and the sensor, {@code L = tau (e B(T) + (1 - e) down) + up}, with all terms
 * constant over the scene.
 *
 * @param transmittance tau, 0..1
 * @param emissivity effective emissivity e of the ground, 0..1
 * @param upwelling path radiance in W/(m2 sr um)
 * @param downwelling downwelling sky radiance in W/(m2 sr um)
 */
public record Atmosphere(double transmittance, double emissivity, double upwelling, double downwelling) {
    /** The effective emissivity that the method assumes of every surface. */
    public static final double EMISSIVITY = 0.93;

    private static final double AIR_KELVIN = 280;
    private static final double SKY_TO_PATH = 0.43;

    public Atmosphere {
        if (!(transmittance > 0 && transmittance <= 1 && emissivity > 0 && emissivity <= 1)) {
            throw new IllegalArgumentException(
                    "transmittance and emissivity must lie in 0..1: " + transmittance + ", " + emissivity);
        }
    }

    /**
     * An atmosphere at 280 K, whose path radiance follows from its transmittance. The ratio of downwelling to path
     * radiance is that of published level-2 products.
     */
    public static Atmosphere of(double transmittance) {
        double path =
                (1 - transmittance) * SimulatedSatellite.LANDSAT_8.planck().radiance(AIR_KELVIN);
        return new Atmosphere(transmittance, EMISSIVITY, path, SKY_TO_PATH * path);
    }

    /** Radiance at the top of the atmosphere over ground of black-body radiance {@code blackBody}, in W/(m2 sr um). */
    public double topOfAtmosphere(double blackBody) {
        return transmittance * (emissivity * blackBody + (1 - emissivity) * downwelling) + upwelling;
    }

    /** Black-body radiance of the ground, in W/(m2 sr um); the inverse of {@link #topOfAtmosphere}. */
    public double blackBody(double topOfAtmosphere) {
        return ((topOfAtmosphere - upwelling) / transmittance - (1 - emissivity) * downwelling) / emissivity;
    }
}
