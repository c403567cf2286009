package org.heatwatch.estimation.composite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.background.SplineLattice;

/**
 * Normal equations of the four maps of a joint fit to all samples, solved by preconditioned conjugate gradients.
 *
 * <p>Where all scenes show the same ground equally well, the matrix is the Kronecker product of a temporal matrix of
 * four rows and a spatial matrix of one map. That product is the preconditioner; clouds and the positions of the
 * samples
 * are what is left to iterate. The result does not depend on the number of threads.
 */
final class JointEquations {
    /** Penalty of each map relative to its data; small: neighbouring scenes and samples determine the maps. */
    static final double[] SMOOTHNESS = {0.001, 0.03, 0.03, 0.001};

    static final double RIDGE = 1e-5;
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_ITERATIONS = 60;
    private static final int CHUNKS = 8;

    private final SplineLattice lattice;
    private final List<WeightedScene> scenes;
    private final int nodes;
    private final Roughness roughness;
    private final DMatrixRMaj temporal = new DMatrixRMaj(MapVector.MAPS, MapVector.MAPS);
    private final DMatrixRMaj temporalInverse = new DMatrixRMaj(MapVector.MAPS, MapVector.MAPS);
    private final SpatialMatrix spatial;

    private JointEquations(SplineLattice lattice, List<WeightedScene> scenes, SpatialMatrix spatial) {
        this.lattice = lattice;
        this.scenes = scenes;
        this.nodes = lattice.columns() * lattice.rows();
        this.roughness = new Roughness(lattice);
        this.spatial = spatial;
        addTemporal();
        if (!CommonOps_DDRM.invert(temporal, temporalInverse)) {
            throw new IllegalArgumentException("the scenes do not determine a yearly cycle and an excess");
        }
    }

    /**
     * The equations of some scenes.
     *
     * @throws IllegalArgumentException if the scenes do not determine the four maps
     */
    static JointEquations of(SplineLattice lattice, List<WeightedScene> scenes) {
        return new JointEquations(
                lattice, scenes, SpatialMatrix.of(lattice, scenes, SMOOTHNESS[MapVector.EXCESS], RIDGE));
    }

    /** Equations of other scenes or weights, with the spatial matrix of these, which is nearly the same. */
    JointEquations with(List<WeightedScene> others) {
        return new JointEquations(lattice, others, spatial);
    }

    private void addTemporal() {
        double all = 0;
        for (WeightedScene scene : scenes) {
            double[] factors = scene.factors();
            double weight = scene.weightSum();
            all += weight;
            for (int i = 0; i < MapVector.MAPS; i++) {
                for (int j = 0; j < MapVector.MAPS; j++) {
                    temporal.add(i, j, weight * factors[i] * factors[j]);
                }
            }
        }
        for (int i = 0; i < MapVector.MAPS; i++) {
            temporal.add(i, i, 1e-9 * all);
        }
    }

    /** Variance of the excess per unit of the spatial factor: diagonal of the inverse temporal matrix. */
    double excessVariance() {
        return temporalInverse.get(MapVector.EXCESS, MapVector.EXCESS);
    }

    /** Weight with which a scene's residuals enter the excess. */
    double gain(WeightedScene scene) {
        double[] factors = scene.factors();
        double sum = 0;
        for (int i = 0; i < MapVector.MAPS; i++) {
            sum += temporalInverse.get(MapVector.EXCESS, i) * factors[i];
        }
        return sum * scene.weightSum();
    }

    /** One scene's residuals as a map that is as smooth as the composite, effective kelvin. */
    double[] smooth(WeightedScene scene, double[] residual) {
        return smooth(scene, residual, scene.weights(), scene.weightSum());
    }

    /** The same without the robust weights of the samples, which make heat that the maps do not contain smaller. */
    double[] smoothUnweighted(WeightedScene scene, double[] residual) {
        double[] ones = new double[residual.length];
        Arrays.fill(ones, 1);
        return smooth(scene, residual, ones, ones.length);
    }

    private double[] smooth(WeightedScene scene, double[] residual, double[] weights, double sum) {
        double[] map = new double[nodes];
        SplinePoint point = new SplinePoint(lattice);
        for (int s = 0; s < residual.length; s++) {
            point.at(scene.east(s), scene.north(s)).add(weights[s] / sum * residual[s], map);
        }
        return spatial.solve(map);
    }

    /** Equations of the excess of these scenes of the period above an idle ground that is known. */
    ExcessEquations ofExcess() {
        return new ExcessEquations(
                lattice,
                scenes.stream().filter(scene -> scene.scene().isInPeriod()).toList(),
                spatial);
    }

    /** Solves for the coefficients of the maps. */
    MapVector solve(MapVector start) {
        return solve(start, TOLERANCE);
    }

    /**
     * Solves for the coefficients of the maps.
     *
     * @param tolerance of the residual relative to the right-hand side
     */
    MapVector solve(MapVector start, double tolerance) {
        return solve((scene, s) -> scene.target(s), start, tolerance);
    }

    /** Solves for the coefficients of the maps of other values of the samples. */
    MapVector solve(SampleValue value, MapVector start, double tolerance) {
        return solve(accumulate(value), start, tolerance);
    }

    private MapVector solve(MapVector rightSide, MapVector start, double tolerance) {
        return new ConjugateGradients(this::multiply, this::precondition, MOST_ITERATIONS)
                .solve(rightSide, start, tolerance);
    }

    private MapVector precondition(MapVector vector) {
        double[][] solved = Arrays.stream(vector.maps())
                .parallel()
                .map(spatial::precondition)
                .toArray(double[][]::new);
        MapVector result = MapVector.zero(nodes);
        for (int m = 0; m < MapVector.MAPS; m++) {
            for (int n = 0; n < MapVector.MAPS; n++) {
                double factor = temporalInverse.get(m, n);
                for (int i = 0; i < nodes; i++) {
                    result.maps()[m][i] += factor * solved[n][i];
                }
            }
        }
        return result;
    }

    private MapVector multiply(MapVector vector) {
        MapVector product = accumulateMap(vector);
        for (int m = 0; m < MapVector.MAPS; m++) {
            double data = temporal.get(m, m) / nodes;
            roughness.multiply(SMOOTHNESS[m] * data, vector.maps()[m], product.maps()[m]);
            for (int i = 0; i < nodes; i++) {
                product.maps()[m][i] += RIDGE * data * vector.maps()[m][i];
            }
        }
        return product;
    }

    private MapVector accumulateMap(MapVector vector) {
        return inChunks((scene, point, sum) -> {
            double[] combined = combine(vector, scene.factors());
            double[] map = new double[nodes];
            for (int s = 0; s < scene.weights().length; s++) {
                point.at(scene.east(s), scene.north(s));
                point.add(scene.weights()[s] * point.value(combined), map);
            }
            spread(map, scene.factors(), sum);
        });
    }

    /** Value of a sample. */
    interface SampleValue {
        double of(WeightedScene scene, int sample);
    }

    private MapVector accumulate(SampleValue value) {
        return inChunks((scene, point, sum) -> {
            double[] map = new double[nodes];
            for (int s = 0; s < scene.weights().length; s++) {
                point.at(scene.east(s), scene.north(s));
                point.add(scene.weights()[s] * value.of(scene, s), map);
            }
            spread(map, scene.factors(), sum);
        });
    }

    private interface SceneSum {
        void add(WeightedScene scene, SplinePoint point, MapVector sum);
    }

    /** Sums over the scenes in a fixed order, whatever the number of threads. */
    private MapVector inChunks(SceneSum scene) {
        List<MapVector> sums = IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk -> {
                    MapVector sum = MapVector.zero(nodes);
                    SplinePoint point = new SplinePoint(lattice);
                    for (int k = chunk; k < scenes.size(); k += CHUNKS) {
                        scene.add(scenes.get(k), point, sum);
                    }
                    return sum;
                })
                .toList();
        MapVector total = MapVector.zero(nodes);
        sums.forEach(sum -> total.add(1, sum));
        return total;
    }

    /** The map of one scene: the maps, each times its factor. */
    static double[] combine(MapVector vector, double[] factors) {
        double[] combined = new double[vector.maps()[0].length];
        for (int m = 0; m < MapVector.MAPS; m++) {
            double[] map = vector.maps()[m];
            if (factors[m] != 0) {
                for (int i = 0; i < combined.length; i++) {
                    combined[i] += factors[m] * map[i];
                }
            }
        }
        return combined;
    }

    private static void spread(double[] map, double[] factors, MapVector sum) {
        for (int m = 0; m < MapVector.MAPS; m++) {
            if (factors[m] != 0) {
                for (int i = 0; i < map.length; i++) {
                    sum.maps()[m][i] += factors[m] * map[i];
                }
            }
        }
    }
}
