package org.heatwatch.estimation.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.SplineLattice;

/**
 * Matrix of one map for the samples of all scenes, with weights that sum to 1, and the penalty of the map.
 *
 * <p>Each row has entries for the nodes up to three rows and columns away. The result does not depend on the number of
 * threads.
 */
final class SpatialMatrix {
    private static final int CHUNKS = 4;
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_ITERATIONS = 60;

    /** An inverse for a penalty that differs by less than this factor is near enough. */
    private static final double SIMILAR_PENALTY = 1.5;

    private final SplineLattice lattice;
    private final double[] samples;
    private final double smoothness;
    private final double ridge;
    private final double[] stencils;
    private final List<Preconditioner> preconditioners = new ArrayList<>();

    private record Preconditioner(double smoothness, OverlappingStrips strips) {
        boolean isNear(double penalty) {
            return penalty < SIMILAR_PENALTY * smoothness && smoothness < SIMILAR_PENALTY * penalty;
        }
    }

    private SpatialMatrix(SplineLattice lattice, double[] samples, double smoothness, double ridge) {
        this.lattice = lattice;
        this.samples = samples;
        this.smoothness = smoothness;
        this.ridge = ridge;
        this.stencils = penalised(smoothness);
        addPreconditioner(smoothness);
    }

    /**
     * The matrix of the samples of some scenes.
     *
     * @param smoothness penalty relative to the data
     * @param ridge addition to the diagonal relative to the data
     */
    static SpatialMatrix of(SplineLattice lattice, List<WeightedScene> scenes, double smoothness, double ridge) {
        double weight = scenes.stream().mapToDouble(WeightedScene::weightSum).sum();
        List<double[]> chunks = IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk -> products(lattice, scenes, chunk, 1 / weight))
                .toList();
        double[] stencils = chunks.getFirst();
        for (double[] chunk : chunks.subList(1, CHUNKS)) {
            for (int i = 0; i < stencils.length; i++) {
                stencils[i] += chunk[i];
            }
        }
        return new SpatialMatrix(lattice, stencils, smoothness, ridge);
    }

    /** The matrix of the samples with a penalty. */
    private double[] penalised(double penalty) {
        double[] sum = samples.clone();
        int nodes = lattice.columns() * lattice.rows();
        new Roughness(lattice)
                .addTo(
                        penalty / nodes,
                        (row, column, value) -> sum[SplinePoint.stencilIndex(row, column, lattice.columns())] += value);
        for (int row = 0; row < nodes; row++) {
            sum[SplinePoint.stencilIndex(row, row, lattice.columns())] += ridge / nodes;
        }
        return sum;
    }

    private static double[] products(SplineLattice lattice, List<WeightedScene> scenes, int chunk, double factor) {
        double[] stencils = new double[lattice.columns() * lattice.rows() * SplinePoint.STENCIL];
        SplinePoint point = new SplinePoint(lattice);
        for (int k = chunk; k < scenes.size(); k += CHUNKS) {
            WeightedScene scene = scenes.get(k);
            for (int s = 0; s < scene.weights().length; s++) {
                if (scene.weights()[s] > 0) {
                    point.at(scene.east(s), scene.north(s)).addProducts(factor * scene.weights()[s], stencils);
                }
            }
        }
        return stencils;
    }

    /** The solution for a right-hand side. */
    double[] solve(double[] rightSide) {
        MapVector right = new MapVector(new double[][] {rightSide});
        return new ConjugateGradients(
                        vector -> new MapVector(new double[][] {multiply(vector.maps()[0])}),
                        vector -> new MapVector(new double[][] {precondition(vector.maps()[0])}),
                        MOST_ITERATIONS)
                .solve(right, new MapVector(new double[1][rightSide.length]), TOLERANCE)
                .maps()[0];
    }

    /** An approximate solution for a right-hand side. */
    double[] precondition(double[] rightSide) {
        return precondition(rightSide, smoothness);
    }

    /** An approximate solution for a right-hand side and another penalty relative to the data. */
    double[] precondition(double[] rightSide, double penalty) {
        return strips(penalty).solve(rightSide);
    }

    private synchronized OverlappingStrips strips(double penalty) {
        return preconditioners.stream()
                .filter(one -> one.isNear(penalty))
                .findFirst()
                .orElseGet(() -> addPreconditioner(penalty))
                .strips();
    }

    private Preconditioner addPreconditioner(double penalty) {
        OverlappingStrips strips = OverlappingStrips.of(penalised(penalty), lattice.columns(), lattice.rows());
        Preconditioner made = new Preconditioner(penalty, strips);
        preconditioners.add(made);
        return made;
    }

    private double[] multiply(double[] map) {
        double[] product = new double[map.length];
        int reach = SplineLattice.REACH - 1;
        for (int row = 0; row < map.length; row++) {
            int stencil = row * SplinePoint.STENCIL;
            double sum = stencils[stencil + reach] * map[row];
            for (int down = 0; down <= reach; down++) {
                int middle = row + down * lattice.columns();
                int from = Math.max(down == 0 ? row + 1 : middle - reach, 0);
                int to = Math.min(middle + reach, map.length - 1);
                int entry = stencil + down * SplinePoint.STENCIL_COLUMNS + reach - middle;
                for (int column = from; column <= to; column++) {
                    sum += stencils[entry + column] * map[column];
                    product[column] += stencils[entry + column] * map[row];
                }
            }
            product[row] += sum;
        }
        return product;
    }
}
