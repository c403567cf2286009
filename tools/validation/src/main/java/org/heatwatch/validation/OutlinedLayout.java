package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.FacilityMean;
import org.heatwatch.source.FacilityMeans;
import org.heatwatch.source.Period;
import org.locationtech.jts.geom.Polygon;

/**
 * Mean excess of all buildings of a simulated site if the site definition contains their outlines.
 *
 * @param building idle or active
 * @param z mean excess in the recent period, divided by its standard error
 */
record OutlinedLayout(LayoutBuilding building, double z) {
    private static final double ACCURACY_METRES = 1;
    private static final double QUANTILE = 0.99;

    /** Every building of an archive as a facility. */
    static List<OutlinedLayout> of(LayoutArchive archive) {
        FacilityMeans means = FacilityMeans.of(
                        withOutlines(archive),
                        archive.sampledScenes(),
                        Optional.of(new Period(LayoutPlan.RECENT_FROM, LayoutPlan.RECENT_TO)),
                        LayoutPlan.RECENT_TO)
                .orElseThrow();
        Map<String, Double> z = means.buildings().stream().collect(Collectors.toMap(FacilityMean::id, FacilityMean::z));
        return archive.buildings().stream()
                .map(building -> new OutlinedLayout(building, Objects.requireNonNull(z.get(building.id()))))
                .toList();
    }

    /** The value of z that one idle building in a hundred exceeds. */
    static double threshold(List<OutlinedLayout> buildings) {
        double[] idle = buildings.stream()
                .filter(outlined -> outlined.building().group() == LayoutBuilding.Group.IDLE)
                .mapToDouble(OutlinedLayout::z)
                .sorted()
                .toArray();
        return idle[(int) (QUANTILE * idle.length)];
    }

    /** Buildings of a group whose mean excess exceeds a threshold, and all of the group, such as "93 of 100". */
    static String found(List<OutlinedLayout> buildings, LayoutBuilding.Group group, double threshold) {
        List<OutlinedLayout> all = buildings.stream()
                .filter(outlined -> outlined.building().group() == group)
                .toList();
        return "%d of %d"
                .formatted(
                        all.stream()
                                .filter(outlined -> outlined.z() > threshold)
                                .count(),
                        all.size());
    }

    private static Site withOutlines(LayoutArchive archive) {
        Site site = archive.site();
        List<Feature> features = new ArrayList<>(site.features(Role.SITE));
        for (LayoutBuilding building : archive.buildings()) {
            Polygon outline = building.building().outline();
            features.add(new Feature(
                    building.id(),
                    building.id(),
                    Role.FACILITY,
                    new Footprint(site.utm().toLonLat(outline), outline),
                    Optional.empty(),
                    List.of(),
                    "simulation",
                    ACCURACY_METRES,
                    /* verified= */ true,
                    Optional.empty()));
        }
        return site.withFeatures(features);
    }
}
