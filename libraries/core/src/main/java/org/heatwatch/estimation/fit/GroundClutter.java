package org.heatwatch.estimation.fit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How what a scene leaves over of the idle map varies between two samples: ground whose own covariance is Matern's, seen
 * through the sensor's point spread, and noise.
 *
 * <p>Matern's covariance of smoothness v is a mixture of Gaussians, proportional to the integral over t of
 * {@code t^(2v - 1) exp(-t^2 - a^2/(4 t^2))} with {@code a = sqrt(2 v) r / range}, and a Gaussian blurred by a Gaussian is
 * one again; so the covariance is exact, and valid by construction.
 */
public final class GroundClutter implements BackgroundCovariance {
    private static final double STEP_METRES = 5;
    private static final int STEPS = 200;
    private static final double QUADRATURE_STEP = 0.05;
    private static final double QUADRATURE_END = 4.5;

    private final double variance;
    private final double smoothness;
    private final double rangeMetres;
    private final double noiseShare;
    private final PointSpread spread;
    private final double[] correlation;

    /**
     * Tabulates the correlation.
     *
     * @param variance of a sample, in the square of an effective kelvin
     * @param smoothness of the ground: 1/2 for sharp edges, more for gentle changes
     * @param rangeMetres over which the ground itself varies
     * @param noiseShare share of the variance that no other sample has in common, 0 to 1
     */
    public GroundClutter(
            double variance, double smoothness, double rangeMetres, double noiseShare, PointSpread spread) {
        if (!(variance > 0 && smoothness > 0 && rangeMetres > 0 && noiseShare > 0 && noiseShare < 1)) {
            throw new IllegalArgumentException(
                    "no clutter: variance %s, range %s m, noise %s".formatted(variance, rangeMetres, noiseShare));
        }
        this.variance = variance;
        this.smoothness = smoothness;
        this.rangeMetres = rangeMetres;
        this.noiseShare = noiseShare;
        this.spread = spread;
        this.correlation = new double[STEPS + 2];
        double blurred = 2 * spread.sigmaMetres() * spread.sigmaMetres();
        for (int i = 0; i < correlation.length; i++) {
            correlation[i] = mixture(i * STEP_METRES, blurred);
        }
        double scale = (1 - noiseShare) / correlation[0];
        for (int i = 0; i < correlation.length; i++) {
            correlation[i] *= scale;
        }
    }

    private double mixture(double metres, double blurred) {
        double sum = 0;
        for (double t = QUADRATURE_STEP / 2; t < QUADRATURE_END; t += QUADRATURE_STEP) {
            double ground = t * t * rangeMetres * rangeMetres / smoothness;
            double seen = ground + blurred;
            sum += Math.pow(t, 2 * smoothness - 1)
                    * Math.exp(-t * t)
                    * ground
                    / seen
                    * Math.exp(-metres * metres / (2 * seen));
        }
        return sum;
    }

    GroundClutter withVariance(double changed) {
        return new GroundClutter(changed, smoothness, rangeMetres, noiseShare, spread);
    }

    @Override
    public double variance() {
        return variance;
    }

    public double smoothness() {
        return smoothness;
    }

    public double rangeMetres() {
        return rangeMetres;
    }

    public double noiseShare() {
        return noiseShare;
    }

    @Override
    public double correlation(double metres) {
        double at = metres / STEP_METRES;
        int i = (int) at;
        if (i >= STEPS) {
            return 0;
        }
        double f = at - i;
        return correlation[i] + f * (correlation[i + 1] - correlation[i]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroundClutter c
                && variance == c.variance
                && smoothness == c.smoothness
                && rangeMetres == c.rangeMetres
                && noiseShare == c.noiseShare
                && spread.equals(c.spread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variance, smoothness, rangeMetres, noiseShare, spread);
    }

    @Override
    public String toString() {
        return "variance %.3f K2, smoothness %.1f, range %.0f m, noise %.3f"
                .formatted(variance, smoothness, rangeMetres, noiseShare);
    }
}
