package org.heatwatch.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.baseline.Deviation;

/**
 * Finds the hot places of one scene: takes the highest node, takes a source there off the samples, and looks again (CLEAN;
 * Hogbom 1974). After each, all sources found so far are measured anew with the others taken off, so that neighbours part.
 */
final class SceneSearch {
    private static final int MOST_SOURCES = 40;
    private static final int ROUNDS = 6;

    private final HotSpotMap map;
    private final SceneLook look;
    private final double extraVariance;
    private final SampleRaster raster;
    private final NodeReadings nodes;
    private final SourceFit fit;
    private final List<Found> found = new ArrayList<>();

    /**
     * A source and what it is judged by.
     *
     * @param node whose idle behaviour is the place's
     * @param deviation with all other sources taken off
     */
    record Found(HeatSource source, int node, Deviation deviation) {
        double z() {
            return deviation.z();
        }

        double tail() {
            return FalseAlarmRate.tail(deviation);
        }
    }

    SceneSearch(HotSpotMap map, SceneLook look, double extraVariance) {
        this.map = map;
        this.look = look;
        this.extraVariance = extraVariance;
        this.raster = new SampleRaster(look.samples(), look.grid());
        this.nodes = new NodeReadings(look, map.idleVariance(), map.lattice(), map.bank());
        this.fit = new SourceFit(map.bank(), raster);
    }

    /** Sources that stand out each by itself. */
    List<Found> search() {
        for (int turn = 0; turn < MOST_SOURCES; turn++) {
            nodes.read(raster);
            Optional<Found> next = hottest();
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
            refine();
        }
        while (mergeNearest()) {
            refine();
        }
        nodes.read(raster);
        return onlyCertain();
    }

    /** Share of the nodes that can be judged in this scene. */
    double observedShare() {
        long seen = IntStream.range(0, map.lattice().count())
                .filter(node -> judge(node).isPresent())
                .count();
        return (double) seen / map.lattice().count();
    }

    private Optional<Deviation> judge(int node) {
        return nodes.look(node).flatMap(l -> map.idle().judge(node, l, extraVariance));
    }

    private Optional<Found> hottest() {
        Optional<Found> best = Optional.empty();
        for (int node = 0; node < map.lattice().count(); node++) {
            Optional<Deviation> deviation = judge(node);
            double highest = best.map(Found::z).orElse(FalseAlarmRate.DULL);
            if (deviation.isPresent() && deviation.get().z() > highest) {
                double[] at = look.grid()
                        .indexOf(map.lattice().east(node), map.lattice().north(node));
                best = Optional.of(new Found(new HeatSource(at[0], at[1], 0), node, deviation.get()));
            }
        }
        return best.filter(b -> b.tail() < map.rate().threshold());
    }

    private void refine() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < found.size(); i++) {
                HeatSource before = found.get(i).source();
                raster.add(map.bank(), before, 1);
                found.set(i, measure(found.get(i)));
                raster.add(map.bank(), found.get(i).source(), -1);
            }
        }
    }

    private Found measure(Found start) {
        HeatSource top = fit.climb(start.source());
        PointFilter.Reading reading = fit.read(top);
        if (reading.isHidden()) {
            return start;
        }
        double[] at = look.grid().positionOf(top.across(), top.along());
        int node = map.lattice().nodeOf(at[0], at[1], start.node());
        int judged = map.idle().knows(node) ? node : start.node();
        return map.idle()
                .judge(judged, nodes.look(reading), extraVariance)
                .map(d -> new Found(top.withAmount(d.kelvin() * NodeReadings.ROOF_SQUARE_METRES), judged, d))
                .orElse(start);
    }

    /** Two that the sensor cannot tell apart become one between them. */
    private boolean mergeNearest() {
        double nearest = map.mergeMetres() * map.mergeMetres();
        int one = -1;
        int other = -1;
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                HeatSource a = found.get(i).source();
                HeatSource b = found.get(j).source();
                double squared = map.bank().squaredMetres(a.across() - b.across(), a.along() - b.along());
                if (squared < nearest) {
                    nearest = squared;
                    one = i;
                    other = j;
                }
            }
        }
        if (one < 0) {
            return false;
        }
        Found a = found.get(one);
        Found b = found.get(other);
        double wa = Math.max(0, a.source().kelvinSquareMetres());
        double wb = Math.max(0, b.source().kelvinSquareMetres());
        double share = wa + wb > 0 ? wa / (wa + wb) : 0.5;
        HeatSource merged = new HeatSource(
                share * a.source().across() + (1 - share) * b.source().across(),
                share * a.source().along() + (1 - share) * b.source().along(),
                a.source().kelvinSquareMetres() + b.source().kelvinSquareMetres());
        raster.add(map.bank(), a.source(), 1);
        raster.add(map.bank(), b.source(), 1);
        raster.add(map.bank(), merged, -1);
        Found stronger = a.z() > b.z() ? a : b;
        found.set(other, new Found(merged, stronger.node(), stronger.deviation()));
        found.remove(one);
        return true;
    }

    /** Drops the weakest until each is certain even though the others' amounts are not. */
    private List<Found> onlyCertain() {
        while (true) {
            List<Found> joint = joint();
            Optional<Found> weakest = joint.stream()
                    .filter(f -> !(f.tail() < map.rate().threshold()))
                    .min(Comparator.comparingDouble(Found::z));
            if (weakest.isEmpty()) {
                return joint;
            }
            int gone = joint.indexOf(weakest.get());
            raster.add(map.bank(), found.get(gone).source(), 1);
            found.remove(gone);
            refine();
        }
    }

    /** With errors that allow for the other sources' amounts: each filter answers to each source a little. */
    private List<Found> joint() {
        int n = found.size();
        DMatrixRMaj leak = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            HeatSource own = found.get(i).source();
            FilterBank.Placed filter = map.bank().at(own.across(), own.along());
            for (int j = 0; j < n; j++) {
                HeatSource source = found.get(j).source();
                leak.set(
                        i,
                        j,
                        filter.filter()
                                .leak(map.bank(), source.across() - filter.across(), source.along() - filter.along()));
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        if (n == 0 || !CommonOps_DDRM.invert(leak, inverse)) {
            return List.copyOf(found);
        }
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    Found f = found.get(i);
                    Deviation d = f.deviation();
                    double larger = Math.sqrt(Math.max(1, inverse.get(i, i)));
                    return new Found(
                            f.source(), f.node(), new Deviation(d.kelvin(), larger * d.standardError(), d.freedom()));
                })
                .toList();
    }
}
