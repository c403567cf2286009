package org.heatwatch.estimation.composite;

import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.SplineLattice;

/**
 * Normal equations of the mean excess of some scenes above an idle ground that is known, solved by preconditioned
 * conjugate gradients. The preconditioner is the spatial matrix of all scenes of the joint fit. The result does not
 * depend on the number of threads.
 */
final class ExcessEquations {
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_ITERATIONS = 60;
    private static final int CHUNKS = 8;

    private final SplineLattice lattice;
    private final List<WeightedScene> scenes;
    private final SpatialMatrix spatial;
    private final Roughness roughness;
    private final double weight;

    /**
     * The equations of some scenes.
     *
     * @param scenes of the period, at least one
     * @param spatial matrix of one map, for samples whose weights sum to 1
     */
    ExcessEquations(SplineLattice lattice, List<WeightedScene> scenes, SpatialMatrix spatial) {
        this.lattice = lattice;
        this.scenes = scenes;
        this.spatial = spatial;
        this.roughness = new Roughness(lattice);
        this.weight = scenes.stream().mapToDouble(WeightedScene::weightSum).sum();
    }

    /**
     * Solves for the coefficients of the excess.
     *
     * @param maps with the idle ground, and the excess to start from
     */
    double[] solve(MapVector maps) {
        return new ConjugateGradients(
                        vector -> oneMap(multiply(vector.maps()[0])),
                        vector -> oneMap(precondition(vector.maps()[0])),
                        MOST_ITERATIONS)
                .solve(oneMap(rightSide(maps)), oneMap(maps.maps()[MapVector.EXCESS]), TOLERANCE)
                .maps()[0];
    }

    private static MapVector oneMap(double[] map) {
        return new MapVector(new double[][] {map});
    }

    private static void add(double factor, double[] vector, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private double[] precondition(double[] vector) {
        double[] solved = spatial.precondition(new double[][] {vector})[0];
        for (int i = 0; i < solved.length; i++) {
            solved[i] /= weight;
        }
        return solved;
    }

    private double[] multiply(double[] map) {
        double[] product = sum(_ -> (scene, point, s) -> point.value(map));
        double ofData = weight / map.length;
        roughness.multiply(JointEquations.SMOOTHNESS[MapVector.EXCESS] * ofData, map, product);
        add(JointEquations.RIDGE * ofData, map, product);
        return product;
    }

    private double[] rightSide(MapVector maps) {
        return sum(of -> {
            double[] factors = of.factors();
            factors[MapVector.EXCESS] = 0;
            double[] idle = JointEquations.combine(maps, factors);
            return (scene, point, s) -> scene.target(s) - point.value(idle);
        });
    }

    private interface SampleValue {
        double of(WeightedScene scene, SplinePoint point, int sample);
    }

    private interface ValueOfScene {
        SampleValue of(WeightedScene scene);
    }

    /** Weighted sum of the splines over all samples, in a fixed order. */
    private double[] sum(ValueOfScene value) {
        List<double[]> sums = IntStream.range(0, Math.min(CHUNKS, scenes.size()))
                .parallel()
                .mapToObj(chunk -> {
                    double[] map = new double[lattice.columns() * lattice.rows()];
                    SplinePoint point = new SplinePoint(lattice);
                    for (int k = chunk; k < scenes.size(); k += CHUNKS) {
                        WeightedScene scene = scenes.get(k);
                        SampleValue of = value.of(scene);
                        for (int s = 0; s < scene.weights().length; s++) {
                            point.at(scene.east(s), scene.north(s));
                            point.add(scene.weights()[s] * of.of(scene, point, s), map);
                        }
                    }
                    return map;
                })
                .toList();
        double[] total = new double[lattice.columns() * lattice.rows()];
        sums.forEach(map -> add(1, map, total));
        return total;
    }
}
