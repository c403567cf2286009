package org.heatwatch.raster;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.errors.BadNotification;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.DataType;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.MemoryRaster;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.intake.ClipFormat;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductInfo;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;

/**
 * Stores clips as tiled GeoTIFF that any GIS can open: band 1 holds radiance counts with their scale, band 2 holds
 * QA_PIXEL, and tags hold everything else.
 */
public final class ClipTiff implements ClipFormat {
    private static final String ADVICE = "clip the product again";
    private static final int COUNTS = 1;
    private static final int QUALITY = 2;

    private static final String PRODUCT = "LANDSAT_PRODUCT_ID";
    private static final String ACQUIRED = "ACQUIRED_AT";
    private static final String EPSG = "PRODUCT_EPSG";
    private static final String SUN = "SUN_ELEVATION";
    private static final String MIRROR = "TIRS_SSM_MODEL";
    private static final String LOW_QUALITY = "LOW_IMAGE_QUALITY";
    private static final String GAIN = "RADIANCE_MULT_BAND_10";
    private static final String BIAS = "RADIANCE_ADD_BAND_10";
    private static final String K1 = "K1_CONSTANT_BAND_10";
    private static final String K2 = "K2_CONSTANT_BAND_10";
    private static final String TAU = "TRANSMITTANCE";
    private static final String TAU_SOURCE = "TRANSMITTANCE_SOURCE";
    private static final String COUNT_GAIN = "COUNT_SCALE";
    private static final String COUNT_BIAS = "COUNT_OFFSET";

    @Override
    public byte[] encode(Clip clip, boolean simulated) {
        RasterGrid grid = clip.grid();
        int[] counts = new int[grid.pixels()];
        int[] quality = new int[grid.pixels()];
        for (int pixel = 0; pixel < counts.length; pixel++) {
            counts[pixel] = clip.count(pixel);
            quality[pixel] = clip.quality(pixel);
        }
        try (MemoryRaster raster = MemoryRaster.create(grid.columns(), grid.rows(), 2, DataType.UINT16)) {
            raster.geoTransform(
                            new GeoTransform(grid.west(), grid.pixelWidth(), 0, grid.north(), 0, -grid.pixelHeight()))
                    .epsg(grid.epsg())
                    .noData(Clip.FILL)
                    .scale(COUNTS, clip.scaling().multiplier(), clip.scaling().offset())
                    .description(COUNTS, "radiance count")
                    .description(QUALITY, "QA_PIXEL")
                    .write(COUNTS, raster.all(), counts)
                    .write(QUALITY, raster.all(), quality);
            tags(clip).forEach(raster::metadata);
            if (simulated) {
                SimulatedTags.write(raster);
            }
            return raster.toGeoTiff();
        }
    }

    private static Map<String, String> tags(Clip clip) {
        ProductInfo product = clip.product();
        ThermalRadiometry radiometry = clip.radiometry();
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(PRODUCT, product.id().id());
        tags.put(ACQUIRED, product.acquiredAt().toString());
        tags.put(EPSG, Integer.toString(product.epsg()));
        tags.put(SUN, Double.toString(product.sunElevationDegrees()));
        product.sceneSelectMirrorModel().ifPresent(model -> tags.put(MIRROR, model));
        if (product.hasLowQuality()) {
            tags.put(LOW_QUALITY, "YES");
        }
        tags.put(GAIN, Double.toString(radiometry.multiplier()));
        tags.put(BIAS, Double.toString(radiometry.offset()));
        tags.put(K1, Double.toString(radiometry.k1()));
        tags.put(K2, Double.toString(radiometry.k2()));
        tags.put(COUNT_GAIN, Double.toString(clip.scaling().multiplier()));
        tags.put(COUNT_BIAS, Double.toString(clip.scaling().offset()));
        tags.put(TAU, Double.toString(clip.transmittance().tau()));
        tags.put(TAU_SOURCE, clip.transmittance().source().name());
        return tags;
    }

    @Override
    public Clip decode(String name, byte[] bytes) {
        try (RasterDataset dataset = RasterDataset.open(ByteSource.of(name, bytes))) {
            if (dataset.bandCount() != 2) {
                throw new ProductUnreadable(
                        name, "has %d bands, but a clip has 2".formatted(dataset.bandCount()), ADVICE);
            }
            RasterGrid grid = GdalBandRaster.gridOf(dataset);
            Tags tags = new Tags(name, dataset.metadata());
            ProductInfo product = new ProductInfo(
                    ProductId.parse(tags.text(PRODUCT)),
                    Instant.parse(tags.text(ACQUIRED)),
                    tags.number(SUN),
                    tags.find(MIRROR),
                    Integer.parseInt(tags.text(EPSG)),
                    tags.find(LOW_QUALITY).isPresent());
            return new Clip(
                    product,
                    new ThermalRadiometry(tags.number(GAIN), tags.number(BIAS), tags.number(K1), tags.number(K2)),
                    new Scaling(tags.number(COUNT_GAIN), tags.number(COUNT_BIAS), Clip.FILL),
                    new Transmittance(tags.number(TAU), Transmittance.Source.valueOf(tags.text(TAU_SOURCE))),
                    grid,
                    dataset.readInts(COUNTS, dataset.all()),
                    dataset.readInts(QUALITY, dataset.all()));
        } catch (GdalException | IllegalArgumentException | DateTimeException | BadNotification e) {
            throw new ProductUnreadable(name, "cannot be read as a clip", ADVICE, e);
        }
    }

    private record Tags(String file, Map<String, String> items) {
        Optional<String> find(String key) {
            return Optional.ofNullable(items.get(key));
        }

        String text(String key) {
            return find(key).orElseThrow(() -> new ProductUnreadable(file, "has no tag " + key, ADVICE));
        }

        double number(String key) {
            return Double.parseDouble(text(key));
        }
    }
}
