package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Height of the ground, and the displacement of pixels across track by terrain correction.
 *
 * <p>The height is a sum of sine waves. Terrain correction takes a pixel at height h from a position that is displaced
 * across track by h times the tangent of the view angle.
 *
 * @param viewDegrees angle between the line of sight and the vertical, across track; up to 7.5 in Landsat scenes,
 *     negative on the other side of the track
 * @param waves waves whose heights are added
 */
public record Relief(double viewDegrees, List<Wave> waves) {
    /** Flat ground. */
    public static final Relief FLAT = new Relief(0, List.of());

    /** Wavelengths in metres: those of valleys, ridges and spurs. */
    private static final double[] WAVELENGTHS = {4800, 3600, 2700, 2000, 1500, 1100, 800};

    private static final int DIRECTIONS = 3;

    public Relief {
        waves = List.copyOf(waves);
    }

    /**
     * A wave of height.
     *
     * @param metres amplitude
     * @param east radians per metre eastwards
     * @param north radians per metre northwards
     * @param phase radians
     */
    public record Wave(double metres, double east, double north, double phase) {
        double height(double atEast, double atNorth) {
            return metres * Math.sin(east * atEast + north * atNorth + phase);
        }
    }

    /**
     * Random mountains; amplitudes are in proportion to the wavelengths, to a power as in digital elevation models.
     *
     * @param metres difference between the highest and the lowest pixel of the window
     * @param viewDegrees view angle
     * @param roughness power of the wavelength: 1.5 for usual mountains, less for rough ones
     */
    public static Relief mountains(
            RandomGenerator random,
            double metres,
            double viewDegrees,
            double roughness,
            SceneGrid scene,
            PixelWindow window) {
        List<Wave> waves = new ArrayList<>();
        for (double wavelength : WAVELENGTHS) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double direction = random.nextDouble(2 * Math.PI);
                double perMetre = 2 * Math.PI / wavelength;
                waves.add(new Wave(
                        Math.pow(wavelength, roughness) * random.nextDouble(0.5, 1),
                        perMetre * Math.cos(direction),
                        perMetre * Math.sin(direction),
                        random.nextDouble(2 * Math.PI)));
            }
        }
        Relief drawn = new Relief(viewDegrees, waves);
        double scale = metres / drawn.range(scene, window);
        return new Relief(
                viewDegrees,
                waves.stream()
                        .map(w -> new Wave(scale * w.metres(), w.east(), w.north(), w.phase()))
                        .toList());
    }

    /** Difference in metres between the highest and the lowest pixel of a window. */
    public double range(SceneGrid scene, PixelWindow window) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < window.rows(); row++) {
            for (int column = 0; column < window.columns(); column++) {
                double height = height(scene.east(window.column() + column), scene.north(window.row() + row));
                lowest = Math.min(lowest, height);
                highest = Math.max(highest, height);
            }
        }
        return highest - lowest;
    }

    /** Height in metres. */
    public double height(double east, double north) {
        double sum = 0;
        for (Wave wave : waves) {
            sum += wave.height(east, north);
        }
        return sum;
    }

    /** Metres across track by which the pixel at a position is displaced. */
    public double displacement(double east, double north) {
        return waves.isEmpty() ? 0 : height(east, north) * Math.tan(Math.toRadians(viewDegrees));
    }
}
