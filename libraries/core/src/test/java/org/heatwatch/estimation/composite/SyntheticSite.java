package org.heatwatch.estimation.composite;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/** Scenes of a square of 1.8 km with known ground, known sources and random noise, at random sample positions. */
public final class SyntheticSite {
    /** Side in metres. */
    public static final double SIDE_METRES = 1800;

    private static final double SIGMA_METRES = 55;
    private static final double SPACING_METRES = 100;
    private static final int NOISE_WAVES = 60;
    private static final int GROUND_SPOTS = 150;

    private final long seed;
    private final double noiseKelvin;
    private final List<Source> sources;
    private final double[][] ground;

    /**
     * A source that is on in every scene of the period.
     *
     * @param kelvinSquareMetres amount
     */
    public record Source(double east, double north, double kelvinSquareMetres) {}

    /** A site whose noise has a standard deviation of 0.2 K. */
    public SyntheticSite(long seed, List<Source> sources) {
        this(seed, 0.2, sources);
    }

    SyntheticSite(long seed, double noiseKelvin, List<Source> sources) {
        this.seed = seed;
        this.noiseKelvin = noiseKelvin;
        this.sources = sources;
        this.ground = waves(new SplittableRandom(seed), GROUND_SPOTS, 300);
    }

    /** The area of all samples. */
    public Envelope area() {
        return new Envelope(0, SIDE_METRES, 0, SIDE_METRES);
    }

    /** Reference scenes every 32 days from 2016 on, then scenes of the period every 16 days from 2024 on. */
    public List<CompositeScene> scenes(int reference, int period) {
        return scenes(reference, period, 0, period);
    }

    /**
     * The same with sources that are on in some scenes only.
     *
     * @param from index of the first scene of the period in which they are on
     * @param to index after that of the last one
     */
    public List<CompositeScene> scenes(int reference, int period, int from, int to) {
        List<CompositeScene> scenes = new ArrayList<>();
        for (int k = 0; k < reference; k++) {
            scenes.add(scene(LocalDate.of(2016, 3, 1).plusDays(32L * k), CompositeScene.SceneRole.REFERENCE, 0));
        }
        for (int k = 0; k < period; k++) {
            scenes.add(scene(
                    LocalDate.of(2024, 1, 5).plusDays(16L * k),
                    CompositeScene.SceneRole.PERIOD,
                    k >= from && k < to ? 1 : 0));
        }
        return scenes;
    }

    private CompositeScene scene(LocalDate date, CompositeScene.SceneRole role, double activity) {
        RandomGenerator random = new SplittableRandom(seed * 1_000_003 + date.toEpochDay());
        SamplingGrid grid = new SamplingGrid(
                new GridGeometry(12, SPACING_METRES, SPACING_METRES, 0),
                random.nextDouble(),
                random.nextDouble(),
                SIDE_METRES / 2,
                SIDE_METRES / 2);
        double[][] noise = waves(random, NOISE_WAVES, 200);
        double level = random.nextGaussian();
        double season = 1 + 0.3 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 200) / 365.25);
        List<double[]> samples = new ArrayList<>();
        int reach = (int) (SIDE_METRES / SPACING_METRES);
        for (int across = -reach; across <= reach; across++) {
            for (int along = -reach; along <= reach; along++) {
                double[] at = grid.positionOf(across, along);
                if (area().contains(at[0], at[1])) {
                    double kelvin = level
                            + season * at(ground, at)
                            + noiseKelvin * (at(noise, at) + 0.5 * random.nextGaussian())
                            + activity * excess(at[0], at[1]);
                    samples.add(new double[] {at[0], at[1], kelvin});
                }
            }
        }
        return new CompositeScene(
                new SceneSamples(
                        date,
                        date.atStartOfDay().toInstant(ZoneOffset.UTC),
                        grid,
                        column(samples, 0),
                        column(samples, 1),
                        column(samples, 2)),
                1,
                role);
    }

    private static double[] column(List<double[]> samples, int index) {
        return samples.stream().mapToDouble(sample -> sample[index]).toArray();
    }

    /** The true excess as the sensor shows it, in kelvin. */
    public double excess(double east, double north) {
        double sum = 0;
        for (Source source : sources) {
            double squared = (east - source.east()) * (east - source.east())
                    + (north - source.north()) * (north - source.north());
            sum += source.kelvinSquareMetres()
                    / (2 * Math.PI * SIGMA_METRES * SIGMA_METRES)
                    * Math.exp(-squared / (2 * SIGMA_METRES * SIGMA_METRES));
        }
        return sum;
    }

    /** A smooth random field of unit variance: waves in random directions, of random length above a minimum. */
    private static double[][] waves(RandomGenerator random, int count, double shortestMetres) {
        double[][] waves = new double[count][];
        for (int i = 0; i < count; i++) {
            double length = shortestMetres * (1 + 4 * random.nextDouble());
            double angle = 2 * Math.PI * random.nextDouble();
            waves[i] = new double[] {
                2 * Math.PI * Math.cos(angle) / length,
                2 * Math.PI * Math.sin(angle) / length,
                2 * Math.PI * random.nextDouble(),
                Math.sqrt(2.0 / count)
            };
        }
        return waves;
    }

    private static double at(double[][] waves, double[] place) {
        double sum = 0;
        for (double[] wave : waves) {
            sum += wave[3] * Math.cos(wave[0] * place[0] + wave[1] * place[1] + wave[2]);
        }
        return sum;
    }
}
