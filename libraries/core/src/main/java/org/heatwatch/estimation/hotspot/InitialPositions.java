package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Initial positions of blended sources, whose highest node may lie between them. A small part of the highest node is
 * subtracted repeatedly (CLEAN with a small gain; Hogbom 1974); there is a source where most was subtracted.
 */
final class InitialPositions {
    /** Smallest z of a node near which sources are searched. */
    static final double LEAST_Z = 3.5;

    private static final double NEAR_METRES = 300;
    private static final double GAIN = 0.2;
    private static final double STOP_Z = 1.5;
    private static final int MOST_PARTS = 300;

    /** Standard deviation of the Gaussian that the parts are smoothed with before their peaks are found. */
    private static final double BEAM_METRES = 35;

    private static final double ADJACENT_METRES = 1.5 * SearchLattice.SPACING_METRES;

    private final SearchLattice lattice;
    private final SamplingGrid grid;
    private final SourceImage image;
    private final Map<Integer, Double> subtracted = new LinkedHashMap<>();

    /** An initial source and its node. */
    record Position(int node, PointSource source) {}

    InitialPositions(SearchLattice lattice, SamplingGrid grid, SourceImage image) {
        this.lattice = lattice;
        this.grid = grid;
        this.image = image;
    }

    /** Finds the initial positions. Raster and nodes are restored, apart from rounding. */
    List<Position> find(ScoredNodes nodes, SampleRaster raster) {
        boolean[] searched = searched(nodes);
        List<Position> parts = new ArrayList<>();
        while (parts.size() < MOST_PARTS) {
            int highest = highest(nodes, searched);
            if (highest < 0) {
                break;
            }
            double amount = GAIN * nodes.excess(highest) * NodeEstimates.BUILDING_SQUARE_METRES;
            Position part = new Position(highest, at(highest, amount));
            parts.add(part);
            subtracted.merge(highest, amount, Double::sum);
            raster.add(image, part.source(), -1);
            nodes.updateNear(highest, raster);
        }
        parts.forEach(part -> raster.add(image, part.source(), 1));
        return positions();
    }

    /** Index of the highest node; -1 if none exceeds the lower limit. */
    private static int highest(ScoredNodes nodes, boolean[] searched) {
        int highest = -1;
        double z = STOP_Z;
        for (int node = 0; node < searched.length; node++) {
            if (searched[node] && nodes.z(node) > z) {
                z = nodes.z(node);
                highest = node;
            }
        }
        return highest;
    }

    /** The nodes in the neighbourhood of a sufficiently high one. */
    private boolean[] searched(ScoredNodes nodes) {
        boolean[] near = new boolean[lattice.count()];
        for (int node = 0; node < near.length; node++) {
            if (nodes.z(node) > LEAST_Z) {
                for (int other = 0; other < near.length; other++) {
                    near[other] |= lattice.squaredMetres(node, other) <= NEAR_METRES * NEAR_METRES;
                }
            }
        }
        return near;
    }

    private PointSource at(int node, double amount) {
        double[] index = grid.indexOf(lattice.east(node), lattice.north(node));
        return new PointSource(index[0], index[1], amount);
    }

    /** The local maxima of the smoothed parts, each with the amount of the parts nearest to it. */
    private List<Position> positions() {
        Map<Integer, Double> smoothed = new LinkedHashMap<>();
        subtracted.keySet().forEach(node -> smoothed.put(node, smoothedAt(node)));
        List<Integer> peaks = subtracted.keySet().stream()
                .filter(node ->
                        smoothed.entrySet().stream().noneMatch(other -> isHigherNeighbour(node, other, smoothed)))
                .sorted()
                .toList();
        Map<Integer, Double> amounts = new LinkedHashMap<>();
        subtracted.forEach((node, amount) -> amounts.merge(nearest(node, peaks), amount, Double::sum));
        return peaks.stream()
                .map(peak -> new Position(peak, at(peak, amounts.getOrDefault(peak, 0.0))))
                .toList();
    }

    private double smoothedAt(int node) {
        double sum = 0;
        for (Map.Entry<Integer, Double> part : subtracted.entrySet()) {
            double squared = lattice.squaredMetres(node, part.getKey());
            sum += part.getValue() * Math.exp(-squared / (2 * BEAM_METRES * BEAM_METRES));
        }
        return sum;
    }

    /** Of two equal neighbours, the one with the lower index counts as the higher. */
    private boolean isHigherNeighbour(int node, Map.Entry<Integer, Double> other, Map<Integer, Double> smoothed) {
        double own = Objects.requireNonNull(smoothed.get(node));
        return other.getKey() != node
                && lattice.squaredMetres(node, other.getKey()) < ADJACENT_METRES * ADJACENT_METRES
                && (other.getValue() > own || (other.getValue() == own && other.getKey() < node));
    }

    private int nearest(int node, List<Integer> peaks) {
        int nearest = peaks.getFirst();
        for (int peak : peaks) {
            if (lattice.squaredMetres(node, peak) < lattice.squaredMetres(node, nearest)) {
                nearest = peak;
            }
        }
        return nearest;
    }
}
