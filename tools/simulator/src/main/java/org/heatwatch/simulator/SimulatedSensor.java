package org.heatwatch.simulator;

import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;

/**
 * TIRS as a model: each sample is the mean radiance around its position under a point spread, plus noise.
 *
 * @param pointSpread point spread with axes across and along track
 * @param noiseKelvin noise-equivalent temperature difference of one sample, at 300 K
 * @param planck Planck's law in the band
 */
public record SimulatedSensor(SensorPointSpread pointSpread, double noiseKelvin, Planck planck) {
    /** Full width at half maximum of the point spread in metres (modulation of about 0.3 at the Nyquist frequency). */
    public static final double FWHM_METRES = 115;

    /** Noise-equivalent temperature difference in kelvin. */
    public static final double NOISE_KELVIN = 0.05;

    /** Distance from the window, in metres, within which samples can affect pixels of the window. */
    static final double SAMPLE_REACH_METRES = 400;

    /** Sufficient for every point spread of the usual width. */
    private static final double USUAL_MARGIN_METRES = 950;

    /** Samples across track by which relief may displace a pixel relative to the corners of the window. */
    private static final int RELIEF_MARGIN = 4;

    private static final double NOISE_REFERENCE_KELVIN = 300;

    /** The sensor with a Gaussian point spread and the usual noise. */
    public static SimulatedSensor of(SimulatedSatellite satellite) {
        return new SimulatedSensor(SensorPointSpread.gaussian(FWHM_METRES), NOISE_KELVIN, satellite.planck());
    }

    /** Radiance at the top of the atmosphere over every cell, in W/(m2 sr um). */
    double[] radiance(GroundTruth truth, Atmosphere atmosphere) {
        double[] kelvin = truth.cells();
        double[] radiance = new double[kelvin.length];
        for (int i = 0; i < radiance.length; i++) {
            radiance[i] = atmosphere.topOfAtmosphere(planck.radiance(kelvin[i]));
        }
        return radiance;
    }

    /** Margin of ground in metres that a window needs on every side. */
    double groundMargin() {
        double needed =
                SAMPLE_REACH_METRES + Math.ceil(pointSpread.reachMetres() * Math.sqrt(2)) + 2 * Extent.CELL_METRES;
        return Math.max(USUAL_MARGIN_METRES, needed);
    }

    /**
     * Takes all samples of a grid that can affect pixels of a window; the others are NaN.
     *
     * @param radiance radiance of the cells of the extent in W/(m2 sr um)
     * @param east eastward offset in metres from the position in the product to the ground that it shows
     * @param north the same offset northward
     */
    SimulatedSamples sample(
            Extent extent,
            double[] radiance,
            NativeGrid grid,
            SceneGrid scene,
            PixelWindow window,
            double east,
            double north,
            RandomGenerator random) {
        double western = scene.east(window.column()) - SAMPLE_REACH_METRES;
        double eastern = scene.east(window.column() + window.columns() - 1) + SAMPLE_REACH_METRES;
        double northern = scene.north(window.row()) + SAMPLE_REACH_METRES;
        double southern = scene.north(window.row() + window.rows() - 1) - SAMPLE_REACH_METRES;
        double[] u = atCorners(grid::across, western, eastern, southern, northern);
        double[] v = atCorners(grid::along, western, eastern, southern, northern);
        int beyond = grid.relief().waves().isEmpty() ? 0 : RELIEF_MARGIN;
        int firstAcross = (int) Math.floor(least(u)) - 1 - beyond;
        int firstAlong = (int) Math.floor(least(v)) - 1;
        int acrossCount = (int) Math.ceil(-least(negated(u))) + 2 + beyond - firstAcross;
        int alongCount = (int) Math.ceil(-least(negated(v))) + 2 - firstAlong;

        double noise = noiseKelvin * planck.slope(NOISE_REFERENCE_KELVIN);
        PointSpreadConvolution convolution =
                PointSpreadConvolution.of(extent, radiance, pointSpread, Math.toRadians(grid.rotationDegrees()));
        double[] samples = new double[acrossCount * alongCount];
        for (int k = 0; k < samples.length; k++) {
            int i = firstAcross + k % acrossCount;
            int j = firstAlong + k / acrossCount;
            double e = grid.east(i, j);
            double n = grid.north(i, j);
            double drawn = noise * random.nextGaussian();
            boolean needed = e >= western && e <= eastern && n >= southern && n <= northern;
            samples[k] = needed ? convolution.mean(e + east, n + north) + drawn : Double.NaN;
        }
        return new SimulatedSamples(grid, firstAcross, firstAlong, acrossCount, samples);
    }

    private static double[] atCorners(
            DoubleBinaryOperator index, double western, double eastern, double southern, double northern) {
        return new double[] {
            index.applyAsDouble(western, northern),
            index.applyAsDouble(eastern, northern),
            index.applyAsDouble(western, southern),
            index.applyAsDouble(eastern, southern)
        };
    }

    private static double least(double[] values) {
        return Math.min(Math.min(values[0], values[1]), Math.min(values[2], values[3]));
    }

    private static double[] negated(double[] values) {
        return new double[] {-values[0], -values[1], -values[2], -values[3]};
    }
}
