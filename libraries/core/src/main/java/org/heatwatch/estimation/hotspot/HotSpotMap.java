package org.heatwatch.estimation.hotspot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.SceneResidual;
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
    private final QuietGround quiet;
    private final IdleNodes idle;
    private final FalseAlarmRate rate;
    private final double idleVariance;
    private final Geometry area;

    HotSpotMap(QuietGround quiet, List<SceneLook> looks, double idleVariance, double falseAlarmsPerScene) {
        this.quiet = quiet;
        this.idleVariance = idleVariance;
        this.area = quiet.area();
        this.lattice = quiet.lattice();
        this.bank = quiet.bank();
        List<SceneLook> dormant = looks.parallelStream().map(quiet::judged).toList();
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
     * @param quiet how much scenes scatter where nothing is on, and the area to search
     * @param dormant what each dormant scene leaves over of the map that the others make; where it has fewer than
     *     {@link org.heatwatch.estimation.baseline.Baseline#FEWEST_LOOKS} at a node, the node is never judged
     * @param idleVariance by which an idle roof varies from scene to scene, square of an effective kelvin
     */
    public static HotSpotMap of(QuietGround quiet, List<SceneResidual> dormant, double idleVariance) {
        return new HotSpotMap(quiet, dormant.stream().map(quiet::look).toList(), idleVariance, FALSE_ALARMS_PER_SCENE);
    }

    /**
     * Finds the hot spots of a scene that took no part.
     *
     * @param extraVariance that has come to a roof since the dormant years, square of an effective kelvin
     * @param features to name the nearest of
     */
    public HotSpots find(SceneResidual scene, double extraVariance, List<Feature> features) {
        return find(quiet.look(scene), extraVariance, features);
    }

    HotSpots find(SceneLook usual, double extraVariance, List<Feature> features) {
        SceneLook look = quiet.judged(usual);
        SceneSearch search = new SceneSearch(this, look, extraVariance);
        List<FoundSource> found = search.search();
        JointErrors errors = JointErrors.of(bank, found);
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
        return quiet.spread().fwhmMetres();
    }
}
