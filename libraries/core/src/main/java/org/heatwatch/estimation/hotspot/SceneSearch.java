package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * Finds the hot places of one scene. Sources are sown where much is taken off, then each is measured anew with the others
 * taken off until all rest, so that neighbours part; what still stands out is added.
 */
final class SceneSearch {
    private static final int MOST_SOURCES = 40;
    private static final int ROUNDS = 15;

    /** A source below this many errors is none; above, its neighbours' amounts depend on it, certain or not. */
    private static final double NOTHING = 2.5;

    /** Sources farther apart than this are never one. */
    private static final double FARTHEST_TWINS_METRES = 200;

    /**
     * Two that explain the samples better than one by less chi square than this are one: with three numbers more, chance
     * gains as much once in a hundred. Of 1,500 simulated scenes with one source of z 10, one shows several spots; with 6
     * it is six, and hardly more neighbours part.
     */
    private static final double WORTH_TWO = 12;

    private final HotSpotMap map;
    private final SceneLook look;
    private final double extraVariance;
    private final SampleRaster raster;
    private final NodeReadings readings;
    private final SourceFit fit;
    private final List<FoundSource> found = new ArrayList<>();
    private ScoredNodes nodes;

    private record Pair(int one, int other, double metres) {}

    SceneSearch(HotSpotMap map, SceneLook look, double extraVariance) {
        this.map = map;
        this.look = look;
        this.extraVariance = extraVariance;
        this.raster = new SampleRaster(look.samples(), look.grid());
        this.readings = new NodeReadings(look, map.idleVariance(), map.lattice(), map.bank());
        this.fit = new SourceFit(map.bank(), raster);
        this.nodes = score();
    }

    private ScoredNodes score() {
        return new ScoredNodes(readings.read(raster), map.lattice(), map.idle(), extraVariance);
    }

    /** Share of the nodes that can be judged in this scene. */
    double observedShare() {
        return nodes.observedShare();
    }

    /** All sources that matter, certain or not, each judged as if the others were known. */
    List<FoundSource> search() {
        if (!isAlarmed()) {
            return List.of();
        }
        for (Seeds.Seed seed : new Seeds(map.lattice(), look.grid(), map.bank()).sow(nodes, raster)) {
            found.add(begun(seed));
            raster.add(map.bank(), seed.source(), -1);
        }
        refine();
        while (found.size() < MOST_SOURCES && addHighest()) {
            refine();
        }
        while (mergeNearest()) {
            refine();
        }
        return withoutTheVoid();
    }

    /** The rate of false alarms is that of the single node: whatever else is found, is found in a scene that has one. */
    private boolean isAlarmed() {
        for (int node = 0; node < nodes.count(); node++) {
            if (nodes.z(node) > Seeds.WORTH_A_LOOK
                    && nodes.tail(node) < map.rate().threshold()) {
                return true;
            }
        }
        return false;
    }

    private static FoundSource begun(Seeds.Seed seed) {
        return new FoundSource(seed.source(), seed.node(), new ExcessOverBaseline(0, 1, 1));
    }

    private boolean addHighest() {
        nodes = score();
        int highest = -1;
        double z = Seeds.WORTH_A_LOOK;
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
                look.grid().indexOf(map.lattice().east(highest), map.lattice().north(highest));
        found.add(begun(new Seeds.Seed(highest, new HeatSource(at[0], at[1], 0))));
        return true;
    }

    private void refine() {
        boolean moves = true;
        for (int round = 0; round < ROUNDS && moves; round++) {
            moves = false;
            for (int i = 0; i < found.size(); i++) {
                FoundSource before = found.get(i);
                raster.add(map.bank(), before.source(), 1);
                found.set(i, measure(before));
                raster.add(map.bank(), found.get(i).source(), -1);
                moves |= found.get(i).differsFrom(before);
            }
        }
    }

    private FoundSource measure(FoundSource start) {
        HeatSource top = fit.climb(start.source());
        PointFilter.Reading reading = fit.read(top);
        if (reading.isHidden()) {
            return start;
        }
        double[] at = look.grid().positionOf(top.across(), top.along());
        int node = map.lattice().nodeOf(at[0], at[1], start.node());
        int judged = map.idle().knows(node) ? node : start.node();
        return map.idle()
                .judge(judged, readings.look(reading), extraVariance)
                .map(d -> new FoundSource(top.withAmount(d.kelvin() * NodeReadings.ROOF_SQUARE_METRES), judged, d))
                .orElse(start);
    }

    /** Two that the sensor cannot tell apart, or that one explains nearly as well, become one. */
    private boolean mergeNearest() {
        List<Pair> near = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                HeatSource a = found.get(i).source();
                HeatSource b = found.get(j).source();
                double squared = map.bank().squaredMetres(a.across() - b.across(), a.along() - b.along());
                if (squared < FARTHEST_TWINS_METRES * FARTHEST_TWINS_METRES) {
                    near.add(new Pair(j, i, Math.sqrt(squared)));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Pair::metres));
        return near.stream().anyMatch(this::merge);
    }

    private boolean merge(Pair pair) {
        FoundSource one = found.get(pair.one());
        FoundSource other = found.get(pair.other());
        raster.add(map.bank(), one.source(), 1);
        raster.add(map.bank(), other.source(), 1);
        FoundSource stronger = one.z() > other.z() ? one : other;
        FoundSource both = measure(new FoundSource(
                HeatSource.between(one.source(), other.source()), stronger.node(), stronger.deviation()));
        FilterBank.Placed filter =
                map.bank().at(both.source().across(), both.source().along());
        double variance = both.variance() / filter.read(raster).variance();
        raster.add(map.bank(), both.source(), -1);
        double asOne = filter.squares(raster);
        raster.add(map.bank(), both.source(), 1);
        raster.add(map.bank(), one.source(), -1);
        raster.add(map.bank(), other.source(), -1);
        double asTwo = filter.squares(raster);
        if (pair.metres() >= map.mergeMetres() && !((asOne - asTwo) / variance < WORTH_TWO)) {
            return false;
        }
        raster.add(map.bank(), one.source(), 1);
        raster.add(map.bank(), other.source(), 1);
        raster.add(map.bank(), both.source(), -1);
        found.set(pair.one(), both);
        found.remove(pair.other());
        return true;
    }

    private List<FoundSource> withoutTheVoid() {
        while (true) {
            double[] factor = JointErrors.of(map.bank(), found).ofAmounts();
            List<FoundSource> joint = new ArrayList<>();
            for (int i = 0; i < factor.length; i++) {
                joint.add(found.get(i).lessCertain(factor[i]));
            }
            Optional<FoundSource> weakest = joint.stream()
                    .filter(source -> !(source.z() > NOTHING))
                    .min(Comparator.comparingDouble(FoundSource::z));
            if (weakest.isEmpty()) {
                return List.copyOf(found);
            }
            int gone = joint.indexOf(weakest.get());
            raster.add(map.bank(), found.get(gone).source(), 1);
            found.remove(gone);
            refine();
        }
    }
}
