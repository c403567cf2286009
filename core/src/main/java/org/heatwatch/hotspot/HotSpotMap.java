package org.heatwatch.hotspot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.fit.GroundClutter;
import org.heatwatch.fit.PointSpread;
import org.heatwatch.idle.SceneResidual;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Where a site may get hot, node by node, learned from the dormant scenes of one direction of pass. Knows no outline of any
 * building.
 *
 * <p>Safe to use from several threads; the same input gives the same bits.
 */
public final class HotSpotMap {
    /** False alarms that a scene may have over the whole area. */
    static final double FALSE_ALARMS_PER_SCENE = 1e-3;

    private static final int NEAREST = 3;

    private final SearchLattice lattice;
    private final FilterBank bank;
    private final IdleNodes idle;
    private final FalseAlarmRate rate;
    private final double idleVariance;
    private final Geometry area;
    private final double mergeMetres;

    private HotSpotMap(
            List<SceneLook> dormant,
            GroundClutter clutter,
            double idleVariance,
            PointSpread spread,
            Geometry area,
            double falseAlarmsPerScene) {
        this.idleVariance = idleVariance;
        this.area = area;
        this.mergeMetres = spread.fwhmMetres();
        this.lattice = new SearchLattice(area);
        this.bank = new FilterBank(geometry(dormant), clutter, spread);
        List<NodeReadings> readings = dormant.parallelStream()
                .map(look -> new NodeReadings(look, idleVariance, lattice, bank)
                        .read(new SampleRaster(look.samples(), look.grid())))
                .toList();
        this.idle = new IdleNodes(lattice, readings);
        List<Double> tails = IntStream.range(0, dormant.size())
                .parallel()
                .mapToObj(scene -> FalseAlarmRate.smallestTail(idle.judgeDormant(scene)))
                .toList();
        this.rate = FalseAlarmRate.of(tails, lattice.count(), falseAlarmsPerScene);
    }

    /**
     * Learns.
     *
     * @param dormant what each dormant scene leaves over of the map that the others make; where it has fewer than
     *     {@link org.heatwatch.baseline.Baseline#FEWEST_LOOKS} at a node, the node is never judged
     * @param variances of the clutter in each of those scenes, square of an effective kelvin
     * @param clutter how residuals are alike
     * @param idleVariance by which an idle roof varies from scene to scene, square of an effective kelvin
     * @param area to search, in metres of the site's zone
     */
    public static HotSpotMap of(
            List<SceneResidual> dormant,
            List<Double> variances,
            GroundClutter clutter,
            double idleVariance,
            PointSpread spread,
            Geometry area) {
        if (dormant.size() != variances.size()) {
            throw new IllegalArgumentException("%d variances of %d scenes".formatted(variances.size(), dormant.size()));
        }
        List<SceneLook> looks = IntStream.range(0, dormant.size())
                .mapToObj(k -> SceneLook.of(dormant.get(k), variances.get(k)))
                .toList();
        return of(looks, clutter, idleVariance, spread, area, FALSE_ALARMS_PER_SCENE);
    }

    static HotSpotMap of(
            List<SceneLook> dormant,
            GroundClutter clutter,
            double idleVariance,
            PointSpread spread,
            Geometry area,
            double falseAlarmsPerScene) {
        if (dormant.isEmpty()) {
            throw new IllegalArgumentException("no dormant scene to learn from");
        }
        return new HotSpotMap(dormant, clutter, idleVariance, spread, area, falseAlarmsPerScene);
    }

    /** The middle of each parameter: the grids of a path differ by millimetres. */
    private static GridGeometry geometry(List<SceneLook> looks) {
        List<GridGeometry> all = looks.stream().map(l -> l.grid().geometry()).toList();
        return new GridGeometry(
                median(all.stream().mapToDouble(GridGeometry::rotationDegrees).toArray()),
                median(all.stream().mapToDouble(GridGeometry::acrossMetres).toArray()),
                median(all.stream().mapToDouble(GridGeometry::alongMetres).toArray()),
                median(all.stream().mapToDouble(GridGeometry::shear).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /**
     * Finds the hot spots of a scene that took no part.
     *
     * @param variance of the clutter in this scene, square of an effective kelvin
     * @param extraVariance that has come to a roof since the dormant years, square of an effective kelvin
     * @param features to name the nearest of
     */
    public HotSpots find(SceneResidual scene, double variance, double extraVariance, List<Feature> features) {
        return find(SceneLook.of(scene, variance), extraVariance, features);
    }

    HotSpots find(SceneLook look, double extraVariance, List<Feature> features) {
        SceneSearch search = new SceneSearch(this, look, extraVariance);
        List<FoundSource> found = search.search();
        JointErrors errors = new JointErrors(bank, found);
        double[] factors = errors.ofAmounts();
        List<JointErrors.Full> full = errors.ofPlacesToo();
        List<HotSpot> spots = IntStream.range(0, found.size())
                .filter(i -> found.get(i).lessCertain(factors[i]).tail() < rate.threshold())
                .mapToObj(i -> spot(look, found.get(i), factors[i], full.get(i), features))
                .filter(this::isNearArea)
                .sorted(Comparator.comparingDouble(HotSpot::z).reversed())
                .toList();
        return new HotSpots(search.observedShare(), rate.threshold(), spots);
    }

    /** A source outside the area shows inside; it is taken off, and told only if it may lie inside. */
    private boolean isNearArea(HotSpot spot) {
        return area.isWithinDistance(point(spot.east(), spot.north()), SearchLattice.METRES);
    }

    /** @param factor on the error when the other sources' amounts are unknown: without a source there is no place to know */
    private HotSpot spot(
            SceneLook look, FoundSource found, double factor, JointErrors.Full full, List<Feature> features) {
        double[] at =
                look.grid().positionOf(found.source().across(), found.source().along());
        double error = found.deviation().standardError() * NodeReadings.ROOF_SQUARE_METRES;
        FoundSource tested = found.lessCertain(factor);
        return new HotSpot(
                at[0],
                at[1],
                Math.hypot(full.metresPerError() * error, look.shiftError()),
                tested.z(),
                tested.tail(),
                found.source().kelvinSquareMetres(),
                full.amountFactor() * error,
                nearest(point(at[0], at[1]), features));
    }

    private Point point(double east, double north) {
        return area.getFactory().createPoint(new Coordinate(east, north));
    }

    private static List<HotSpot.Nearest> nearest(Point point, List<Feature> features) {
        return features.stream()
                .filter(f -> f.role() != Role.SITE)
                .map(f -> new HotSpot.Nearest(f.id(), f.footprint().utm().distance(point)))
                .sorted(Comparator.comparingDouble(HotSpot.Nearest::metres).thenComparing(HotSpot.Nearest::id))
                .limit(NEAREST)
                .toList();
    }

    SearchLattice lattice() {
        return lattice;
    }

    FilterBank bank() {
        return bank;
    }

    IdleNodes idle() {
        return idle;
    }

    FalseAlarmRate rate() {
        return rate;
    }

    double idleVariance() {
        return idleVariance;
    }

    double mergeMetres() {
        return mergeMetres;
    }
}
