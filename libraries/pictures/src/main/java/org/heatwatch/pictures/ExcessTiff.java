package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes the excess of a pass as GeoTIFF: band 1 holds the excess over the background model, band 2 the standard error
 * of a single sample; NaN where there is no sample.
 *
 * <p>Pixels are those of Landsat products, 30 m wide. Each has the value of the sample in whose cell its centre lies,
 * without interpolation: about ten pixels have one sample in common.
 */
public final class ExcessTiff {
    private static final double PIXEL_METRES = 30;

    /** Centres of Landsat pixels are at multiples of 30 m, and their edges half a pixel beside. */
    private static final double EDGE_METRES = 15;

    private ExcessTiff() {}

    /**
     * Encodes the excess of a pass in the UTM zone of its site.
     *
     * @param map of the pass, with at least one sample
     * @param asOf day at whose end this was known
     */
    public static byte[] encode(Site site, PassMap map, PassReport pass, LocalDate asOf) {
        GeoTiffHeader frame = frame(site, map);
        int columns = frame.columns();
        int rows = frame.rows();
        double west = frame.west();
        double north = frame.north();
        float[] excess = new float[columns * rows];
        float[] standardError = new float[columns * rows];
        SamplingGrid grid = map.grid().samplingGrid();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int pixel = row * columns + column;
                excess[pixel] = sample(
                        map, grid.indexOf(west + (column + 0.5) * PIXEL_METRES, north - (row + 0.5) * PIXEL_METRES));
                standardError[pixel] = Float.isNaN(excess[pixel]) ? Float.NaN : (float) map.scatter();
            }
        }
        return GeoTiff.encode(new FloatRaster(
                columns,
                rows,
                west,
                north,
                PIXEL_METRES,
                site.utm().epsg(),
                List.of(
                        new FloatRaster.Band("excess over the background model, effective kelvin", "K", excess),
                        new FloatRaster.Band(
                                "standard error of the excess of one sample, effective kelvin", "K", standardError)),
                RasterTags.description(site, "Excess of %s over the background model.".formatted(pass.acquisition())),
                tags(site, pass, asOf)));
    }

    /** Where the pixels of the excess of a pass lie. */
    public static GeoTiffHeader frame(Site site, PassMap map) {
        Envelope area = area(map);
        double west = edgeBelow(area.getMinX());
        double south = edgeBelow(area.getMinY());
        int columns = (int) Math.ceil((area.getMaxX() - west) / PIXEL_METRES);
        int rows = (int) Math.ceil((area.getMaxY() - south) / PIXEL_METRES);
        return GeoTiffHeader.unscaled(
                columns,
                rows,
                west,
                south + rows * PIXEL_METRES,
                PIXEL_METRES,
                site.utm().epsg());
    }

    private static Envelope area(PassMap map) {
        Envelope area = new Envelope();
        MapCell.of(map).forEach(cell -> area.expandToInclude(cell.outline().getEnvelopeInternal()));
        if (area.isNull()) {
            throw new IllegalArgumentException("no sample of " + map.acquisition());
        }
        return area;
    }

    private static double edgeBelow(double metres) {
        return Math.floor((metres - EDGE_METRES) / PIXEL_METRES) * PIXEL_METRES + EDGE_METRES;
    }

    private static float sample(PassMap map, double[] index) {
        int column = (int) Math.rint(index[0]) - map.firstAcross();
        int row = (int) Math.rint(index[1]) - map.firstAlong();
        if (column < 0
                || column >= map.columns()
                || row < 0
                || row >= map.kelvin().size() / map.columns()) {
            return Float.NaN;
        }
        Double kelvin = map.kelvin().get(row * map.columns() + column);
        return kelvin == null ? Float.NaN : kelvin.floatValue();
    }

    private static Map<String, String> tags(Site site, PassReport pass, LocalDate asOf) {
        Map<String, String> tags = RasterTags.of(site);
        tags.put("ACQUISITION", pass.acquisition().id());
        tags.put("LANDSAT_PRODUCT_ID", pass.product().id());
        tags.put("ACQUIRED_AT", pass.acquiredAt().toString());
        tags.put("PASS", pass.pass().name().toLowerCase(Locale.ROOT));
        tags.put("AS_OF", asOf.toString());
        tags.put("PROVISIONAL", Boolean.toString(pass.provisional()));
        tags.put("SAMPLES", "each pixel has the value of the native sample around it, about 100 m wide");
        if (!pass.suspicions().isEmpty()) {
            tags.put("SUSPICIONS", String.join("; ", pass.suspicions()));
        }
        return tags;
    }
}
