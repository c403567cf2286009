package org.heatwatch.clip;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.SurfaceTemperatureBand;
import org.heatwatch.numbers.Finite;

/**
 * Summary statistics of a product's pixels.
 *
 * @param clearFraction share of the covered pixels that are clear
 * @param brightnessTemperature at the top of the atmosphere, of the clear pixels; empty if none is clear
 * @param surfaceTemperature of the clear pixels of a level-2 product; empty for others, and if it is fill in all of
 *     them
 */
public record ProductSummary(
        double clearFraction, Optional<Percentiles> brightnessTemperature, Optional<Percentiles> surfaceTemperature) {
    private static final int STRIP_ROWS = 256;

    /** Percentiles in kelvin. */
    public record Percentiles(double p1, double p50, double p99) {
        public Percentiles {
            Finite.require(p1, "the percentile 1");
            Finite.require(p50, "the median");
            Finite.require(p99, "the percentile 99");
        }
    }

    /** Summarizes a part of a product, strip by strip to bound memory. */
    public static ProductSummary of(Product product, PixelRectangle part) {
        CountHistogram radiance = new CountHistogram();
        CountHistogram temperature = new CountHistogram();
        Scaling radianceScaling = product.radianceScaling();
        Scaling temperatureScaling = SurfaceTemperatureBand.TEMPERATURE.scaling(product.metadata());
        long covered = 0;
        long clear = 0;
        try (BandRaster thermal = product.thermalBand();
                BandRaster quality = product.qualityBand()) {
            for (PixelRectangle strip : strips(part)) {
                int[] counts = thermal.read(strip);
                int[] qa = quality.read(strip);
                int[] surface = new int[0];
                if (product.isLevel2()) {
                    try (BandRaster band = product.band(SurfaceTemperatureBand.TEMPERATURE)) {
                        surface = band.read(strip);
                    }
                }
                for (int p = 0; p < counts.length; p++) {
                    boolean isCovered = counts[p] != radianceScaling.fill() && !QaPixel.isFill(qa[p]);
                    boolean isClear = isCovered && QaPixel.isUsable(qa[p]);
                    covered += isCovered ? 1 : 0;
                    clear += isClear ? 1 : 0;
                    if (isClear) {
                        if (radianceScaling.value(counts[p]) > 0) {
                            radiance.add(counts[p]);
                        }
                        if (surface.length > 0 && surface[p] != temperatureScaling.fill()) {
                            temperature.add(surface[p]);
                        }
                    }
                }
            }
        }
        DoubleUnaryOperator brightness = product.radiometry()::brightnessTemperature;
        return new ProductSummary(
                covered == 0 ? 0 : (double) clear / covered,
                percentiles(radiance, n -> brightness.applyAsDouble(radianceScaling.value(n))),
                percentiles(temperature, temperatureScaling::value));
    }

    static List<PixelRectangle> strips(PixelRectangle part) {
        return IntStream.range(0, (part.rows() + STRIP_ROWS - 1) / STRIP_ROWS)
                .mapToObj(i -> new PixelRectangle(
                        part.column(),
                        part.row() + i * STRIP_ROWS,
                        part.columns(),
                        Math.min(STRIP_ROWS, part.rows() - i * STRIP_ROWS)))
                .toList();
    }

    private static Optional<Percentiles> percentiles(CountHistogram histogram, IntToDoubleFunction kelvin) {
        return histogram.isEmpty()
                ? Optional.empty()
                : Optional.of(new Percentiles(
                        kelvin.applyAsDouble(histogram.percentile(1)),
                        kelvin.applyAsDouble(histogram.percentile(50)),
                        kelvin.applyAsDouble(histogram.percentile(99))));
    }
}
