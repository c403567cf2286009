package org.heatwatch.clip;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.SurfaceTemperatureBand;
import org.heatwatch.numbers.Finite;

/**
 * Consistency check of a level-2 product: surface temperature computed from its radiances, transmittance and
 * emissivity,
 * minus the delivered surface temperature, over clear pixels.
 *
 * <p>{@code B = ((TRAD - URAD) / ATRAN - (1 - EMIS) DRAD) / EMIS}, then the band's inverse Planck function (USGS
 * LSDS-1330,
 * Landsat Collection 2 surface temperature algorithm).
 *
 * @param biasKelvin mean difference
 * @param standardDeviationKelvin of the differences
 * @param pixels number of compared pixels, at least 1
 */
public record SurfaceTemperatureCheck(double biasKelvin, double standardDeviationKelvin, long pixels) {

    public SurfaceTemperatureCheck {
        Finite.require(biasKelvin, "the bias");
        Finite.require(standardDeviationKelvin, "the standard deviation");
    }

    /** Checks a part of a level-2 product; empty if no clear pixel has a surface temperature and all of its parts. */
    public static Optional<SurfaceTemperatureCheck> of(Product product, PixelRectangle part) {
        Map<SurfaceTemperatureBand, BandRaster> bands = new EnumMap<>(SurfaceTemperatureBand.class);
        try (BandRaster quality = product.qualityBand()) {
            for (SurfaceTemperatureBand band : new SurfaceTemperatureBand[] {
                SurfaceTemperatureBand.TEMPERATURE,
                SurfaceTemperatureBand.THERMAL_RADIANCE,
                SurfaceTemperatureBand.UPWELLED_RADIANCE,
                SurfaceTemperatureBand.DOWNWELLED_RADIANCE,
                SurfaceTemperatureBand.TRANSMITTANCE,
                SurfaceTemperatureBand.EMISSIVITY
            }) {
                bands.put(band, product.band(band));
            }
            long pixels = 0;
            double sum = 0;
            double sumOfSquares = 0;
            for (PixelRectangle strip : ProductSummary.strips(part)) {
                int[] qa = quality.read(strip);
                Map<SurfaceTemperatureBand, double[]> values = values(product, bands, strip);
                for (int p = 0; p < qa.length; p++) {
                    double difference = QaPixel.isUsable(qa[p]) ? difference(product, values, p) : Double.NaN;
                    if (Double.isFinite(difference)) {
                        pixels++;
                        sum += difference;
                        sumOfSquares += difference * difference;
                    }
                }
            }
            if (pixels == 0) {
                return Optional.empty();
            }
            double mean = sum / pixels;
            double variance = sumOfSquares / pixels - mean * mean;
            return Optional.of(new SurfaceTemperatureCheck(mean, Math.sqrt(Math.max(0, variance)), pixels));
        } finally {
            bands.values().forEach(BandRaster::close);
        }
    }

    private static Map<SurfaceTemperatureBand, double[]> values(
            Product product, Map<SurfaceTemperatureBand, BandRaster> bands, PixelRectangle strip) {
        Map<SurfaceTemperatureBand, double[]> values = new EnumMap<>(SurfaceTemperatureBand.class);
        bands.forEach((band, raster) -> {
            Scaling scaling = band.scaling(product.metadata());
            int[] counts = raster.read(strip);
            double[] physical = new double[counts.length];
            for (int p = 0; p < counts.length; p++) {
                physical[p] = scaling.value(counts[p]);
            }
            values.put(band, physical);
        });
        return values;
    }

    private static double difference(Product product, Map<SurfaceTemperatureBand, double[]> values, int pixel) {
        double emissivity = at(values, SurfaceTemperatureBand.EMISSIVITY, pixel);
        double leaving = (at(values, SurfaceTemperatureBand.THERMAL_RADIANCE, pixel)
                        - at(values, SurfaceTemperatureBand.UPWELLED_RADIANCE, pixel))
                / at(values, SurfaceTemperatureBand.TRANSMITTANCE, pixel);
        double reflected = (1 - emissivity) * at(values, SurfaceTemperatureBand.DOWNWELLED_RADIANCE, pixel);
        double computed = product.radiometry().brightnessTemperature((leaving - reflected) / emissivity);
        return computed - at(values, SurfaceTemperatureBand.TEMPERATURE, pixel);
    }

    private static double at(Map<SurfaceTemperatureBand, double[]> values, SurfaceTemperatureBand band, int pixel) {
        return Objects.requireNonNull(values.get(band))[pixel];
    }
}
