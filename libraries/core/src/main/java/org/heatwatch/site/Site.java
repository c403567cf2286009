package org.heatwatch.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.landsat.WrsScene;

/**
 * A watched site. {@link SiteFile} makes one from GeoJSON and has checked it.
 *
 * @param id lower-case words joined by hyphens
 * @param utm the zone all metres of this site are in
 * @param scenes at least one, each path and row once
 * @param dormant not overlapping
 * @param bounds what is clipped from a product; every feature is inside
 * @param features in the order of the file
 */
public record Site(
        String id,
        Presentation presentation,
        UtmProjection utm,
        List<WatchedScene> scenes,
        List<DormantPeriod> dormant,
        Bounds bounds,
        List<Feature> features) {

    /** An outline that may be farther off than this is a placeholder: it says that the place exists, not where. */
    public static final double PLACEHOLDER_BEYOND_METRES = 60;

    public Site {
        scenes = List.copyOf(scenes);
        dormant = List.copyOf(dormant);
        features = List.copyOf(features);
    }

    /** For people. */
    public String name() {
        return presentation.name();
    }

    /** The features of a role, in the order of the file. */
    public List<Feature> features(Role role) {
        return features.stream().filter(feature -> feature.role() == role).toList();
    }

    public Optional<Feature> feature(String featureId) {
        return features.stream()
                .filter(feature -> feature.id().equals(featureId))
                .findFirst();
    }

    /** How this site watches a scene, if it does. */
    public Optional<WatchedScene> watched(WrsScene scene) {
        return scenes.stream().filter(watched -> watched.scene().equals(scene)).findFirst();
    }

    /** How far to trust that nothing ran on a day: 0, outside all dormant periods, to 1. */
    public double dormantWeight(LocalDate date) {
        return dormant.stream()
                .filter(period -> period.contains(date))
                .mapToDouble(DormantPeriod::weight)
                .findFirst()
                .orElse(0);
    }

    /** Whether a feature's outline is too uncertain to name it in a mail. */
    public static boolean isPlaceholder(Feature feature) {
        return feature.accuracyMetres() > PLACEHOLDER_BEYOND_METRES;
    }

    /** What should be known before this site is trusted, though it may be used. */
    public List<SiteDefect> warnings() {
        return SiteWarnings.of(this);
    }
}
