package org.heatwatch.estimation.baseline;

/**
 * One observation as a row of a baseline's regression. Footprints and the nodes of the hot-spot lattice share it, so it
 * has neither visibility nor overpass.
 *
 * @param kelvin excess over the background model, effective kelvin
 * @param variance expected from the fit, the outline and the idle variability, square of an effective kelvin
 * @param season cosine and sine of the time of year
 * @param commonMode median excess of the reference parcels in the same scene, effective kelvin
 */
public record BaselineRow(double kelvin, double variance, Season season, double commonMode) {

    /** Cosine and sine of the time of year. */
    public record Season(double cosine, double sine) {}

    public BaselineRow {
        if (!(variance > 0 && Double.isFinite(kelvin) && Double.isFinite(commonMode))) {
            throw new IllegalArgumentException(
                    "not a baseline row: %s K, variance %s, common mode %s".formatted(kelvin, variance, commonMode));
        }
    }

    /** The columns of the regression. */
    double[] columns() {
        return new double[] {1, season.cosine(), season.sine(), commonMode};
    }
}
