package org.heatwatch.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.landsat.WrsScene;

/**
 * A watched site, read from GeoJSON and checked by {@link SiteFile}.
 *
 * @param id lower-case words joined by hyphens
 * @param utm zone of all coordinates in metres
 * @param scenes watched WRS-2 scenes, at least one, each path and row once
 * @param referencePeriods periods from which the baselines are learned, not overlapping, all of one kind; none if the
 *     first two years of the site's scenes are to be taken
 * @param bounds area that is clipped from each product; contains every feature
 * @param features in the order of the file
 */
public record Site(
        String id,
        Presentation presentation,
        UtmProjection utm,
        List<WatchedScene> scenes,
        List<ReferencePeriod> referencePeriods,
        Bounds bounds,
        List<Feature> features) {

    /** An outline with a larger possible error is a placeholder: it states that the building exists, not where. */
    public static final double PLACEHOLDER_BEYOND_METRES = 60;

    /** Years of scenes that are the reference of a site without a reference period. */
    public static final int ASSUMED_YEARS = 2;

    public Site {
        scenes = List.copyOf(scenes);
        referencePeriods = List.copyOf(referencePeriods);
        features = List.copyOf(features);
    }

    /** The same site with other features. */
    public Site withFeatures(List<Feature> others) {
        return new Site(id, presentation, utm, scenes, referencePeriods, bounds, others);
    }

    /** The same with the names of a language as those for all. */
    public Site named(String language) {
        return new Site(
                id,
                presentation.named(language),
                utm,
                scenes,
                referencePeriods,
                bounds,
                features.stream().map(feature -> feature.named(language)).toList());
    }

    /** The name for people. */
    public String name() {
        return presentation.name();
    }

    /** The features of a role, in the order of the file. */
    public List<Feature> features(Role role) {
        return features.stream().filter(feature -> feature.role() == role).toList();
    }

    /** The feature with an id, if there is one. */
    public Optional<Feature> feature(String featureId) {
        return features.stream()
                .filter(feature -> feature.id().equals(featureId))
                .findFirst();
    }

    /** The watched scene of a path and row; empty if this site does not watch it. */
    public Optional<WatchedScene> watched(WrsScene scene) {
        return scenes.stream().filter(watched -> watched.scene().equals(scene)).findFirst();
    }

    /** What the site did in its reference periods; {@link ReferenceKind#UNKNOWN} if it names none. */
    public ReferenceKind referenceKind() {
        return referencePeriods.isEmpty()
                ? ReferenceKind.UNKNOWN
                : referencePeriods.getFirst().kind();
    }

    /**
     * The site with a reference period: its own if it names any, otherwise the first two years of its scenes.
     *
     * @param firstScene UTC date of its first recorded scene
     */
    public Site withReferenceFrom(LocalDate firstScene) {
        return referencePeriods.isEmpty()
                ? with(List.of(new ReferencePeriod(
                        firstScene,
                        firstScene.plusYears(ASSUMED_YEARS).minusDays(1),
                        /* weight= */ 1,
                        ReferenceKind.UNKNOWN)))
                : this;
    }

    /** The site whose reference periods are taken as idle: for places at which nothing was known to run. */
    public Site withIdleReference() {
        return with(referencePeriods.stream().map(ReferencePeriod::asIdle).toList());
    }

    private Site with(List<ReferencePeriod> periods) {
        return new Site(id, presentation, utm, scenes, periods, bounds, features);
    }

    /** Confidence that a day shows the site as in its reference, 0 to 1; 0 outside all reference periods. */
    public double referenceWeight(LocalDate date) {
        return referencePeriods.stream()
                .filter(period -> period.contains(date))
                .mapToDouble(ReferencePeriod::weight)
                .findFirst()
                .orElse(0);
    }

    /** Whether a feature's outline is too uncertain to name the feature in a mail. */
    public static boolean isPlaceholder(Feature feature) {
        return feature.accuracyMetres() > PLACEHOLDER_BEYOND_METRES;
    }

    /** Doubts that do not prevent the use of this site, for example outlines that nobody has verified. */
    public List<SiteDefect> warnings() {
        return SiteWarnings.of(this);
    }
}
