package org.heatwatch.simulator;

/** The weight with which ground at some distance from a sample's position contributes to it, in any unit. */
public interface PointSpread {
    /** Weight of ground so many metres across and along track from the sample. */
    double weight(double across, double along);

    /** Distance in metres, across or along track, beyond which the weight is taken as zero. */
    double reachMetres();

    /** A round Gaussian. */
    static PointSpread gaussian(double fwhmMetres) {
        double sigma = fwhmMetres / (2 * Math.sqrt(2 * Math.log(2)));
        return new RadialSpread(r2 -> Math.exp(-r2 / (2 * sigma * sigma)), 3.7 * sigma);
    }

    /** A square detector, 0.85 of the full width, blurred by a narrower Gaussian: a flatter top and shorter tails. */
    static PointSpread detectorBox(double fwhmMetres) {
        return BoxSpread.ofFullWidth(fwhmMetres);
    }

    /** A Gaussian core with a fifth of its weight in a halo 2.2 times wider. */
    static PointSpread wideTails(double fwhmMetres) {
        return RadialSpread.withHalo(fwhmMetres);
    }
}
