package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Smooth large-scale gradients: a sum of six waves of 2-8 km length, with a total standard deviation of 0.5. */
record Gradients(Extent extent, List<double[]> waves) {
    private static final int WAVES = 6;
    private static final double AMPLITUDE = 0.5 * Math.sqrt(2.0 / WAVES);

    static Gradients random(Extent extent, RandomGenerator random) {
        List<double[]> waves = new ArrayList<>();
        for (int i = 0; i < WAVES; i++) {
            double waveNumber = 2 * Math.PI / random.nextDouble(2000, 8000);
            double angle = random.nextDouble(2 * Math.PI);
            waves.add(new double[] {
                waveNumber * Math.cos(angle), waveNumber * Math.sin(angle), random.nextDouble(2 * Math.PI)
            });
        }
        return new Gradients(extent, waves);
    }

    /** Adds the waves to a field; uses sin(a + b) = sin a cos b + cos a sin b to avoid a sine per cell. */
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
