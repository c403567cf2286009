package org.heatwatch.cli.report;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.activity.ActivityIndex;
import org.heatwatch.activity.FacilitySeries;
import org.heatwatch.activity.IndexLength;
import org.heatwatch.activity.IndexPeriod;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.source.ActivityQuarter;

/**
 * The activity index of a site: of its facilities where they may have run in the reference period; elsewhere of the
 * heat sources, which are all that is in use.
 */
public final class SiteIndex {
    private SiteIndex() {}

    /** The excess of the facilities over the reference period. */
    public static List<IndexPeriod> ofFacilities(PublishedSite published, IndexLength length) {
        return ActivityIndex.of(
                published.watched().stream()
                        .filter(feature -> feature.role() == Role.FACILITY)
                        .map(feature -> series(published, feature))
                        .toList(),
                length);
    }

    private static FacilitySeries series(PublishedSite published, Feature feature) {
        return new FacilitySeries(
                feature.footprint().areaSquareMetres(),
                published.observations(feature).stream()
                        .filter(seen -> seen.counted() && seen.isObserved())
                        .map(SiteIndex::excess)
                        .toList());
    }

    private static FacilitySeries.DatedExcess excess(PublishedObservation seen) {
        return new FacilitySeries.DatedExcess(
                seen.acquisition().date(),
                Objects.requireNonNull(seen.effectiveKelvin()),
                Objects.requireNonNull(seen.effectiveStandardError()));
    }

    /** The total excess of the heat sources; that of a year is the mean of its quarters. */
    public static List<IndexPeriod> ofSources(List<ActivityQuarter> quarters, IndexLength length) {
        return quarters.stream()
                .filter(quarter -> quarter.kelvinSquareMetres() != null)
                .collect(Collectors.groupingBy(
                        quarter -> length.startOf(quarter.from()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(its -> mean(its, length))
                .toList();
    }

    private static IndexPeriod mean(List<ActivityQuarter> quarters, IndexLength length) {
        double mean = quarters.stream()
                .mapToDouble(quarter -> Objects.requireNonNullElse(quarter.kelvinSquareMetres(), 0.0))
                .average()
                .orElse(0);
        double variance = quarters.stream()
                .mapToDouble(quarter ->
                        Math.pow(Objects.requireNonNullElse(quarter.kelvinSquareMetresStandardError(), 0.0), 2))
                .sum();
        return new IndexPeriod(
                length.startOf(quarters.getFirst().from()),
                quarters.getLast().to(),
                quarters.stream().mapToInt(ActivityQuarter::overpasses).sum(),
                mean,
                Math.sqrt(variance) / quarters.size());
    }
}
