package org.heatwatch.simulator;

/**
 * What lies between the ground and the sensor: {@code L = tau (e B(T) + (1 - e) down) + up}, everything constant over
 * the scene.
 *
 * @param transmittance tau, 0..1
 * @param emissivity effective emissivity e of the ground, 0..1
 * @param upwelling path radiance in W/(m2 sr um)
 * @param downwelling radiance of the sky in W/(m2 sr um)
 */
public record Atmosphere(double transmittance, double emissivity, double upwelling, double downwelling) {
    /** The effective emissivity that the method assumes of every surface. */
    public static final double EMISSIVITY = 0.93;

    private static final double AIR_KELVIN = 280;
    private static final double SKY_TO_PATH = 0.43;

    public Atmosphere {
        if (!(transmittance > 0 && transmittance <= 1 && emissivity > 0 && emissivity <= 1)) {
            throw new IllegalArgumentException(
                    "transmittance and emissivity lie in 0..1: " + transmittance + ", " + emissivity);
        }
    }

    /**
     * An atmosphere of air at 280 K, whose path radiance follows from its transmittance; the ratio of sky to path
     * radiance is the one that published level-2 products carry.
     */
    public static Atmosphere of(double transmittance) {
        double path = (1 - transmittance) * Satellite.LANDSAT_8.planck().radiance(AIR_KELVIN);
        return new Atmosphere(transmittance, EMISSIVITY, path, SKY_TO_PATH * path);
    }

    /** Radiance at the top of the atmosphere of ground that radiates {@code blackBody}, in W/(m2 sr um). */
    public double topOfAtmosphere(double blackBody) {
        return transmittance * (emissivity * blackBody + (1 - emissivity) * downwelling) + upwelling;
    }

    /** The inverse of {@link #topOfAtmosphere}. */
    public double blackBody(double topOfAtmosphere) {
        return ((topOfAtmosphere - upwelling) / transmittance - (1 - emissivity) * downwelling) / emissivity;
    }
}
