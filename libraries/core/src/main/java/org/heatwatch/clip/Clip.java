package org.heatwatch.clip;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.heatwatch.landsat.ProductInfo;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.sampling.ThermalImage;
import org.jspecify.annotations.Nullable;

/**
 * Band 10 counts and QA_PIXEL of one product around a site, as delivered. All later results are computed from clips.
 *
 * <p>Pixels outside the product are fill.
 */
public final class Clip {
    /** The count for "no value", whatever the fill value of the product: no band has a radiance of 0. */
    public static final int FILL = 0;

    private final ProductInfo product;
    private final ThermalRadiometry radiometry;
    private final Scaling scaling;
    private final Transmittance transmittance;
    private final RasterGrid grid;
    private final int[] counts;
    private final int[] quality;
    private final double lowestRadiance;
    private final double highestRadiance;

    /**
     * @param scaling from counts to radiance at the top of the atmosphere in W/(m2 sr um), with the product's own fill
     * @param counts of the grid, row by row; fill and negative counts become {@link #FILL}
     * @param quality QA_PIXEL of the grid, row by row
     */
    public Clip(
            ProductInfo product,
            ThermalRadiometry radiometry,
            Scaling scaling,
            Transmittance transmittance,
            RasterGrid grid,
            int[] counts,
            int[] quality) {
        if (counts.length != grid.pixels() || quality.length != grid.pixels()) {
            throw new IllegalArgumentException("%d counts and %d quality values for %d pixels"
                    .formatted(counts.length, quality.length, grid.pixels()));
        }
        this.product = product;
        this.radiometry = radiometry;
        this.scaling = new Scaling(scaling.multiplier(), scaling.offset(), FILL);
        this.transmittance = transmittance;
        this.grid = grid;
        this.counts = counts.clone();
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] == scaling.fill() || counts[p] < FILL) {
                this.counts[p] = FILL;
            }
        }
        this.quality = quality.clone();
        this.lowestRadiance = PlausiblePixels.lowestRadiance(radiometry);
        this.highestRadiance = PlausiblePixels.highestRadiance(radiometry);
    }

    public ProductInfo product() {
        return product;
    }

    public ThermalRadiometry radiometry() {
        return radiometry;
    }

    /** From counts to radiance in W/(m2 sr um); its fill is {@link #FILL}. */
    public Scaling scaling() {
        return scaling;
    }

    public Transmittance transmittance() {
        return transmittance;
    }

    public RasterGrid grid() {
        return grid;
    }

    public int count(int pixel) {
        return counts[pixel];
    }

    public int quality(int pixel) {
        return quality[pixel];
    }

    /** Whether the product has a value there, clear or not. */
    public boolean isCovered(int pixel) {
        return counts[pixel] != scaling.fill() && !QaPixel.isFill(quality[pixel]);
    }

    /** Whether the product has a value in every pixel. */
    public boolean isWhollyCovered() {
        return IntStream.range(0, counts.length).allMatch(this::isCovered);
    }

    /** Whether the pixel is covered, clear and plausible, so that the ground is visible. */
    public boolean isClear(int pixel) {
        return isCovered(pixel) && QaPixel.isUsable(quality[pixel]) && isPlausible(pixel);
    }

    /** Whether the brightness temperature is one that occurs on earth, 180 to 400 K; false for fill. */
    public boolean isPlausible(int pixel) {
        double radiance = radiance(pixel);
        return radiance >= lowestRadiance && radiance <= highestRadiance;
    }

    /** Radiance at the top of the atmosphere in W/(m2 sr um), NaN for fill. */
    public double radiance(int pixel) {
        return scaling.value(counts[pixel]);
    }

    /** Brightness temperature at the top of the atmosphere in kelvin, NaN for fill. */
    public double brightnessTemperature(int pixel) {
        return radiometry.brightnessTemperature(radiance(pixel));
    }

    /** Share of the covered pixels that are clear; 0 if none is covered. */
    public double clearFraction() {
        int covered = 0;
        int clear = 0;
        for (int p = 0; p < counts.length; p++) {
            covered += isCovered(p) ? 1 : 0;
            clear += isClear(p) ? 1 : 0;
        }
        return covered == 0 ? 0 : (double) clear / covered;
    }

    /** Share of the clear pixels that are snow; 0 if none is clear. */
    public double snowFraction() {
        int clear = 0;
        int snow = 0;
        for (int p = 0; p < counts.length; p++) {
            clear += isClear(p) ? 1 : 0;
            snow += isClear(p) && QaPixel.isSnow(quality[p]) ? 1 : 0;
        }
        return clear == 0 ? 0 : (double) snow / clear;
    }

    /** Median radiance of the clear pixels in W/(m2 sr um), NaN if there are none. */
    public double medianRadiance() {
        double[] clear = new double[counts.length];
        int n = 0;
        for (int p = 0; p < counts.length; p++) {
            if (isClear(p)) {
                clear[n++] = radiance(p);
            }
        }
        Arrays.sort(clear, 0, n);
        return n == 0 ? Double.NaN : (clear[(n - 1) / 2] + clear[n / 2]) / 2;
    }

    /**
     * Change of brightness temperature in kelvin per count, at the median of the clear pixels; NaN if none is clear.
     */
    public double kelvinPerCount() {
        double median = radiometry.brightnessTemperature(medianRadiance());
        return scaling.multiplier() / radiometry.radiancePerKelvinAt(median);
    }

    /** The counts as an image whose valid pixels are the clear ones. */
    public ThermalImage image() {
        double[] values = new double[counts.length];
        boolean[] valid = new boolean[counts.length];
        for (int p = 0; p < counts.length; p++) {
            values[p] = counts[p];
            valid[p] = isClear(p);
        }
        return new ThermalImage(
                grid.rows(), grid.columns(), values, valid, grid.west(), grid.north(), grid.pixelMetres());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Clip clip
                && product.equals(clip.product)
                && radiometry.equals(clip.radiometry)
                && scaling.equals(clip.scaling)
                && transmittance.equals(clip.transmittance)
                && grid.equals(clip.grid)
                && Arrays.equals(counts, clip.counts)
                && Arrays.equals(quality, clip.quality);
    }

    @Override
    public int hashCode() {
        return product.hashCode() * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "clip of " + product.id();
    }
}
