package org.heatwatch.history;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.estimation.fit.FootprintSet;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.TargetFootprint;
import org.heatwatch.site.Feature;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The features of a site that have a footprint, in the order of its file, and the areas around them.
 *
 * @param area needed of a scene, in metres of the site's UTM zone
 * @param nearFacilities where samples may contain heat of facilities
 * @param searchArea searched for hot spots: the site's outline, or the surroundings of all features if it has none
 * @param kind what the facilities did in the reference periods
 * @param indices of the reference parcels
 */
record MonitoredFeatures(
        List<Feature> features,
        Envelope area,
        Geometry nearFacilities,
        Geometry searchArea,
        ReferenceKind kind,
        ParcelIndices indices) {
    /** Range of a fit around a footprint plus the node spacing of the background model. */
    static final double MARGIN_METRES = 450;

    /** Fewest reference parcels of a kind that are used without the others. */
    private static final int FEWEST_PARCELS = 5;

    /** Distance within which a sample receives more than 1 % of the heat of a footprint. */
    private static final double SEEN_METRES = 120;

    /** Assumed extent of a site without an outline beyond its features. */
    private static final double OUTLINE_METRES = 100;

    static MonitoredFeatures of(Site site) {
        List<Feature> features =
                site.features().stream().filter(f -> f.role() != Role.SITE).toList();
        Envelope area = new Envelope();
        site.features().forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        Geometry nearFacilities = geometry(features.stream()
                        .filter(MonitoredFeatures::mayBeOn)
                        .map(f -> f.footprint().utm().buffer(SEEN_METRES)))
                .union();
        List<Feature> outlines = site.features(Role.SITE);
        Geometry searchArea = outlines.isEmpty()
                ? geometry(features.stream()
                                .filter(f -> !QuietParcels.isChosen(f))
                                .map(f -> f.footprint().utm()))
                        .convexHull()
                        .buffer(OUTLINE_METRES)
                : geometry(outlines.stream().map(f -> f.footprint().utm())).union();
        return new MonitoredFeatures(
                features, area, nearFacilities, searchArea, site.referenceKind(), indices(features));
    }

    private static Geometry geometry(Stream<Geometry> parts) {
        return new GeometryFactory().buildGeometry(parts.toList());
    }

    private static boolean mayBeOn(Feature feature) {
        return feature.role() == Role.FACILITY;
    }

    /** The features that the definition of the site lists: without the parcels that Heat Watch chose. */
    List<Feature> listed() {
        return features.stream().filter(f -> !QuietParcels.isChosen(f)).toList();
    }

    /**
     * Indices of the reference parcels.
     *
     * @param all without placeholders if there are enough others: they may be where buildings are in use
     * @param ofBuildings that vary as buildings do: all but the open ground
     * @param unheated that heat of a building does not reach: all but the chosen structures
     */
    record ParcelIndices(List<Integer> all, List<Integer> ofBuildings, List<Integer> unheated) {}

    private static ParcelIndices indices(List<Feature> features) {
        List<Integer> all =
                enough(ofRole(features, Role.REFERENCE), parcel -> !Site.isPlaceholder(features.get(parcel)));
        return new ParcelIndices(
                all,
                enough(all, parcel -> !QuietParcels.isGround(features.get(parcel))),
                enough(all, parcel -> !QuietParcels.isStructure(features.get(parcel))));
    }

    /** Indices of the reference parcels. */
    List<Integer> parcels() {
        return indices.all();
    }

    /** Indices of the reference parcels that vary as buildings do. */
    List<Integer> buildingParcels() {
        return indices.ofBuildings();
    }

    /** Indices of the reference parcels that heat of a building does not reach. */
    List<Integer> unheatedParcels() {
        return indices.unheated();
    }

    /** Whether the parcel is open ground and has a prior of its own kind. */
    boolean isGround(int footprint) {
        return QuietParcels.isGround(features.get(footprint));
    }

    /**
     * Whether a footprint may have been in operation in the reference periods: its observations there vary with its
     * activity, and changes in both directions are followed. Controls and reference parcels are idle at every site.
     */
    boolean mayHaveRun(int footprint) {
        return kind.isTwoSided() && features.get(footprint).role() == Role.FACILITY;
    }

    private static List<Integer> enough(List<Integer> parcels, Predicate<Integer> wanted) {
        List<Integer> some = parcels.stream().filter(wanted).toList();
        return some.size() < FEWEST_PARCELS ? parcels : some;
    }

    /** Indices of the features with a role. */
    List<Integer> ofRole(Role role) {
        return ofRole(features, role);
    }

    private static List<Integer> ofRole(List<Feature> features, Role role) {
        return IntStream.range(0, features.size())
                .filter(i -> features.get(i).role() == role)
                .boxed()
                .toList();
    }

    /** The footprints as imaged by a sensor with a given point spread. */
    FootprintSet seenThrough(PointSpread spread) {
        return FootprintSet.of(
                features.stream()
                        .map(f -> new TargetFootprint(
                                f.id(),
                                f.footprint().utm(),
                                f.role().isScored(),
                                mayBeOn(f),
                                Site.isPlaceholder(f) ? 0 : f.accuracyMetres()))
                        .toList(),
                spread);
    }
}
