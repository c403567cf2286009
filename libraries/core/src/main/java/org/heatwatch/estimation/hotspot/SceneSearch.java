package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * Finds the sources of one scene. Starting from {@link InitialPositions}, each source is refitted with all others
 * subtracted until none changes, so that neighbours separate; then the highest remaining node is added, and so on
 * (CLEAN, Hogbom 1974).
 */
final class SceneSearch {
    private static final int MOST_SOURCES = 40;
    private static final int ROUNDS = 15;

    /** A source with a smaller z is removed; above, the amounts of its neighbours depend on it, significant or not. */
    private static final double LEAST_Z = 2.5;

    /** Sources farther apart than this are never merged. */
    private static final double MERGE_METRES = 200;

    /**
     * Two sources that improve the fit over a single one by less chi square than this are merged: with three more
     * parameters, chance alone improves it as much in one case of a hundred. Of 1,500 simulated scenes with one source
     * of z 10, one shows several spots; with a threshold of 6 it is six, and hardly more neighbours separate.
     */
    private static final double LEAST_GAIN = 12;

    private final HotSpotDetector map;
    private final SceneObservation scene;
    private final double extraVariance;
    private final SampleRaster raster;
    private final NodeEstimates estimates;
    private final SourceFit fit;
    private final List<DetectedSource> found = new ArrayList<>();
    private ScoredNodes nodes;

    private record Pair(int one, int other, double metres) {}

    private SceneSearch(
            HotSpotDetector map,
            SceneObservation scene,
            double extraVariance,
            SampleRaster raster,
            NodeEstimates estimates,
            ScoredNodes nodes) {
        this.map = map;
        this.scene = scene;
        this.extraVariance = extraVariance;
        this.raster = raster;
        this.estimates = estimates;
        this.fit = new SourceFit(map.bank(), raster);
        this.nodes = nodes;
    }

    /**
     * @param extraVariance variance that a building has gained since the reference period, square of an effective
     *     kelvin
     */
    static SceneSearch of(HotSpotDetector map, SceneObservation scene, double extraVariance) {
        SampleRaster raster = SampleRaster.of(scene.samples(), scene.grid());
        NodeEstimates estimates = NodeEstimates.of(scene, map.idleVariance(), map.lattice(), map.bank());
        ScoredNodes nodes = ScoredNodes.of(estimates.update(raster), map.lattice(), map.baselines(), extraVariance);
        return new SceneSearch(map, scene, extraVariance, raster, estimates, nodes);
    }

    private ScoredNodes score() {
        return ScoredNodes.of(estimates.update(raster), map.lattice(), map.baselines(), extraVariance);
    }

    /** Share of the nodes that can be judged in this scene, 0 to 1. */
    double observedShare() {
        return nodes.observedShare();
    }

    /** All sources that affect others, significant or not, each judged as if the others were known. */
    List<DetectedSource> search() {
        if (!hasDetection()) {
            return List.of();
        }
        InitialPositions initial = new InitialPositions(map.lattice(), scene.grid(), image());
        for (InitialPositions.Position position : initial.find(nodes, raster)) {
            found.add(unmeasured(position));
            subtract(position.source());
        }
        refine();
        while (found.size() < MOST_SOURCES && addHighest()) {
            refine();
        }
        while (mergeNearest()) {
            refine();
        }
        removeInsignificant();
        return List.copyOf(found);
    }

    /** The false-alarm rate is that of single nodes: a scene is searched only if one of them exceeds the threshold. */
    private boolean hasDetection() {
        for (int node = 0; node < nodes.count(); node++) {
            if (nodes.z(node) > InitialPositions.LEAST_Z
                    && nodes.tail(node) < map.rate().threshold()) {
                return true;
            }
        }
        return false;
    }

    private static DetectedSource unmeasured(InitialPositions.Position position) {
        return new DetectedSource(position.source(), position.node(), new ExcessOverBaseline(0, 1, 1));
    }

    private boolean addHighest() {
        nodes = score();
        int highest = -1;
        double z = InitialPositions.LEAST_Z;
        for (int node = 0; node < nodes.count(); node++) {
            if (nodes.z(node) > z) {
                z = nodes.z(node);
                highest = node;
            }
        }
        if (highest < 0) {
            return false;
        }
        double[] at =
                scene.grid().indexOf(map.lattice().east(highest), map.lattice().north(highest));
        found.add(unmeasured(new InitialPositions.Position(highest, new PointSource(at[0], at[1], 0))));
        return true;
    }

    private void refine() {
        boolean moves = true;
        for (int round = 0; round < ROUNDS && moves; round++) {
            moves = false;
            for (int i = 0; i < found.size(); i++) {
                DetectedSource before = found.get(i);
                add(before.source());
                found.set(i, measure(before));
                subtract(found.get(i).source());
                moves |= found.get(i).differsFrom(before);
            }
        }
    }

    private DetectedSource measure(DetectedSource start) {
        PointSource moved = fit.climb(start.source());
        PointFilter.Amount amount = fit.estimate(moved);
        if (amount.isHidden()) {
            return start;
        }
        double[] at = scene.grid().positionOf(moved.across(), moved.along());
        int node = map.lattice().nodeOf(at[0], at[1], start.node());
        int judged = map.baselines().hasBaseline(node) ? node : start.node();
        return map.baselines()
                .judge(judged, estimates.row(amount), extraVariance)
                .map(d -> new DetectedSource(
                        moved.withAmount(d.kelvin() * NodeEstimates.BUILDING_SQUARE_METRES), judged, d))
                .orElse(start);
    }

    /** Merges the nearest two sources that the sensor cannot separate, or that one source explains nearly as well. */
    private boolean mergeNearest() {
        List<Pair> near = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                PointSource a = found.get(i).source();
                PointSource b = found.get(j).source();
                double squared = image().squaredMetres(a.across() - b.across(), a.along() - b.along());
                if (squared < MERGE_METRES * MERGE_METRES) {
                    near.add(new Pair(j, i, Math.sqrt(squared)));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Pair::metres));
        return near.stream().anyMatch(this::merge);
    }

    private boolean merge(Pair pair) {
        DetectedSource one = found.get(pair.one());
        DetectedSource other = found.get(pair.other());
        add(one.source());
        add(other.source());
        DetectedSource stronger = one.z() > other.z() ? one : other;
        DetectedSource both = measure(new DetectedSource(
                PointSource.combined(one.source(), other.source()), stronger.node(), stronger.excess()));
        FilterBank.Placed filter =
                map.bank().at(both.source().across(), both.source().along());
        double variance = both.variance() / filter.estimate(raster).variance();
        subtract(both.source());
        double asOne = filter.sumOfSquares(raster);
        add(both.source());
        subtract(one.source());
        subtract(other.source());
        double asTwo = filter.sumOfSquares(raster);
        if (pair.metres() >= map.mergeMetres() && !((asOne - asTwo) / variance < LEAST_GAIN)) {
            return false;
        }
        add(one.source());
        add(other.source());
        subtract(both.source());
        found.set(pair.one(), both);
        found.remove(pair.other());
        return true;
    }

    /** Removes the weakest source until all are significant with the amounts of the others unknown. */
    private void removeInsignificant() {
        while (true) {
            double[] factor = JointErrors.of(map.bank(), found).amountFactors();
            List<DetectedSource> joint = new ArrayList<>();
            for (int i = 0; i < factor.length; i++) {
                joint.add(found.get(i).withErrorTimes(factor[i]));
            }
            Optional<DetectedSource> weakest = joint.stream()
                    .filter(source -> !(source.z() > LEAST_Z))
                    .min(Comparator.comparingDouble(DetectedSource::z));
            if (weakest.isEmpty()) {
                return;
            }
            int removed = joint.indexOf(weakest.get());
            add(found.get(removed).source());
            found.remove(removed);
            refine();
        }
    }

    private void add(PointSource source) {
        raster.add(image(), source, 1);
    }

    private void subtract(PointSource source) {
        raster.add(image(), source, -1);
    }

    private SourceImage image() {
        return map.bank().image();
    }
}
