package org.heatwatch.estimation.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ground of a site as its clear scenes show it: for each cell a mean and a yearly cycle, relative to the level of a
 * scene.
 *
 * @param steady mean of each cell over the year, kelvin relative to the level; NaN where it is not known
 * @param cosine amplitude of the yearly cycle that is highest on 1 January, kelvin
 * @param sine amplitude of the yearly cycle that is highest in April, kelvin
 * @param deviation robust standard deviation of a cell of a clear scene, kelvin
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KnownGround(CellLattice cells, double[] steady, double[] cosine, double[] sine, double deviation) {
    private static final int TURNS = 3;
    private static final int FEWEST_OF_CELL = 3;
    private static final double HUBER = 2;

    /** A yearly cycle is believed as much as the data say when there are many more scenes than this. */
    private static final double CYCLE_PRIOR = 6;

    /** Quantization and noise of a cell in kelvin: a deviation of the clear scenes below this is by chance. */
    private static final double LEAST_DEVIATION = 0.1;

    /** The ground that at least five of the scenes show in common; empty if none does. */
    static Optional<KnownGround> of(List<ThermalScene> scenes) {
        CellLattice cells = CellLattice.of(scenes);
        List<double[]> means = scenes.parallelStream().map(cells::means).toList();
        int[] clear = ClearScenes.of(means, cells);
        if (clear.length == 0) {
            return Optional.empty();
        }
        return Optional.of(of(
                cells,
                Arrays.stream(clear).mapToObj(scenes::get).toList(),
                Arrays.stream(clear).mapToObj(means::get).toList()));
    }

    private static KnownGround of(CellLattice cells, List<ThermalScene> scenes, List<double[]> means) {
        double[] levels = means.stream().mapToDouble(Robust::median).toArray();
        KnownGround ground = new KnownGround(
                cells, new double[cells.count()], new double[cells.count()], new double[cells.count()], 1);
        for (int turn = 0; turn < TURNS; turn++) {
            ground = ground.refit(scenes, means, levels);
            for (int k = 0; k < levels.length; k++) {
                levels[k] = Robust.median(minus(means.get(k), ground.at(scenes.get(k))));
            }
        }
        return ground.withDeviation(scenes, means, levels);
    }

    private KnownGround refit(List<ThermalScene> scenes, List<double[]> means, double[] levels) {
        double[][] maps = new double[3][cells.count()];
        double[] cosines = scenes.stream().mapToDouble(ThermalScene::cosine).toArray();
        double[] sines = scenes.stream().mapToDouble(ThermalScene::sine).toArray();
        for (int c = 0; c < cells.count(); c++) {
            int cell = c;
            double[] kelvin = IntStream.range(0, levels.length)
                    .mapToDouble(k -> means.get(k)[cell] - levels[k])
                    .toArray();
            double[] cycle = cycle(kelvin, cosines, sines);
            for (int m = 0; m < maps.length; m++) {
                maps[m][cell] = cycle[m];
            }
        }
        return new KnownGround(cells, maps[0], maps[1], maps[2], deviation);
    }

    /** Median, cosine and sine of the values of a cell; the cycle is fitted to the rest with limited residuals. */
    private static double[] cycle(double[] kelvin, double[] cosines, double[] sines) {
        double median = Robust.median(kelvin);
        double limit = HUBER * Robust.deviation(kelvin);
        double cc = CYCLE_PRIOR;
        double ss = CYCLE_PRIOR;
        double cs = 0;
        double c = 0;
        double s = 0;
        int count = 0;
        for (int k = 0; k < kelvin.length; k++) {
            if (Double.isFinite(kelvin[k])) {
                double rest = Math.clamp(kelvin[k] - median, -limit, limit);
                cc += cosines[k] * cosines[k];
                ss += sines[k] * sines[k];
                cs += cosines[k] * sines[k];
                c += cosines[k] * rest;
                s += sines[k] * rest;
                count++;
            }
        }
        if (count < FEWEST_OF_CELL) {
            return new double[] {Double.NaN, 0, 0};
        }
        double determinant = cc * ss - cs * cs;
        return new double[] {median, (ss * c - cs * s) / determinant, (cc * s - cs * c) / determinant};
    }

    private KnownGround withDeviation(List<ThermalScene> scenes, List<double[]> means, double[] levels) {
        double[] rest = IntStream.range(0, levels.length)
                .mapToObj(k -> Arrays.stream(minus(means.get(k), at(scenes.get(k))))
                        .map(kelvin -> kelvin - levels[k])
                        .toArray())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new KnownGround(cells, steady, cosine, sine, Math.max(LEAST_DEVIATION, Robust.deviation(rest)));
    }

    /** Temperature of each cell on the day of a scene, kelvin relative to its level; NaN where it is not known. */
    double[] at(ThermalScene scene) {
        return IntStream.range(0, steady.length)
                .mapToDouble(cell -> steady[cell] + scene.cosine() * cosine[cell] + scene.sine() * sine[cell])
                .toArray();
    }

    static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }
}
