package org.heatwatch.simulator;

import java.util.random.RandomGenerator;

/**
 * How TIRS sees the ground: the mean of the radiance round a sample's position under a point spread, and noise.
 *
 * @param pointSpread its axes lie across and along track
 * @param noiseKelvin noise-equivalent temperature difference of one sample, at 300 K
 * @param planck Planck's law in the band
 */
public record Sensor(PointSpread pointSpread, double noiseKelvin, Planck planck) {
    /** Full width at half maximum of the samples, in metres (modulation of about 0.3 at the Nyquist frequency). */
    public static final double FWHM_METRES = 115;

    /** Noise-equivalent temperature difference in kelvin. */
    public static final double NOISE_KELVIN = 0.05;

    /** How far outside a window a sample can lie that a pixel of the window depends on, in metres. */
    static final double SAMPLE_REACH_METRES = 400;

    /** Ground enough for every point spread of the usual width. */
    private static final double USUAL_MARGIN_METRES = 950;

    private static final double NOISE_REFERENCE_KELVIN = 300;

    /** A Gaussian point spread and the usual noise. */
    public static Sensor of(Satellite satellite) {
        return new Sensor(PointSpread.gaussian(FWHM_METRES), NOISE_KELVIN, satellite.planck());
    }

    /** Radiance at the top of the atmosphere of every cell, in W/(m2 sr um). */
    double[] radiance(GroundTruth truth, Atmosphere atmosphere) {
        double[] kelvin = truth.cells();
        double[] radiance = new double[kelvin.length];
        for (int i = 0; i < radiance.length; i++) {
            radiance[i] = atmosphere.topOfAtmosphere(planck.radiance(kelvin[i]));
        }
        return radiance;
    }

    /** The margin of ground that a window needs on every side, in metres. */
    double groundMargin() {
        double needed =
                SAMPLE_REACH_METRES + Math.ceil(pointSpread.reachMetres() * Math.sqrt(2)) + 2 * Extent.CELL_METRES;
        return Math.max(USUAL_MARGIN_METRES, needed);
    }

    /**
     * All samples of a grid that pixels of a window can depend on.
     *
     * @param radiance of the cells of the extent, in W/(m2 sr um)
     * @param east how far the ground that is seen lies east of where the product says, in metres
     * @param north the same, northwards
     */
    NativeSamples sample(
            Extent extent,
            double[] radiance,
            NativeGrid grid,
            SceneGrid scene,
            PixelWindow window,
            double east,
            double north,
            RandomGenerator random) {
        double west = scene.east(window.column()) - SAMPLE_REACH_METRES;
        double right = scene.east(window.column() + window.columns() - 1) + SAMPLE_REACH_METRES;
        double top = scene.north(window.row()) + SAMPLE_REACH_METRES;
        double bottom = scene.north(window.row() + window.rows() - 1) - SAMPLE_REACH_METRES;
        double[] u = new double[4];
        double[] v = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double e = corner % 2 == 0 ? west : right;
            double n = corner < 2 ? top : bottom;
            u[corner] = grid.across(e, n);
            v[corner] = grid.along(e, n);
        }
        int firstAcross = (int) Math.floor(least(u)) - 1;
        int firstAlong = (int) Math.floor(least(v)) - 1;
        int acrossCount = (int) Math.ceil(-least(negated(u))) + 2 - firstAcross;
        int alongCount = (int) Math.ceil(-least(negated(v))) + 2 - firstAlong;

        double noise = noiseKelvin * planck.slope(NOISE_REFERENCE_KELVIN);
        PointSampler sampler = new PointSampler(extent, radiance, pointSpread, Math.toRadians(grid.rotationDegrees()));
        double[] samples = new double[acrossCount * alongCount];
        for (int k = 0; k < samples.length; k++) {
            int i = firstAcross + k % acrossCount;
            int j = firstAlong + k / acrossCount;
            double e = grid.east(i, j);
            double n = grid.north(i, j);
            double drawn = noise * random.nextGaussian();
            boolean needed = e >= west && e <= right && n >= bottom && n <= top;
            samples[k] = needed ? sampler.mean(e + east, n + north) + drawn : Double.NaN;
        }
        return new NativeSamples(grid, firstAcross, firstAlong, acrossCount, samples);
    }

    private static double least(double[] values) {
        return Math.min(Math.min(values[0], values[1]), Math.min(values[2], values[3]));
    }

    private static double[] negated(double[] values) {
        return new double[] {-values[0], -values[1], -values[2], -values[3]};
    }
}
