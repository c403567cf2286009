package org.heatwatch.simulator;

/** Weight, in any unit, with which ground contributes to a sample, as a function of its offset from the sample. */
public interface SensorPointSpread {
    /** Weight of ground at this offset in metres across and along track from the sample. */
    double weight(double across, double along);

    /** Distance in metres, across or along track, beyond which the weight is taken as zero. */
    double reachMetres();

    /** A circular Gaussian with this full width at half maximum. */
    static SensorPointSpread gaussian(double fwhmMetres) {
        double sigma = fwhmMetres / (2 * Math.sqrt(2 * Math.log(2)));
        return RadialSpread.of(r2 -> Math.exp(-r2 / (2 * sigma * sigma)), 3.7 * sigma);
    }

    /**
     * A square detector of 0.85 times the full width, blurred by a Gaussian: flatter top and shorter tails than a
     * Gaussian.
     */
    static SensorPointSpread detectorBox(double fwhmMetres) {
        return BoxSpread.ofFullWidth(fwhmMetres);
    }

    /** A Gaussian core with a fifth of its weight in a halo 2.2 times wider. */
    static SensorPointSpread wideTails(double fwhmMetres) {
        return RadialSpread.withHalo(fwhmMetres);
    }
}
