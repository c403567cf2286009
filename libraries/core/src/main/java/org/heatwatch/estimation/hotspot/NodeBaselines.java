package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.baseline.EmpiricalBayesPrior;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/** The baseline of every node of the lattice. */
final class NodeBaselines {
    /** Spacing, in nodes, of those that the prior is learned from: more than the width of the point spread. */
    private static final int STEP = 3;

    private final List<Optional<Baseline>> baselines;
    private final List<RowIndices> reference;

    /** For each node, the index of one reference scene in the rows of its baseline; -1 where the node is hidden. */
    private record RowIndices(List<Integer> byNode) {}

    private NodeBaselines(List<Optional<Baseline>> baselines, List<RowIndices> reference) {
        this.baselines = baselines;
        this.reference = reference;
    }

    static NodeBaselines of(SearchLattice lattice, List<NodeEstimates> scenes) {
        List<List<BaselineRow>> rows = IntStream.range(0, lattice.count())
                .parallel()
                .mapToObj(node ->
                        scenes.stream().flatMap(s -> s.row(node).stream()).toList())
                .toList();
        EmpiricalBayesPrior prior = EmpiricalBayesPrior.of(IntStream.range(0, lattice.count())
                .filter(node -> lattice.isOneOfEvery(STEP, node))
                .mapToObj(rows::get)
                .toList());
        List<Optional<Baseline>> baselines = rows.parallelStream()
                .map(of -> of.size() < Baseline.FEWEST_OBSERVATIONS
                        ? Optional.<Baseline>empty()
                        : Optional.of(Baseline.of(of, prior)))
                .toList();
        return new NodeBaselines(baselines, rowIndices(lattice.count(), scenes));
    }

    private static List<RowIndices> rowIndices(int nodes, List<NodeEstimates> scenes) {
        int[] next = new int[nodes];
        List<RowIndices> all = new ArrayList<>();
        for (NodeEstimates scene : scenes) {
            List<Integer> byNode = new ArrayList<>(nodes);
            for (int node = 0; node < nodes; node++) {
                byNode.add(scene.row(node).isPresent() ? next[node]++ : -1);
            }
            all.add(new RowIndices(byNode));
        }
        return all;
    }

    /** Whether a node was observed often enough for a baseline. */
    boolean hasBaseline(int node) {
        return baselines.get(node).isPresent();
    }

    /** Judges an observation of a node; empty if the node has no baseline. */
    Optional<ExcessOverBaseline> judge(int node, BaselineRow row, double extraVariance) {
        return baselines.get(node).map(baseline -> baseline.judge(row, extraVariance));
    }

    /** Judges every node that a reference scene shows, as if the scene had been excluded from the fit. */
    List<ExcessOverBaseline> judgeReference(int scene) {
        List<Integer> indices = reference.get(scene).byNode();
        return IntStream.range(0, indices.size())
                .filter(node -> indices.get(node) >= 0)
                .mapToObj(node -> baselines.get(node).map(b -> b.judgeLeaveOneOut(indices.get(node))))
                .flatMap(Optional::stream)
                .toList();
    }
}
