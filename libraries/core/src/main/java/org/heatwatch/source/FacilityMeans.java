package org.heatwatch.source;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.source.FootprintMeans;
import org.heatwatch.history.AssumedReference;
import org.heatwatch.history.CloudScreen;
import org.heatwatch.history.ConvertedScenes;
import org.heatwatch.history.Regime;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Geometry;

/**
 * Mean excess of each building of a site in a period, from the composite of the period: what many overpasses show
 * together of buildings that are too weak for the state of a single one.
 *
 * @param period of the composite
 * @param referenceScenes number of reference scenes
 * @param periodScenes number of scenes of the period
 * @param buildings those with a known outline, the largest z first
 */
public record FacilityMeans(Period period, int referenceScenes, int periodScenes, List<FacilityMean> buildings) {
    private static final Set<Role> ROLES = Set.of(Role.FACILITY, Role.CONTROL, Role.BUILDING);

    /** Outlines that have more of their joint area in common cannot be separated. */
    private static final double SAME_OUTLINE = 0.9;

    public FacilityMeans {
        buildings = List.copyOf(buildings);
    }

    /**
     * Fits the means of day scenes without snow.
     *
     * @param wanted period; empty: from the end of the reference period to the day of the report
     * @param asOf later scenes are ignored
     * @return empty if there are too few reference scenes, or none in the period
     * @throws IllegalArgumentException if no building has a known outline, or two have the same one
     */
    public static Optional<FacilityMeans> of(
            Site definition, Collection<SampledScene> scenes, Optional<Period> wanted, LocalDate asOf) {
        Site site = AssumedReference.of(definition, scenes);
        List<Feature> buildings = site.features().stream()
                .filter(feature -> ROLES.contains(feature.role()) && !Site.isPlaceholder(feature))
                .toList();
        requireSeparate(buildings);
        return wanted.or(() -> SourceScenes.usualPeriod(site, asOf))
                .flatMap(period -> SourceScenes.of(
                        site, ConvertedScenes.of(new CloudScreen(), site, scenes, Regime.DAY, asOf), period))
                .map(selected -> of(buildings, selected));
    }

    private static FacilityMeans of(List<Feature> buildings, SourceScenes selected) {
        Composite composite = Composite.of(selected.scenes(), selected.area());
        List<FootprintMeans.Mean> means = FootprintMeans.of(
                composite, buildings.stream().map(FacilityMeans::outline).toList());
        return new FacilityMeans(
                selected.searched(),
                composite.referenceScenes(),
                composite.periodScenes(),
                IntStream.range(0, buildings.size())
                        .mapToObj(i -> mean(buildings.get(i), means.get(i)))
                        .sorted(Comparator.comparingDouble(FacilityMean::z).reversed())
                        .toList());
    }

    private static FacilityMean mean(Feature feature, FootprintMeans.Mean mean) {
        return new FacilityMean(
                feature.id(), feature.label(), feature.role(), mean.kelvin(), mean.standardError(), mean.z());
    }

    private static Geometry outline(Feature feature) {
        return feature.footprint().utm();
    }

    private static void requireSeparate(List<Feature> buildings) {
        if (buildings.isEmpty()) {
            throw new IllegalArgumentException("it has no building with a known outline: all are placeholders");
        }
        for (int i = 0; i < buildings.size(); i++) {
            for (int j = 0; j < i; j++) {
                Geometry one = outline(buildings.get(i));
                Geometry other = outline(buildings.get(j));
                if (one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                        && one.intersection(other).getArea()
                                > SAME_OUTLINE * one.union(other).getArea()) {
                    throw new IllegalArgumentException(
                            "%s and %s have the same outline, so that their heat cannot be separated; remove one"
                                    .formatted(
                                            buildings.get(i).id(),
                                            buildings.get(j).id()));
                }
            }
        }
    }
}
