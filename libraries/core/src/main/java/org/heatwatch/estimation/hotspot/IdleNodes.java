package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.baseline.IdlePool;

/** The idle behaviour of every node. */
final class IdleNodes {
    /** Of the nodes that stand for all: farther apart than the point spread is wide. */
    private static final int STEP = 3;

    private final List<Optional<Baseline>> baselines;
    private final List<OneScene> dormant;

    /** Of the nodes of one dormant scene: which look of its node each is; -1 where it is hidden. */
    private record OneScene(List<Integer> numberOfLook) {}

    IdleNodes(SearchLattice lattice, List<NodeReadings> scenes) {
        List<List<BaselineRow>> looks = IntStream.range(0, lattice.count())
                .parallel()
                .mapToObj(node ->
                        scenes.stream().flatMap(s -> s.look(node).stream()).toList())
                .toList();
        IdlePool pool = IdlePool.of(IntStream.range(0, lattice.count())
                .filter(node -> lattice.isOneOfEvery(STEP, node))
                .mapToObj(looks::get)
                .toList());
        baselines = looks.parallelStream()
                .map(of -> of.size() < Baseline.FEWEST_LOOKS
                        ? Optional.<Baseline>empty()
                        : Optional.of(Baseline.of(of, pool)))
                .toList();
        dormant = numbers(lattice.count(), scenes);
    }

    private static List<OneScene> numbers(int nodes, List<NodeReadings> scenes) {
        int[] before = new int[nodes];
        List<OneScene> all = new ArrayList<>();
        for (NodeReadings scene : scenes) {
            List<Integer> numbers = new ArrayList<>(nodes);
            for (int node = 0; node < nodes; node++) {
                numbers.add(scene.look(node).isPresent() ? before[node]++ : -1);
            }
            all.add(new OneScene(numbers));
        }
        return all;
    }

    boolean knows(int node) {
        return baselines.get(node).isPresent();
    }

    /** Empty where the node has too few dormant looks. */
    Optional<ExcessOverBaseline> judge(int node, BaselineRow look, double extraVariance) {
        return baselines.get(node).map(baseline -> baseline.judge(look, extraVariance));
    }

    /** Every node that a dormant scene shows, judged as if the scene had taken no part. */
    List<ExcessOverBaseline> judgeDormant(int scene) {
        List<Integer> numbers = dormant.get(scene).numberOfLook();
        return IntStream.range(0, numbers.size())
                .filter(node -> numbers.get(node) >= 0)
                .mapToObj(node -> baselines.get(node).map(b -> b.judgeLeftOut(numbers.get(node))))
                .flatMap(Optional::stream)
                .toList();
    }
}
