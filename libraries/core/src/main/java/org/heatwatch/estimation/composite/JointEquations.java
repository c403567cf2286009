package org.heatwatch.estimation.composite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.heatwatch.estimation.background.SplineLattice;

/**
 * Normal equations of the four maps of a joint fit to all samples, solved by preconditioned conjugate gradients.
 *
 * <p>Where all scenes show the same ground equally well, the matrix is the Kronecker product of a temporal matrix of
 * four rows and a spatial matrix of one map, plus the penalties of the maps, and the fit of their {@link TemporalModes}
 * is that of one map each. This is the preconditioner; clouds and the positions of the samples are what is left to
 * iterate. The result does not depend on the number of threads.
 */
final class JointEquations {
    /** Penalty of each map relative to its data; small: neighbouring scenes and samples determine the maps. */
    static final double[] SMOOTHNESS = {0.001, 0.03, 0.03, 0.001};

    static final double RIDGE = 1e-5;
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_ITERATIONS = 60;
    private static final int CHUNKS = 8;

    /** Scenes that are added to the maps together. */
    private static final int BATCH = 8;

    /** Nodes that stay in the fastest cache of a processor meanwhile. */
    private static final int TILE = 512;

    private final SplineLattice lattice;
    private final List<WeightedScene> scenes;
    private final int nodes;
    private final Roughness roughness;
    private final DMatrixRMaj temporal = new DMatrixRMaj(MapVector.MAPS, MapVector.MAPS);
    private final SpatialMatrix spatial;
    private final TemporalModes modes;

    private JointEquations(SplineLattice lattice, List<WeightedScene> scenes, SpatialMatrix spatial) {
        this.lattice = lattice;
        this.scenes = scenes;
        this.nodes = lattice.columns() * lattice.rows();
        this.roughness = new Roughness(lattice);
        this.spatial = spatial;
        addTemporal();
        modes = TemporalModes.of(temporal, SMOOTHNESS);
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
        return modes.inverse(MapVector.EXCESS, MapVector.EXCESS);
    }

    /** Weight with which a scene's residuals enter the excess. */
    double gain(WeightedScene scene) {
        double[] factors = scene.factors();
        double sum = 0;
        for (int i = 0; i < MapVector.MAPS; i++) {
            sum += modes.inverse(MapVector.EXCESS, i) * factors[i];
        }
        return sum * scene.weightSum();
    }

    /**
     * Residuals of each scene as a map that is as smooth as the composite, effective kelvin.
     *
     * @param residuals one for each sample of a scene
     */
    List<double[]> smooth(List<WeightedScene> some, Function<WeightedScene, double[]> residuals) {
        return spatial.solve(some.parallelStream()
                .map(scene -> weighted(scene, residuals.apply(scene)))
                .toList());
    }

    private double[] weighted(WeightedScene scene, double[] residual) {
        double[] map = new double[nodes];
        double sum = scene.weightSum();
        SplinePoint point = new SplinePoint(lattice);
        for (int s = 0; s < residual.length; s++) {
            point.at(scene.east(s), scene.north(s)).add(scene.weights()[s] / sum * residual[s], map);
        }
        return map;
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
        return conjugateGradients().solve(accumulate((scene, s) -> scene.target(s)), start, tolerance);
    }

    /** The same without an approximate solution to start from. */
    MapVector solve(double tolerance) {
        return solve((scene, s) -> scene.target(s), tolerance);
    }

    /** Solves for the coefficients of the maps of other values of the samples. */
    MapVector solve(SampleValue value, double tolerance) {
        return conjugateGradients().solve(accumulate(value), tolerance);
    }

    private ConjugateGradients conjugateGradients() {
        return new ConjugateGradients(this::multiply, this::precondition, MOST_ITERATIONS);
    }

    private MapVector precondition(MapVector vector) {
        return new MapVector(modes.maps(spatial.precondition(modes.combined(vector.maps()), modes.penalties())));
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
        return inChunks(Optional.of(vector), (scene, point, combined, map) -> {
            for (int s = 0; s < scene.weights().length; s++) {
                point.at(scene.east(s), scene.north(s));
                point.add(scene.weights()[s] * point.value(combined), map);
            }
        });
    }

    /** Value of a sample. */
    interface SampleValue {
        double of(WeightedScene scene, int sample);
    }

    private MapVector accumulate(SampleValue value) {
        return inChunks(Optional.empty(), (scene, point, _, map) -> {
            for (int s = 0; s < scene.weights().length; s++) {
                point.at(scene.east(s), scene.north(s));
                point.add(scene.weights()[s] * value.of(scene, s), map);
            }
        });
    }

    /** Adds the samples of a scene to its map, where {@code combined} is the value of the maps in this scene. */
    private interface SampleSum {
        void add(WeightedScene scene, SplinePoint point, double[] combined, double[] map);
    }

    /** Sums over the scenes in a fixed order, whatever the number of threads. */
    private MapVector inChunks(Optional<MapVector> vector, SampleSum samples) {
        List<MapVector> sums = IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk -> sum(every(chunk), vector, samples))
                .toList();
        MapVector total = MapVector.zero(nodes);
        sums.forEach(sum -> total.add(1, sum));
        return total;
    }

    private List<WeightedScene> every(int chunk) {
        return IntStream.iterate(chunk, k -> k < scenes.size(), k -> k + CHUNKS)
                .mapToObj(scenes::get)
                .toList();
    }

    /** Reads and writes the four maps once for several scenes: they are larger than the cache of a processor. */
    private MapVector sum(List<WeightedScene> some, Optional<MapVector> vector, SampleSum samples) {
        MapVector sum = MapVector.zero(nodes);
        SplinePoint point = new SplinePoint(lattice);
        double[][] combined = new double[Math.min(BATCH, some.size())][nodes];
        double[][] maps = new double[combined.length][nodes];
        for (int first = 0; first < some.size(); first += BATCH) {
            List<WeightedScene> batch = some.subList(first, Math.min(some.size(), first + BATCH));
            vector.ifPresent(of -> combine(of, batch, combined));
            for (int k = 0; k < batch.size(); k++) {
                Arrays.fill(maps[k], 0);
                samples.add(batch.get(k), point, combined[k], maps[k]);
            }
            spread(maps, batch, sum);
        }
        return sum;
    }

    /** The map of one scene: the maps, each times its factor. */
    static double[] combine(MapVector vector, double[] factors) {
        double[] combined = new double[vector.maps()[0].length];
        combine(vector, factors, combined, 0, combined.length);
        return combined;
    }

    private static void combine(MapVector vector, List<WeightedScene> batch, double[][] combined) {
        for (int from = 0; from < combined[0].length; from += TILE) {
            int to = Math.min(combined[0].length, from + TILE);
            for (int k = 0; k < batch.size(); k++) {
                Arrays.fill(combined[k], from, to, 0);
                combine(vector, batch.get(k).factors(), combined[k], from, to);
            }
        }
    }

    private static void combine(MapVector vector, double[] factors, double[] combined, int from, int to) {
        for (int m = 0; m < factors.length; m++) {
            add(factors[m], vector.maps()[m], combined, from, to);
        }
    }

    private static void spread(double[][] maps, List<WeightedScene> batch, MapVector sum) {
        for (int from = 0; from < maps[0].length; from += TILE) {
            int to = Math.min(maps[0].length, from + TILE);
            for (int k = 0; k < batch.size(); k++) {
                double[] factors = batch.get(k).factors();
                for (int m = 0; m < factors.length; m++) {
                    add(factors[m], maps[k], sum.maps()[m], from, to);
                }
            }
        }
    }

    /** Adds a multiple of a map to another one. */
    static void add(double factor, double[] map, double[] sum) {
        add(factor, map, sum, 0, sum.length);
    }

    private static void add(double factor, double[] map, double[] sum, int from, int to) {
        if (factor != 0) {
            for (int i = from; i < to; i++) {
                sum[i] += factor * map[i];
            }
        }
    }
}
