package org.heatwatch.baseline;

/**
 * One look at an idle roof.
 *
 * @param kelvin its excess over the idle map, effective kelvin
 * @param variance that the fit, the outline and an idle roof's usual variation lead to expect, square of an effective kelvin
 * @param season cosine and sine of the time of year
 * @param commonMode median excess of the idle parcels in the same scene, effective kelvin
 */
public record IdleLook(double kelvin, double variance, Season season, double commonMode) {

    /** Cosine and sine of the time of year. */
    public record Season(double cosine, double sine) {}

    public IdleLook {
        if (!(variance > 0 && Double.isFinite(kelvin) && Double.isFinite(commonMode))) {
            throw new IllegalArgumentException(
                    "no look: %s K, variance %s, common mode %s".formatted(kelvin, variance, commonMode));
        }
    }

    /** The columns of the regression. */
    double[] columns() {
        return new double[] {1, season.cosine(), season.sine(), commonMode};
    }
}
