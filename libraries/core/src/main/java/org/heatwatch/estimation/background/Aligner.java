package org.heatwatch.estimation.background;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Aligns a scene with the background map: level, contrast and shift by robust least squares (Huber weights) on the
 * samples away from facilities, with a prior for contrast and shift. Model: docs/method.md.
 */
record Aligner(BackgroundMap map, AlignmentPrior prior) {
    /** Number of neighbouring samples with a common residual: the noise variance is larger by this factor. */
    private static final double CORRELATED_SAMPLES = 4;

    private static final double HUBER = 2;
    private static final int STEPS = 3;
    private static final int PARAMETERS = 4;
    private static final double LEVEL_PRECISION = 1e-6;
    private static final double LEAST_SPREAD = 1e-3;
    private static final double MAD_TO_DEVIATION = 1.4826;

    /**
     * Aligns a scene.
     *
     * @param used whether each sample is used
     * @param start initial alignment
     */
    Alignment align(SceneSamples scene, boolean[] used, Alignment start) {
        MapValues values = new MapValues(scene.count());
        Alignment current = start;
        for (int step = 0; step < STEPS; step++) {
            map.evaluate(
                    scene,
                    current.shiftEast(),
                    current.shiftNorth(),
                    values.kelvin,
                    values.slopeEast,
                    values.slopeNorth);
            current = improve(scene, used, current, values);
        }
        return current;
    }

    /** Background map at the samples of a scene: effective kelvin, and its slopes in kelvin per metre. */
    private static final class MapValues {
        private final double[] kelvin;
        private final double[] slopeEast;
        private final double[] slopeNorth;

        private MapValues(int samples) {
            kelvin = new double[samples];
            slopeEast = new double[samples];
            slopeNorth = new double[samples];
        }
    }

    /** Normal equations of a change of the four parameters. */
    private record Equations(DMatrixRMaj normal, DMatrixRMaj right) {}

    /** One step of Gauss and Newton. */
    private Alignment improve(SceneSamples scene, boolean[] used, Alignment current, MapValues values) {
        double spread = spread(scene, used, current, values.kelvin);
        Equations equations = equations(scene, used, current, values, spread);
        addPrior(equations, current);
        DMatrixRMaj inverse = new DMatrixRMaj(PARAMETERS, PARAMETERS);
        if (!CommonOps_DDRM.invert(equations.normal(), inverse)) {
            return current;
        }
        DMatrixRMaj change = new DMatrixRMaj(PARAMETERS, 1);
        CommonOps_DDRM.mult(inverse, equations.right(), change);
        return new Alignment(
                current.level() + change.get(0),
                current.contrast() + change.get(1),
                current.shiftEast() + change.get(2),
                current.shiftNorth() + change.get(3),
                Math.sqrt(inverse.get(1, 1)),
                Math.sqrt((inverse.get(2, 2) + inverse.get(3, 3)) / 2),
                spread);
    }

    private static Equations equations(
            SceneSamples scene, boolean[] used, Alignment current, MapValues values, double spread) {
        double noise = CORRELATED_SAMPLES * spread * spread;
        DMatrixRMaj normal = new DMatrixRMaj(PARAMETERS, PARAMETERS);
        DMatrixRMaj right = new DMatrixRMaj(PARAMETERS, 1);
        double[] row = new double[PARAMETERS];
        for (int s = 0; s < scene.count(); s++) {
            if (!used[s]) {
                continue;
            }
            double residual = scene.kelvin(s) - current.level() - current.contrast() * values.kelvin[s];
            double weight = Math.abs(residual) <= HUBER * spread ? 1 : HUBER * spread / Math.abs(residual);
            row[0] = 1;
            row[1] = values.kelvin[s];
            row[2] = -current.contrast() * values.slopeEast[s];
            row[3] = -current.contrast() * values.slopeNorth[s];
            for (int i = 0; i < PARAMETERS; i++) {
                for (int j = 0; j < PARAMETERS; j++) {
                    normal.add(i, j, weight * row[i] * row[j] / noise);
                }
                right.add(i, 0, weight * row[i] * residual / noise);
            }
        }
        return new Equations(normal, right);
    }

    private void addPrior(Equations equations, Alignment current) {
        double contrastPrecision = 1 / (prior.contrast() * prior.contrast());
        double shiftPrecision = 1 / (prior.shiftMetres() * prior.shiftMetres());
        DMatrixRMaj normal = equations.normal();
        DMatrixRMaj right = equations.right();
        normal.add(0, 0, LEVEL_PRECISION);
        normal.add(1, 1, contrastPrecision);
        right.add(1, 0, contrastPrecision * (1 - current.contrast()));
        normal.add(2, 2, shiftPrecision);
        right.add(2, 0, -shiftPrecision * current.shiftEast());
        normal.add(3, 3, shiftPrecision);
        right.add(3, 0, -shiftPrecision * current.shiftNorth());
    }

    /** Robust standard deviation of the residuals, from their median absolute value. */
    private static double spread(SceneSamples scene, boolean[] used, Alignment current, double[] value) {
        double[] size = new double[scene.count()];
        int count = 0;
        for (int s = 0; s < scene.count(); s++) {
            if (used[s]) {
                size[count++] = Math.abs(scene.kelvin(s) - current.level() - current.contrast() * value[s]);
            }
        }
        Arrays.sort(size, 0, count);
        return Math.max(LEAST_SPREAD, count == 0 ? 1 : MAD_TO_DEVIATION * size[count / 2]);
    }
}
