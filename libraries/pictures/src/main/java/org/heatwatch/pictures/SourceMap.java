package org.heatwatch.pictures;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.CompositeMap;
import org.heatwatch.source.HeatSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The data of a picture of a composite.
 *
 * @param sources found in it, the strongest first
 * @param warning warning that must be shown, such as "Simulated data"
 */
public record SourceMap(Site site, CompositeMap composite, List<HeatSource> sources, Optional<String> warning) {
    /** An excess of fewer standard errors is shown pale. */
    static final double SIGNIFICANT = 2;

    private static final double MARGIN_METRES = 250;

    public SourceMap {
        sources = List.copyOf(sources);
    }

    /** The same with the names of a language. */
    SourceMap named(String language) {
        return new SourceMap(site.named(language), composite, sources, warning);
    }

    double kelvin(int cell) {
        return composite.excess().values()[cell];
    }

    boolean isKnown(int cell) {
        return Double.isFinite(composite.standardError().values()[cell]) && Double.isFinite(kelvin(cell));
    }

    boolean isSignificant(int cell) {
        return isKnown(cell)
                && Math.abs(kelvin(cell))
                        >= SIGNIFICANT * composite.standardError().values()[cell];
    }

    /** Median standard error of the known cells, in effective kelvin; empty if none is known. */
    public Optional<Double> medianError() {
        double[] errors = IntStream.range(0, composite.excess().values().length)
                .filter(this::isKnown)
                .mapToDouble(cell -> composite.standardError().values()[cell])
                .sorted()
                .toArray();
        return errors.length == 0 ? Optional.empty() : Optional.of(errors[errors.length / 2]);
    }

    /** Share of the cells that are known, 0 to 1. */
    public double knownShare() {
        int cells = composite.excess().values().length;
        return (double) IntStream.range(0, cells).filter(this::isKnown).count() / cells;
    }

    Coordinate utm(HeatSource source) {
        return site.utm().toUtm(source.longitude(), source.latitude());
    }

    /** The sources and the features that may be sources, with a margin; at most the area of the composite. */
    Envelope area() {
        CompositeRaster grid = composite.excess();
        Envelope all =
                new Envelope(grid.west(), grid.east(grid.columns() - 1), grid.south(), grid.north(grid.rows() - 1));
        all.expandBy(CompositeRaster.SPACING_METRES / 2);
        Envelope shown = new Envelope();
        site.features().stream()
                .filter(feature -> feature.role() != Role.REFERENCE)
                .forEach(feature ->
                        shown.expandToInclude(feature.footprint().utm().getEnvelopeInternal()));
        sources.forEach(source -> shown.expandToInclude(utm(source)));
        shown.expandBy(MARGIN_METRES);
        Envelope both = all.intersection(shown);
        return both.isNull() || both.getArea() == 0 ? all : both;
    }
}
