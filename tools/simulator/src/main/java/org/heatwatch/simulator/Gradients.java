package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Soft large-scale gradients: a few waves of 2-8 km, of standard deviation 0.5 together. */
record Gradients(Extent extent, List<double[]> waves) {
    private static final int WAVES = 6;
    private static final double AMPLITUDE = 0.5 * Math.sqrt(2.0 / WAVES);

    static Gradients random(Extent extent, RandomGenerator random) {
        List<double[]> waves = new ArrayList<>();
        for (int i = 0; i < WAVES; i++) {
            double number = 2 * Math.PI / random.nextDouble(2000, 8000);
            double angle = random.nextDouble(2 * Math.PI);
            waves.add(
                    new double[] {number * Math.cos(angle), number * Math.sin(angle), random.nextDouble(2 * Math.PI)});
        }
        return new Gradients(extent, waves);
    }

    /** Uses sin(a + b) = sin a cos b + cos a sin b, so that no sine is taken per cell. */
    void addTo(double[] values) {
        for (double[] wave : waves) {
            double[] sine = new double[extent.columns()];
            double[] cosine = new double[extent.columns()];
            for (int column = 0; column < sine.length; column++) {
                sine[column] = AMPLITUDE * Math.sin(wave[0] * column * Extent.CELL_METRES + wave[2]);
                cosine[column] = AMPLITUDE * Math.cos(wave[0] * column * Extent.CELL_METRES + wave[2]);
            }
            for (int row = 0, cell = 0; row < extent.rows(); row++) {
                double s = Math.sin(wave[1] * row * Extent.CELL_METRES);
                double c = Math.cos(wave[1] * row * Extent.CELL_METRES);
                for (int column = 0; column < sine.length; column++, cell++) {
                    values[cell] += sine[column] * c + cosine[column] * s;
                }
            }
        }
    }
}
