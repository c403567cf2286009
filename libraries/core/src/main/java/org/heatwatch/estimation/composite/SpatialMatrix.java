package org.heatwatch.estimation.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Right-hand sides for which the matrix and its factors, which are larger than a cache, are read once. */
    private static final int TOGETHER = 4;

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

    /** The solutions for right-hand sides. */
    List<double[]> solve(List<double[]> rightSides) {
        return IntStream.range(0, Math.ceilDiv(rightSides.size(), TOGETHER))
                .parallel()
                .mapToObj(k -> rightSides.subList(k * TOGETHER, Math.min(rightSides.size(), (k + 1) * TOGETHER)))
                .flatMap(some -> Arrays.stream(solveTogether(some)))
                .toList();
    }

    /** Right-hand sides are scaled to the same size, so that the tolerance applies to each. */
    private double[][] solveTogether(List<double[]> rightSides) {
        double[] sizes = rightSides.stream().mapToDouble(SpatialMatrix::size).toArray();
        double[][] scaled = new double[sizes.length][];
        Arrays.setAll(scaled, k -> times(1 / sizes[k], rightSides.get(k)));
        double[][] solutions = new ConjugateGradients(
                        vectors -> new MapVector(multiply(vectors.maps())),
                        vectors -> new MapVector(precondition(vectors.maps())),
                        MOST_ITERATIONS)
                .solve(new MapVector(scaled), TOLERANCE)
                .maps();
        Arrays.setAll(solutions, k -> times(sizes[k], solutions[k]));
        return solutions;
    }

    private static double size(double[] vector) {
        double sumOfSquares = 0;
        for (double value : vector) {
            sumOfSquares += value * value;
        }
        return sumOfSquares > 0 ? Math.sqrt(sumOfSquares) : 1;
    }

    private static double[] times(double factor, double[] vector) {
        return Arrays.stream(vector).map(value -> factor * value).toArray();
    }

    /** Approximate solutions for right-hand sides. */
    double[][] precondition(double[][] rightSides) {
        return strips(smoothness).solve(rightSides);
    }

    /** Approximate solutions for right-hand sides, each with its own penalty relative to the data. */
    double[][] precondition(double[][] rightSides, double[] penalties) {
        Map<OverlappingStrips, List<Integer>> groups = new LinkedHashMap<>();
        for (int k = 0; k < penalties.length; k++) {
            groups.computeIfAbsent(strips(penalties[k]), _ -> new ArrayList<>()).add(k);
        }
        double[][] solutions = new double[penalties.length][];
        groups.forEach((strips, group) -> {
            double[][] solved =
                    strips.solve(group.stream().map(k -> rightSides[k]).toArray(double[][]::new));
            for (int i = 0; i < solved.length; i++) {
                solutions[group.get(i)] = solved[i];
            }
        });
        return solutions;
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

    /** Products with maps; each row of the matrix is read once for all of them. */
    private double[][] multiply(double[][] maps) {
        int nodes = maps[0].length;
        double[][] products = new double[maps.length][nodes];
        for (int row = 0; row < nodes; row++) {
            for (int m = 0; m < maps.length; m++) {
                addProducts(row, maps[m], products[m]);
            }
        }
        return products;
    }

    /** Adds what a row of the upper triangle, and the same column of the lower one, contribute to a product. */
    private void addProducts(int row, double[] map, double[] product) {
        int reach = SplineLattice.REACH - 1;
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
}
