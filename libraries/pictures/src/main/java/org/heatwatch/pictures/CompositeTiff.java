package org.heatwatch.pictures;

import java.util.List;
import java.util.Map;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.site.Site;
import org.heatwatch.source.CompositeMap;

/** Writes composites as GeoTIFF: band 1 holds the excess, band 2 its standard error; NaN where it is unknown. */
public final class CompositeTiff {
    private CompositeTiff() {}

    /** Encodes a composite in the UTM zone of its site. */
    public static byte[] encode(CompositeMap map, Site site) {
        CompositeRaster grid = map.excess();
        double[] errors = map.standardError().values();
        float[] excess = new float[errors.length];
        float[] standardError = new float[errors.length];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int from = row * grid.columns() + column;
                // The rows of a composite begin in the south, those of a GeoTIFF in the north.
                int to = (grid.rows() - 1 - row) * grid.columns() + column;
                boolean isKnown = Double.isFinite(errors[from]);
                excess[to] = isKnown ? (float) grid.values()[from] : Float.NaN;
                standardError[to] = isKnown ? (float) errors[from] : Float.NaN;
            }
        }
        GeoTiffHeader frame = frame(map, site);
        Map<String, String> tags = RasterTags.of(site);
        tags.put("PERIOD", map.period().toString());
        tags.put("PERIOD_SCENES", Integer.toString(map.periodScenes()));
        tags.put("REFERENCE_SCENES", Integer.toString(map.referenceScenes()));
        return GeoTiff.encode(new FloatRaster(
                frame.columns(),
                frame.rows(),
                frame.west(),
                frame.north(),
                frame.pixelWidth(),
                frame.epsg(),
                List.of(
                        new FloatRaster.Band("excess, effective kelvin", "K", excess),
                        new FloatRaster.Band("standard error of the excess, effective kelvin", "K", standardError)),
                RasterTags.description(site, "Composite of %s: mean excess.".formatted(map.period())),
                tags));
    }

    /** Where the pixels of a composite lie. */
    public static GeoTiffHeader frame(CompositeMap map, Site site) {
        CompositeRaster grid = map.excess();
        double half = CompositeRaster.SPACING_METRES / 2;
        return GeoTiffHeader.unscaled(
                grid.columns(),
                grid.rows(),
                grid.west() - half,
                grid.north(grid.rows() - 1) + half,
                CompositeRaster.SPACING_METRES,
                site.utm().epsg());
    }
}
