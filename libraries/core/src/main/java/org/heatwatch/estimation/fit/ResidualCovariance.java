package org.heatwatch.estimation.fit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Covariance of the residuals of the background model: ground with a Matern covariance, seen through the sensor's point
 * spread, plus uncorrelated noise.
 *
 * <p>Matern's covariance of smoothness v is a mixture of Gaussians: it is proportional to the integral over t of
 * {@code t^(2v - 1) exp(-t^2 - a^2/(4 t^2))} with {@code a = sqrt(2 v) r / range}. A Gaussian blurred by a Gaussian is
 * a Gaussian, so the blurred covariance is exact and positive definite by construction. Formula: docs/method.md.
 */
public final class ResidualCovariance implements BackgroundCovariance {
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

    private ResidualCovariance(
            double variance,
            double smoothness,
            double rangeMetres,
            double noiseShare,
            PointSpread spread,
            double[] correlation) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("not a covariance: variance %s".formatted(variance));
        }
        this.variance = variance;
        this.smoothness = smoothness;
        this.rangeMetres = rangeMetres;
        this.noiseShare = noiseShare;
        this.spread = spread;
        this.correlation = correlation;
    }

    /**
     * Tabulates the correlation.
     *
     * @param variance of a sample, square of an effective kelvin, above 0
     * @param smoothness of the ground, above 0: 1/2 for sharp edges, larger for gradual changes
     * @param rangeMetres length scale of the ground's own covariance, above 0
     * @param noiseShare share of the variance that is not correlated between samples, above 0 and below 1
     * @param spread of the sensor
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static ResidualCovariance of(
            double variance, double smoothness, double rangeMetres, double noiseShare, PointSpread spread) {
        if (!(variance > 0 && smoothness > 0 && rangeMetres > 0 && noiseShare > 0 && noiseShare < 1)) {
            throw new IllegalArgumentException("not a covariance: variance %s, smoothness %s, range %s m, noise %s"
                    .formatted(variance, smoothness, rangeMetres, noiseShare));
        }
        double[] correlation = new double[STEPS + 2];
        double blurred = 2 * spread.sigmaMetres() * spread.sigmaMetres();
        for (int i = 0; i < correlation.length; i++) {
            correlation[i] = mixture(i * STEP_METRES, smoothness, rangeMetres, blurred);
        }
        double scale = (1 - noiseShare) / correlation[0];
        for (int i = 0; i < correlation.length; i++) {
            correlation[i] *= scale;
        }
        return new ResidualCovariance(variance, smoothness, rangeMetres, noiseShare, spread, correlation);
    }

    /** The covariance at a distance, by the midpoint rule, in arbitrary units. */
    private static double mixture(double metres, double smoothness, double rangeMetres, double blurred) {
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

    ResidualCovariance withVariance(double newVariance) {
        return new ResidualCovariance(newVariance, smoothness, rangeMetres, noiseShare, spread, correlation);
    }

    @Override
    public double variance() {
        return variance;
    }

    /** Smoothness of the ground: 1/2 for sharp edges, larger for gradual changes. */
    public double smoothness() {
        return smoothness;
    }

    /** Length scale of the ground's own covariance in metres. */
    public double rangeMetres() {
        return rangeMetres;
    }

    /** Share of the variance that is not correlated between samples, 0 to 1. */
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
        return other instanceof ResidualCovariance c
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
