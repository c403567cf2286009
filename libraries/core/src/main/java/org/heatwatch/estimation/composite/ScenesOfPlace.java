package org.heatwatch.estimation.composite;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.sampling.GridGeometry;
import org.locationtech.jts.geom.Envelope;

/** How well the scenes that show a place determine the excess there. */
final class ScenesOfPlace {
    /** Cell in metres: wide enough to contain samples of every scene that shows it. */
    private static final double CELL_METRES = 200;

    private static final int FEWEST_REFERENCE = 10;
    private static final int FEWEST_PERIOD = 1;

    private final Envelope area;
    private final int columns;
    private final int rows;

    private ScenesOfPlace(Envelope area) {
        this.area = area;
        this.columns = (int) Math.ceil(area.getWidth() / CELL_METRES) + 1;
        this.rows = (int) Math.ceil(area.getHeight() / CELL_METRES) + 1;
    }

    static CompositeRaster of(List<WeightedScene> scenes, Envelope area, double variance) {
        ScenesOfPlace coverage = new ScenesOfPlace(area);
        double[] relative = coverage.relativeErrors(scenes, variance);
        return CompositeRaster.of(area, (east, north) -> relative[coverage.cell(east, north)]);
    }

    /** Share of the samples of a whole scene around each cell. */
    static CompositeRaster coverage(WeightedScene scene, Envelope area) {
        ScenesOfPlace places = new ScenesOfPlace(area);
        double[] counts = places.counts(scene, places.columns * places.rows);
        GridGeometry geometry = scene.scene().samples().grid().geometry();
        double expected = CELL_METRES * CELL_METRES / (geometry.acrossMetres() * geometry.alongMetres());
        return CompositeRaster.of(area, (east, north) -> counts[places.cell(east, north)] / expected);
    }

    private int cell(double east, double north) {
        int column = (int) Math.clamp((east - area.getMinX()) / CELL_METRES, 0, columns - 1);
        int row = (int) Math.clamp((north - area.getMinY()) / CELL_METRES, 0, rows - 1);
        return row * columns + column;
    }

    private double[] relativeErrors(List<WeightedScene> scenes, double variance) {
        int cells = columns * rows;
        double[] most = new double[cells];
        DMatrixRMaj[] temporal = new DMatrixRMaj[cells];
        int[] reference = new int[cells];
        int[] period = new int[cells];
        for (int i = 0; i < cells; i++) {
            temporal[i] = new DMatrixRMaj(MapVector.MAPS, MapVector.MAPS);
        }
        double[][] shares = scenes.stream().map(scene -> counts(scene, cells)).toArray(double[][]::new);
        for (double[] share : shares) {
            for (int i = 0; i < cells; i++) {
                most[i] = Math.max(most[i], share[i]);
            }
        }
        for (int k = 0; k < shares.length; k++) {
            double[] factors = scenes.get(k).factors();
            double weight = scenes.get(k).weightSum();
            for (int i = 0; i < cells; i++) {
                double share = most[i] > 0 ? shares[k][i] / most[i] : 0;
                addProducts(temporal[i], weight * share, factors);
                if (share > 0.5) {
                    if (scenes.get(k).scene().isInPeriod()) {
                        period[i]++;
                    } else {
                        reference[i]++;
                    }
                }
            }
        }
        double[] relative = new double[cells];
        for (int i = 0; i < cells; i++) {
            relative[i] = reference[i] < FEWEST_REFERENCE || period[i] < FEWEST_PERIOD
                    ? Double.POSITIVE_INFINITY
                    : Math.sqrt(excessVariance(temporal[i]) / variance);
        }
        return relative;
    }

    private double[] counts(WeightedScene scene, int cells) {
        double[] counts = new double[cells];
        for (int s = 0; s < scene.weights().length; s++) {
            counts[cell(scene.east(s), scene.north(s))]++;
        }
        return counts;
    }

    private static void addProducts(DMatrixRMaj temporal, double weight, double[] factors) {
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < factors.length; j++) {
                temporal.add(i, j, weight * factors[i] * factors[j]);
            }
        }
    }

    private static double excessVariance(DMatrixRMaj temporal) {
        double trace = CommonOps_DDRM.trace(temporal);
        for (int i = 0; i < MapVector.MAPS; i++) {
            temporal.add(i, i, 1e-9 * trace);
        }
        DMatrixRMaj inverse = new DMatrixRMaj(MapVector.MAPS, MapVector.MAPS);
        return CommonOps_DDRM.invert(temporal, inverse)
                ? inverse.get(MapVector.EXCESS, MapVector.EXCESS)
                : Double.POSITIVE_INFINITY;
    }
}
