package org.heatwatch.estimation.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.heatwatch.estimation.background.SplineLattice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpatialMatrixTest {
    private static final double SMOOTHNESS = 1e-3;
    private static final double RIDGE = 1e-5;

    @ParameterizedTest
    @CsvSource({"1800, 5", "300, 3", "100, 8", "60, 12", "50, 3", "50, 40"})
    void aMapIsThatOfTheWholeMatrixHoweverManyStripsItHas(double nodeMetres, int sceneCount) {
        SyntheticSite site = new SyntheticSite(7, List.of());
        SplineLattice lattice = SplineLattice.of(site.area(), nodeMetres);
        List<WeightedScene> scenes =
                site.scenes(sceneCount, 0).stream().map(SceneRefit::initial).toList();
        double[] rightSide = new SplittableRandom(1)
                .doubles(lattice.columns() * (long) lattice.rows(), -1, 1)
                .toArray();
        DMatrixRMaj expected = new DMatrixRMaj(rightSide.length, 1);
        assertThat(CommonOps_DDRM.solve(
                        dense(lattice, scenes), DMatrixRMaj.wrap(rightSide.length, 1, rightSide.clone()), expected))
                .isTrue();
        double[] map = SpatialMatrix.of(lattice, scenes, SMOOTHNESS, RIDGE)
                .solve(List.of(rightSide))
                .getFirst();
        DMatrixRMaj difference = new DMatrixRMaj(map.length, 1);
        CommonOps_DDRM.subtract(DMatrixRMaj.wrap(map.length, 1, map), expected, difference);
        assertThat(NormOps_DDRM.normF(difference)).isLessThan(0.01 * NormOps_DDRM.normF(expected));
    }

    @Test
    void aMapIsTheSameWhateverElseIsSolvedFor() {
        SyntheticSite site = new SyntheticSite(7, List.of());
        SplineLattice lattice = SplineLattice.of(site.area(), 60);
        List<WeightedScene> scenes =
                site.scenes(12, 0).stream().map(SceneRefit::initial).toList();
        SpatialMatrix matrix = SpatialMatrix.of(lattice, scenes, SMOOTHNESS, RIDGE);
        int nodes = lattice.columns() * lattice.rows();
        SplittableRandom random = new SplittableRandom(2);
        List<double[]> rightSides = DoubleStream.of(1, 1e6, 0, 1e-6, 1, 30, 1)
                .mapToObj(size ->
                        random.doubles(nodes, -1, 1).map(value -> size * value).toArray())
                .toList();

        List<double[]> maps = matrix.solve(rightSides);

        assertThat(maps).hasSameSizeAs(rightSides);
        for (int k = 0; k < maps.size(); k++) {
            DMatrixRMaj alone = DMatrixRMaj.wrap(
                    nodes, 1, matrix.solve(List.of(rightSides.get(k))).getFirst());
            DMatrixRMaj difference = new DMatrixRMaj(nodes, 1);
            CommonOps_DDRM.subtract(DMatrixRMaj.wrap(nodes, 1, maps.get(k)), alone, difference);
            assertThat(NormOps_DDRM.normF(difference))
                    .as("right-hand side %d", k)
                    .isLessThanOrEqualTo(0.005 * NormOps_DDRM.normF(alone));
        }
        assertThat(matrix.solve(List.of())).isEmpty();
    }

    private static DMatrixRMaj dense(SplineLattice lattice, List<WeightedScene> scenes) {
        int nodes = lattice.columns() * lattice.rows();
        double sum = scenes.stream().mapToDouble(WeightedScene::weightSum).sum();
        DMatrixRMaj matrix = CommonOps_DDRM.diag(
                DoubleStream.generate(() -> RIDGE / nodes).limit(nodes).toArray());
        SplinePoint point = new SplinePoint(lattice);
        for (WeightedScene scene : scenes) {
            for (int s = 0; s < scene.weights().length; s++) {
                double[] splines = new double[nodes];
                point.at(scene.east(s), scene.north(s)).add(1, splines);
                for (int i = 0; i < nodes; i++) {
                    for (int j = 0; splines[i] != 0 && j < nodes; j++) {
                        matrix.add(i, j, scene.weights()[s] / sum * splines[i] * splines[j]);
                    }
                }
            }
        }
        Roughness roughness = new Roughness(lattice);
        for (int i = 0; i < nodes; i++) {
            double[] unit = new double[nodes];
            double[] product = new double[nodes];
            unit[i] = 1;
            roughness.multiply(SMOOTHNESS / nodes, unit, product);
            for (int j = 0; j < nodes; j++) {
                matrix.add(i, j, product[j]);
            }
        }
        return matrix;
    }
}
