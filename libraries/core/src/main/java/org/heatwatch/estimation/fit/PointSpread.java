package org.heatwatch.estimation.fit;

/**
 * How one native sample weighs the ground round its position: a circular Gaussian of unit volume.
 *
 * @param fwhmMetres full width at half maximum in metres
 */
public record PointSpread(double fwhmMetres) {
    private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    /**
     * The thermal sensor's, for a modulation transfer of 0.3 at the Nyquist frequency of samples 100 m apart. Assumed,
     * not measured: if the sensor's is 4 % wider, one scene alone reads an excess 7 % too low, since the regression lets
     * the ground's slow changes pass and looks at what is sharp; a box-shaped one of the same width reads 6 % too high.
     */
    public static final PointSpread TIRS = ofNyquistTransfer(0.3, 100);

    public PointSpread {
        if (!(fwhmMetres > 0)) {
            throw new IllegalArgumentException("a point spread of %s m has no width".formatted(fwhmMetres));
        }
    }

    /** The Gaussian with this modulation transfer at the Nyquist frequency of samples this far apart. */
    static PointSpread ofNyquistTransfer(double transfer, double spacingMetres) {
        double sigma = 2 * spacingMetres / Math.PI * Math.sqrt(-Math.log(transfer) / 2);
        return new PointSpread(sigma * FWHM_PER_SIGMA);
    }

    /** Standard deviation along each axis in metres. */
    public double sigmaMetres() {
        return fwhmMetres / FWHM_PER_SIGMA;
    }

    /** Distance in metres beyond which a sample sees less than a millionth of a point's peak. */
    double reachMetres() {
        return sigmaMetres() * Math.sqrt(2 * Math.log(1e6));
    }
}
