package org.heatwatch.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.estimation.background.BackgroundMapFit;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.ReferenceScene;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Reference parcels that Heat Watch chooses itself: places of 60 m by 60 m whose residuals in the reference
 * period have no outlier, no trend and no change of level.
 *
 * <p>Half of them are structures, which have the contrast of a building, and half are open ground without any contrast
 * nearby. Idle buildings vary more from overpass to overpass than ground does: the prior of the baselines needs
 * structures. Heat of a building that comes into use does not reach the open ground: scene checks need ground. The
 * places with the lowest variance are not preferred, because they would make the prior too small. Where buildings may
 * have been in operation in the reference period, structures are outside the searched area only. Method:
 * docs/method.md, "Reference parcels".
 */
public final class QuietParcels {
    /** Site definitions with at least this many reference parcels that are not placeholders need no others. */
    static final int ENOUGH_GIVEN = 10;

    private static final int MOST_OF_A_KIND = 20;
    private static final String STRUCTURE = "chosen by Heat Watch from the reference period: structure";
    private static final String GROUND = "chosen by Heat Watch from the reference period: open ground";
    private static final double HALF_SIDE_METRES = 30;

    /** Least distance between the centres of two parcels: they have practically no sample in common. */
    private static final double APART_METRES = 150;

    /** Least distance from buildings that may be in use, and of open ground from chosen structures. */
    private static final double AWAY_METRES = 250;

    /** Distance beyond the features of the site up to which open ground is searched. */
    private static final double BEYOND_METRES = 300;

    /** The same where structures inside the site may be in operation, so that others are needed. */
    private static final double FAR_BEYOND_METRES = 1000;

    private QuietParcels() {}

    /** Whether a feature was chosen by this class, because of its contrast or as open ground. */
    static boolean isChosen(Feature feature) {
        return isStructure(feature) || isGround(feature);
    }

    /** Whether a feature was chosen because of its contrast. */
    static boolean isStructure(Feature feature) {
        return feature.source().equals(STRUCTURE);
    }

    /** Whether a feature was chosen as open ground. */
    static boolean isGround(Feature feature) {
        return feature.source().equals(GROUND);
    }

    /**
     * Chooses parcels, at most 40. They depend on the site and its reference scenes only, not on their order.
     *
     * @param scenes of the site, in any order; those outside the reference periods are ignored. Without a reference
     *     period the first two years are taken
     * @return features of role {@link Role#REFERENCE}; empty if fewer than
     *     {@link Baseline#FEWEST_OBSERVATIONS} scenes of one observing regime are certainly idle
     */
    public static List<Feature> of(Site site, Collection<SampledScene> scenes) {
        return of(site, scenes, List.of());
    }

    /**
     * Chooses parcels away from given places.
     *
     * @param keepAway places that may have been warm, as easting and northing in metres of the site's zone
     */
    public static List<Feature> of(Site site, Collection<SampledScene> scenes, Collection<Coordinate> keepAway) {
        Site compared = AssumedReference.of(site, scenes);
        return of(
                compared,
                mostCertain(
                        compared,
                        new CloudScreen()
                                .of(compared, scenes, LocalDate.MAX).stream()
                                        .map(ScreenedScene::sampled)
                                        .toList()),
                keepAway);
    }

    /** The scenes of the regime with the most certainly idle scenes; empty if there are too few. */
    static Optional<ReferenceScenes> mostCertain(Site site, List<SampledScene> ordered) {
        Map<Regime, ReferenceScenes> all = ReferenceScenes.of(site, ordered);
        return all.values().stream()
                .map(ReferenceScenes::certain)
                .filter(scenes -> scenes.scenes().size() >= Baseline.FEWEST_OBSERVATIONS)
                .max(Comparator.<ReferenceScenes>comparingInt(
                                scenes -> scenes.scenes().size())
                        .thenComparing(scenes -> scenes.regime().toString(), Comparator.reverseOrder()));
    }

    /** The site with parcels of its own, if its definition has too few. */
    static Site addedTo(Site site, List<Feature> parcels) {
        return site.withFeatures(
                Stream.concat(site.features().stream(), parcels.stream()).toList());
    }

    /** Whether a site needs parcels of its own. */
    static boolean areNeededBy(Site site) {
        List<Feature> given = site.features(Role.REFERENCE);
        return given.stream().noneMatch(QuietParcels::isChosen)
                && given.stream().filter(f -> !Site.isPlaceholder(f)).count() < ENOUGH_GIVEN;
    }

    static List<Feature> of(Site site, Optional<ReferenceScenes> certain, Collection<Coordinate> keepAway) {
        return certain.map(scenes -> choose(site, scenes, keepAway)).orElse(List.of());
    }

    private static List<Feature> choose(Site site, ReferenceScenes scenes, Collection<Coordinate> keepAway) {
        MonitoredFeatures watched = MonitoredFeatures.of(site);
        Envelope region = region(site);
        Envelope area = new Envelope(region);
        area.expandBy(MonitoredFeatures.MARGIN_METRES);
        List<ReferenceScene> converted = scenes.converted(scenes.conversion(area));
        if (converted.size() < Baseline.FEWEST_OBSERVATIONS) {
            return List.of();
        }
        BackgroundMapFit map =
                BackgroundMapFit.unaligned(converted, area, watched.nearFacilities(), BackgroundModel.SMOOTHNESS);
        List<SceneResidual> residuals = converted.parallelStream()
                .map(scene -> map.residual(scene.samples()))
                .toList();
        return choose(site, map, residuals, keepAway);
    }

    /** The site with parcels chosen from a ground that was fitted already. */
    static Site chosenFrom(FittedBackground ground, Site site) {
        return addedTo(site, choose(site, ground, ground.idleResiduals(), List.of()));
    }

    private static List<Feature> choose(
            Site site, FittedBackground ground, List<SceneResidual> residuals, Collection<Coordinate> keepAway) {
        Geometry searchArea = MonitoredFeatures.of(site).searchArea();
        FineStructure structure = FineStructure.of(ground, region(site));
        Choice choice = new Choice(site, keepAway, new Quietness(residuals));
        Predicate<Coordinate> isInside = at -> searchArea.contains(point(at));
        // A building in steady operation is as quiet as an idle one: where some may run, none inside is taken.
        Predicate<Coordinate> isIdle = site.referenceKind().isTwoSided() ? isInside.negate() : isInside;
        choice.add(structure.extremes().filter(isIdle), STRUCTURE, APART_METRES);
        choice.add(structure.smoothest().filter(isInside.negate()), GROUND, AWAY_METRES);
        choice.add(structure.smoothest().filter(isInside), GROUND, AWAY_METRES);
        return choice.features();
    }

    /** Where parcels may be: around the features of the site, within its bounds. */
    private static Envelope region(Site site) {
        Envelope around = new Envelope();
        site.features().forEach(f -> around.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        around.expandBy(site.referenceKind().isTwoSided() ? FAR_BEYOND_METRES : BEYOND_METRES);
        return around;
    }

    private static Point point(Coordinate at) {
        return new GeometryFactory().createPoint(at);
    }

    /** The parcels chosen so far. */
    private static final class Choice {
        private final Site site;
        private final List<Feature> facilities;
        private final List<Feature> parcels;
        private final Collection<Coordinate> keepAway;
        private final Quietness quietness;
        private final double away;
        private final List<Coordinate> structures = new ArrayList<>();
        private final List<Coordinate> chosen = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();

        Choice(Site site, Collection<Coordinate> keepAway, Quietness quietness) {
            this.site = site;
            this.keepAway = keepAway;
            this.quietness = quietness;
            this.facilities = known(site, Set.of(Role.FACILITY, Role.CONTROL, Role.BUILDING));
            this.parcels = known(site, Set.of(Role.REFERENCE));
            // Placeholders of facilities in operation count: the building is within their error.
            this.away = AWAY_METRES
                    + (site.referenceKind().isTwoSided()
                            ? facilities.stream()
                                    .mapToDouble(Feature::accuracyMetres)
                                    .filter(error -> error > Site.PLACEHOLDER_BEYOND_METRES)
                                    .max()
                                    .orElse(0)
                            : 0);
        }

        private static List<Feature> known(Site site, Set<Role> roles) {
            boolean isEach = site.referenceKind().isTwoSided();
            return site.features().stream()
                    .filter(f -> roles.contains(f.role()) && (isEach || !Site.isPlaceholder(f)))
                    .toList();
        }

        /** Takes places in order while they are quiet and apart from all others. */
        void add(Stream<Coordinate> places, String source, double fromStructures) {
            Iterator<Coordinate> next = places.iterator();
            while (next.hasNext() && Collections.frequency(sources, source) < MOST_OF_A_KIND) {
                Coordinate at = next.next();
                if (isFree(at, fromStructures) && isInBounds(at) && quietness.isQuiet(at)) {
                    chosen.add(at);
                    sources.add(source);
                    if (source.equals(STRUCTURE)) {
                        structures.add(at);
                    }
                }
            }
        }

        private boolean isFree(Coordinate at, double fromStructures) {
            return chosen.stream().allMatch(other -> other.distance(at) >= APART_METRES)
                    && structures.stream().allMatch(other -> other.distance(at) >= fromStructures)
                    && keepAway.stream().allMatch(other -> other.distance(at) >= AWAY_METRES)
                    && areBeyond(facilities, at, away)
                    && areBeyond(parcels, at, APART_METRES);
        }

        private static boolean areBeyond(List<Feature> features, Coordinate at, double metres) {
            return features.stream().noneMatch(f -> f.footprint().utm().isWithinDistance(point(at), metres));
        }

        private boolean isInBounds(Coordinate at) {
            Coordinate place = site.utm().toLonLat(at.x, at.y);
            return site.bounds().contains(place.x, place.y);
        }

        List<Feature> features() {
            Set<String> used = site.features().stream().map(Feature::id).collect(Collectors.toSet());
            List<Feature> features = new ArrayList<>();
            int number = 1;
            for (int i = 0; i < chosen.size(); i++) {
                while (used.contains(id(number))) {
                    number++;
                }
                features.add(feature(id(number), number, chosen.get(i), sources.get(i)));
                number++;
            }
            return List.copyOf(features);
        }

        private static String id(int number) {
            return "quiet-%02d".formatted(number);
        }

        private Feature feature(String id, int number, Coordinate at, String source) {
            Polygon outline = (Polygon) new GeometryFactory()
                    .toGeometry(new Envelope(
                            at.x - HALF_SIDE_METRES,
                            at.x + HALF_SIDE_METRES,
                            at.y - HALF_SIDE_METRES,
                            at.y + HALF_SIDE_METRES));
            return new Feature(
                    id,
                    "Quiet parcel " + number,
                    Role.REFERENCE,
                    new Footprint(site.utm().toLonLat(outline), outline),
                    Optional.empty(),
                    List.of(),
                    source,
                    /* accuracyMetres= */ 0,
                    /* verified= */ false,
                    Optional.empty());
        }
    }
}
