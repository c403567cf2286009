package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Where sources begin that stand so close that the highest place lies between them: each time a small part of the highest
 * node is taken off (CLEAN with a small gain; Hogbom 1974), and where most was taken off, there is a source.
 */
final class Seeds {
    /** Only round a node this high is it worth the trouble. */
    static final double WORTH_A_LOOK = 3.5;

    private static final double NEAR_METRES = 300;
    private static final double GAIN = 0.2;
    private static final double LOWEST = 1.5;
    private static final int MOST_PARTS = 300;

    /** Width of what the parts are blurred with before their peaks are told. */
    private static final double BEAM_METRES = 35;

    private static final double NEXT_METRES = 1.5 * SearchLattice.METRES;

    private final SearchLattice lattice;
    private final SamplingGrid grid;
    private final FilterBank bank;
    private final Map<Integer, Double> taken = new LinkedHashMap<>();

    /** A source to begin with, and its node. */
    record Seed(int node, HeatSource source) {}

    Seeds(SearchLattice lattice, SamplingGrid grid, FilterBank bank) {
        this.lattice = lattice;
        this.grid = grid;
        this.bank = bank;
    }

    /** Leaves raster and nodes as they were, but for rounding. */
    List<Seed> sow(ScoredNodes nodes, SampleRaster raster) {
        boolean[] worthALook = worthALook(nodes);
        List<Seed> parts = new ArrayList<>();
        while (parts.size() < MOST_PARTS) {
            int highest = -1;
            double z = LOWEST;
            for (int node = 0; node < worthALook.length; node++) {
                if (worthALook[node] && nodes.z(node) > z) {
                    z = nodes.z(node);
                    highest = node;
                }
            }
            if (highest < 0) {
                break;
            }
            double amount = GAIN * nodes.excess(highest) * NodeReadings.ROOF_SQUARE_METRES;
            Seed part = new Seed(highest, at(highest, amount));
            parts.add(part);
            taken.merge(highest, amount, Double::sum);
            raster.add(bank, part.source(), -1);
            nodes.changedAt(highest, raster);
        }
        parts.forEach(part -> raster.add(bank, part.source(), 1));
        return peaks();
    }

    private boolean[] worthALook(ScoredNodes nodes) {
        boolean[] near = new boolean[lattice.count()];
        for (int node = 0; node < near.length; node++) {
            if (nodes.z(node) > WORTH_A_LOOK) {
                for (int other = 0; other < near.length; other++) {
                    near[other] |= lattice.squaredMetres(node, other) <= NEAR_METRES * NEAR_METRES;
                }
            }
        }
        return near;
    }

    private HeatSource at(int node, double amount) {
        double[] index = grid.indexOf(lattice.east(node), lattice.north(node));
        return new HeatSource(index[0], index[1], amount);
    }

    private List<Seed> peaks() {
        Map<Integer, Double> blurred = new LinkedHashMap<>();
        taken.keySet().forEach(node -> blurred.put(node, blurredAt(node)));
        List<Integer> tops = taken.keySet().stream()
                .filter(node -> blurred.entrySet().stream().noneMatch(other -> isHigherNeighbour(node, other, blurred)))
                .sorted()
                .toList();
        Map<Integer, Double> amounts = new LinkedHashMap<>();
        taken.forEach((node, amount) -> amounts.merge(nearest(node, tops), amount, Double::sum));
        return tops.stream()
                .map(top -> new Seed(top, at(top, amounts.getOrDefault(top, 0.0))))
                .toList();
    }

    private double blurredAt(int node) {
        double sum = 0;
        for (Map.Entry<Integer, Double> part : taken.entrySet()) {
            double squared = lattice.squaredMetres(node, part.getKey());
            sum += part.getValue() * Math.exp(-squared / (2 * BEAM_METRES * BEAM_METRES));
        }
        return sum;
    }

    /** Of two equal ones the first counts as the higher. */
    private boolean isHigherNeighbour(int node, Map.Entry<Integer, Double> other, Map<Integer, Double> blurred) {
        double own = Objects.requireNonNull(blurred.get(node));
        return other.getKey() != node
                && lattice.squaredMetres(node, other.getKey()) < NEXT_METRES * NEXT_METRES
                && (other.getValue() > own || (other.getValue() == own && other.getKey() < node));
    }

    private int nearest(int node, List<Integer> tops) {
        int nearest = tops.getFirst();
        for (int top : tops) {
            if (lattice.squaredMetres(node, top) < lattice.squaredMetres(node, nearest)) {
                nearest = top;
            }
        }
        return nearest;
    }
}
