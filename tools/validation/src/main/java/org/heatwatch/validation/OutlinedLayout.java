package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.JudgedObservation;
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

    /** Every building of an archive as a facility; those without an observation in either period are left out. */
    static List<OutlinedLayout> of(LayoutArchive archive) {
        SiteHistory history = SiteHistory.of(withOutlines(archive), archive.sampledScenes(), LayoutPlan.RECENT_TO);
        return archive.buildings().stream()
                .flatMap(
                        building -> history
                                .feature(building.id())
                                .flatMap(OutlinedLayout::z)
                                .map(z -> new OutlinedLayout(building, z))
                                .stream())
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

    /** Mean excess in units of its error; the error of the baseline is common to all observations. */
    private static Optional<Double> z(FeatureHistory history) {
        LocalDate recent = LayoutPlan.RECENT_FROM;
        List<JudgedObservation.Scored> observed = scores(history, date -> !date.isBefore(recent));
        int reference = scores(history, LayoutPlan::isReference).size();
        if (observed.isEmpty() || reference == 0) {
            return Optional.empty();
        }
        double sum = 0;
        double weights = 0;
        for (JudgedObservation.Scored score : observed) {
            double weight = 1 / (score.standardError() * score.standardError());
            sum += weight * score.effectiveKelvin();
            weights += weight;
        }
        double ofBaseline = (double) observed.size() / reference;
        return Optional.of(sum / Math.sqrt(weights * (1 + ofBaseline)));
    }

    private static List<JudgedObservation.Scored> scores(FeatureHistory history, Predicate<LocalDate> days) {
        return history.observations().stream()
                .filter(JudgedObservation::counts)
                .filter(observation -> days.test(observation.date()))
                .flatMap(observation -> observation.scored().stream())
                .toList();
    }
}
