package org.heatwatch.estimation.hotspot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Detects the hot spots of a scene by a matched filter at every node of a lattice, with a baseline for each node that
 * is learned from the reference scenes of one observing regime. Uses no outline of any building.
 *
 * <p>Thread-safe; equal input gives bitwise equal output. Method: docs/method.md.
 */
public final class HotSpotDetector {
    /** Probability of a false alarm anywhere in the area in one idle scene. */
    static final double FALSE_ALARMS_PER_SCENE = 1e-3;

    private static final int NEAREST = 3;

    private final BackgroundScatter scatter;
    private final NodeBaselines baselines;
    private final FalseAlarmRate rate;
    private final double idleVariance;

    private HotSpotDetector(
            BackgroundScatter scatter, NodeBaselines baselines, FalseAlarmRate rate, double idleVariance) {
        this.scatter = scatter;
        this.baselines = baselines;
        this.rate = rate;
        this.idleVariance = idleVariance;
    }

    /**
     * Learns the baselines of all nodes and the detection threshold.
     *
     * @param scatter background scatter of scenes, with the area to search
     * @param reference leave-one-out residuals of each reference scene; a node that fewer than
     *     {@link org.heatwatch.estimation.baseline.Baseline#FEWEST_OBSERVATIONS} of them show is never judged
     * @param idleVariance idle variability: variance of an idle building's excess between scenes, square of an
     *     effective kelvin
     */
    public static HotSpotDetector of(BackgroundScatter scatter, List<SceneResidual> reference, double idleVariance) {
        return of(scatter, reference.stream().map(scatter::observation).toList(), idleVariance, FALSE_ALARMS_PER_SCENE);
    }

    static HotSpotDetector of(
            BackgroundScatter scatter,
            List<SceneObservation> reference,
            double idleVariance,
            double falseAlarmsPerScene) {
        List<NodeEstimates> estimates = reference.parallelStream()
                .map(scatter::withItsVariance)
                .map(scene -> NodeEstimates.of(scene, idleVariance, scatter.lattice(), scatter.bank())
                        .update(SampleRaster.of(scene.samples(), scene.grid())))
                .toList();
        NodeBaselines baselines = NodeBaselines.of(scatter.lattice(), estimates);
        List<Double> tails = IntStream.range(0, reference.size())
                .parallel()
                .mapToObj(scene -> FalseAlarmRate.smallestTail(baselines.judgeReference(scene)))
                .toList();
        FalseAlarmRate rate = FalseAlarmRate.of(tails, scatter.lattice().count(), falseAlarmsPerScene);
        return new HotSpotDetector(scatter, baselines, rate, idleVariance);
    }

    /**
     * Finds the hot spots of a scene that is not a reference scene.
     *
     * @param scene residuals of the scene
     * @param extraVariance variance that a building has gained since the reference period, square of an effective
     *     kelvin
     * @param features of which the nearest are named
     */
    public HotSpots find(SceneResidual scene, double extraVariance, List<Feature> features) {
        return find(scatter.observation(scene), extraVariance, features);
    }

    HotSpots find(SceneObservation usual, double extraVariance, List<Feature> features) {
        SceneObservation scene = scatter.withItsVariance(usual);
        SceneSearch search = SceneSearch.of(this, scene, extraVariance);
        List<DetectedSource> found = search.search();
        JointErrors errors = JointErrors.of(bank(), found);
        double[] factors = errors.amountFactors();
        List<JointErrors.Full> full = errors.ofAmountsAndPositions();
        List<HotSpot> spots = IntStream.range(0, found.size())
                .filter(i -> found.get(i).withErrorTimes(factors[i]).tail() < rate.threshold())
                .mapToObj(i -> spot(scene, found.get(i), factors[i], full.get(i), features))
                .filter(this::isNearArea)
                .sorted(Comparator.comparingDouble(HotSpot::z).reversed())
                .toList();
        return new HotSpots(search.observedShare(), rate.threshold(), spots);
    }

    /** Sources outside the area affect samples inside; they are subtracted, but reported only if they may be inside. */
    private boolean isNearArea(HotSpot spot) {
        return scatter.area().isWithinDistance(point(spot.east(), spot.north()), SearchLattice.SPACING_METRES);
    }

    /** @param factor on the error of the test, with the amounts of the other sources unknown but all positions known */
    private HotSpot spot(
            SceneObservation scene,
            DetectedSource found,
            double factor,
            JointErrors.Full full,
            List<Feature> features) {
        double[] at =
                scene.grid().positionOf(found.source().across(), found.source().along());
        double error = found.excess().standardError() * NodeEstimates.BUILDING_SQUARE_METRES;
        DetectedSource tested = found.withErrorTimes(factor);
        return new HotSpot(
                at[0],
                at[1],
                Math.hypot(full.metresPerError() * error, scene.shiftError()),
                tested.z(),
                tested.tail(),
                found.source().kelvinSquareMetres(),
                full.amountFactor() * error,
                nearest(point(at[0], at[1]), features));
    }

    private Point point(double east, double north) {
        return scatter.area().getFactory().createPoint(new Coordinate(east, north));
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
        return scatter.lattice();
    }

    FilterBank bank() {
        return scatter.bank();
    }

    NodeBaselines baselines() {
        return baselines;
    }

    FalseAlarmRate rate() {
        return rate;
    }

    double idleVariance() {
        return idleVariance;
    }

    /** Distance in metres below which two sources are always one: the width of the point spread. */
    double mergeMetres() {
        return scatter.spread().fwhmMetres();
    }
}
