package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.Period;
import org.heatwatch.source.SourcePipeline;
import org.heatwatch.source.SourceReport;
import org.locationtech.jts.geom.Coordinate;

/** The search under test: the heat sources of a period, by the whole processing chain. */
enum SourceFinder implements PlaceFinder {
    INSTANCE;

    @Override
    public List<FoundPlace> find(List<SampledScene> scenes, Site site, LocalDate from, LocalDate to) {
        Optional<SourceReport> report =
                new SourcePipeline().run(site, scenes, Optional.of(new Period(from, to)), to, List.of());
        return report.map(found -> found.sources().sources()).orElse(List.of()).stream()
                .map(source -> place(source, site))
                .toList();
    }

    private static FoundPlace place(HeatSource source, Site site) {
        Coordinate at = site.utm().toUtm(source.longitude(), source.latitude());
        return new FoundPlace(
                at.x, at.y, source.z(), source.kelvinSquareMetres(), source.kelvinSquareMetresStandardError());
    }
}
