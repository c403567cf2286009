package org.heatwatch.estimation.background;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Lays a scene on the idle map: its level, contrast and shift, by robust least squares on the samples away from
 * facilities.
 */
record Aligner(IdleMap map, UsualAlignment usual) {
    /** How many neighbouring samples share their residual: so many times less is known than least squares believes. */
    private static final double SHARED = 4;

    private static final double HUBER = 2;
    private static final int STEPS = 3;
    private static final double MAD_TO_DEVIATION = 1.4826;

    /**
     * Aligns a scene.
     *
     * @param used which samples count
     * @param start where to begin
     */
    Alignment align(SceneSamples scene, boolean[] used, Alignment start) {
        int n = scene.count();
        double[] value = new double[n];
        double[] slopeEast = new double[n];
        double[] slopeNorth = new double[n];
        Alignment now = start;
        for (int step = 0; step < STEPS; step++) {
            map.evaluate(scene, now.shiftEast(), now.shiftNorth(), value, slopeEast, slopeNorth);
            now = improve(scene, used, now, value, slopeEast, slopeNorth);
        }
        return now;
    }

    private Alignment improve(
            SceneSamples scene,
            boolean[] used,
            Alignment now,
            double[] value,
            double[] slopeEast,
            double[] slopeNorth) {
        double spread = spread(scene, used, now, value);
        double noise = SHARED * spread * spread;
        DMatrixRMaj normal = new DMatrixRMaj(4, 4);
        DMatrixRMaj right = new DMatrixRMaj(4, 1);
        double[] row = new double[4];
        for (int s = 0; s < scene.count(); s++) {
            if (!used[s]) {
                continue;
            }
            double left = scene.kelvin(s) - now.level() - now.contrast() * value[s];
            double weight = Math.abs(left) <= HUBER * spread ? 1 : HUBER * spread / Math.abs(left);
            row[0] = 1;
            row[1] = value[s];
            row[2] = -now.contrast() * slopeEast[s];
            row[3] = -now.contrast() * slopeNorth[s];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    normal.add(i, j, weight * row[i] * row[j] / noise);
                }
                right.add(i, 0, weight * row[i] * left / noise);
            }
        }
        double contrastPrecision = 1 / (usual.contrast() * usual.contrast());
        double shiftPrecision = 1 / (usual.shiftMetres() * usual.shiftMetres());
        normal.add(0, 0, 1e-6);
        normal.add(1, 1, contrastPrecision);
        right.add(1, 0, contrastPrecision * (1 - now.contrast()));
        normal.add(2, 2, shiftPrecision);
        right.add(2, 0, -shiftPrecision * now.shiftEast());
        normal.add(3, 3, shiftPrecision);
        right.add(3, 0, -shiftPrecision * now.shiftNorth());
        DMatrixRMaj inverse = new DMatrixRMaj(4, 4);
        if (!CommonOps_DDRM.invert(normal, inverse)) {
            return now;
        }
        DMatrixRMaj change = new DMatrixRMaj(4, 1);
        CommonOps_DDRM.mult(inverse, right, change);
        return new Alignment(
                now.level() + change.get(0),
                now.contrast() + change.get(1),
                now.shiftEast() + change.get(2),
                now.shiftNorth() + change.get(3),
                Math.sqrt(inverse.get(1, 1)),
                Math.sqrt((inverse.get(2, 2) + inverse.get(3, 3)) / 2),
                spread);
    }

    private static double spread(SceneSamples scene, boolean[] used, Alignment now, double[] value) {
        double[] size = new double[scene.count()];
        int n = 0;
        for (int s = 0; s < scene.count(); s++) {
            if (used[s]) {
                size[n++] = Math.abs(scene.kelvin(s) - now.level() - now.contrast() * value[s]);
            }
        }
        Arrays.sort(size, 0, n);
        return Math.max(1e-3, n == 0 ? 1 : MAD_TO_DEVIATION * size[n / 2]);
    }
}
