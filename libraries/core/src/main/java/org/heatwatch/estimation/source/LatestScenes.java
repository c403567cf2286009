package org.heatwatch.estimation.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.estimation.composite.SceneDeviation;

/**
 * What the latest scenes show beyond a composite, at each place in the latest three scenes that show it. The evidence
 * of a place is the second highest z of the three: one scene alone, with the edge of a cloud for example, decides
 * nothing.
 */
final class LatestScenes {
    /** Number of scenes that show a place. */
    private static final int SCENES = 3;

    /** Scenes before these are not used. */
    private static final int MOST_SCENES = 8;

    private static final int MOST_IDLE_SCENES = 30;
    private static final int SITES = 200;
    private static final double LEAST_COVERAGE = 0.6;
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** Half the side of the square in which a place is the highest, in cells: the sensor cannot separate two. */
    private static final int APART = 2;

    private final CompositeRaster evidence;
    private final CompositeRaster filtered;
    private final CompositeRaster factor;
    private final FalseSourceRate rate;

    private LatestScenes(
            CompositeRaster evidence, CompositeRaster filtered, CompositeRaster factor, FalseSourceRate rate) {
        this.evidence = evidence;
        this.filtered = filtered;
        this.factor = factor;
        this.rate = rate;
    }

    /**
     * A filtered scene.
     *
     * @param filtered 0 where the scene does not show the ground
     * @param deviation robust standard deviation of the filtered scene
     */
    private record Filtered(CompositeRaster filtered, CompositeRaster coverage, double deviation) {
        static Filtered of(SceneDeviation scene, CompositeRaster filtered) {
            double[] shown = IntStream.range(0, filtered.values().length)
                    .filter(cell -> scene.coverage().values()[cell] >= LEAST_COVERAGE)
                    .mapToDouble(cell -> Math.abs(filtered.values()[cell]))
                    .toArray();
            double deviation = shown.length == 0
                    ? Double.POSITIVE_INFINITY
                    : MAD_TO_DEVIATION * Median.withDefaults().evaluate(shown);
            return new Filtered(filtered, scene.coverage(), deviation);
        }

        boolean shows(int cell) {
            return coverage.values()[cell] >= LEAST_COVERAGE;
        }

        double z(int cell) {
            return filtered.values()[cell] / deviation;
        }

        /** The same scene in units of each place's own scatter. */
        Filtered over(double[] scatter) {
            double[] values = filtered.values().clone();
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] /= scatter[cell];
            }
            return new Filtered(filtered.with(values), coverage, deviation);
        }
    }

    /**
     * Filters the latest scenes of a composite.
     *
     * @param filter of the composite
     */
    static LatestScenes of(Composite composite, MatchedFilter filter) {
        List<Filtered> latest = filtered(composite.latestDeviations(MOST_SCENES), filter);
        List<Filtered> idle = filtered(composite.idleDeviations(MOST_IDLE_SCENES), filter);
        double[] scatter = scatter(idle);
        CompositeRaster form = latest.getFirst().filtered();
        double[] evidence = new double[form.values().length];
        double[] filtered = new double[evidence.length];
        double[] factor = new double[evidence.length];
        Arrays.fill(factor, Double.POSITIVE_INFINITY);
        for (int cell = 0; cell < evidence.length; cell++) {
            List<Filtered> two = twoHighest(latest, cell);
            if (two.size() == 2) {
                evidence[cell] = two.getLast().z(cell) / scatter[cell];
                filtered[cell] = (two.getFirst().filtered().values()[cell]
                                + two.getLast().filtered().values()[cell])
                        / 2;
                factor[cell] = scatter[cell]
                        * filter.amountError()
                        * Math.hypot(two.getFirst().deviation(), two.getLast().deviation())
                        / 2;
            }
        }
        return new LatestScenes(
                form.with(evidence),
                form.with(filtered),
                form.with(factor),
                rate(idle.stream().map(scene -> scene.over(scatter)).toList()));
    }

    private static List<Filtered> filtered(List<SceneDeviation> scenes, MatchedFilter filter) {
        List<CompositeRaster> filtered = filter.filter(scenes.parallelStream()
                .map(scene -> Detrending.of(scene.kelvin()))
                .toList());
        return IntStream.range(0, scenes.size())
                .mapToObj(i -> Filtered.of(scenes.get(i), filtered.get(i)))
                .toList();
    }

    /**
     * Scatter of z at each cell over the reference scenes, at least 1: fields vary more from scene to scene than most
     * of the ground.
     */
    private static double[] scatter(List<Filtered> idle) {
        double[] scatter = new double[idle.getFirst().filtered().values().length];
        for (int cell = 0; cell < scatter.length; cell++) {
            double sum = 0;
            int count = 0;
            for (Filtered scene : idle) {
                if (scene.shows(cell)) {
                    sum += scene.z(cell) * scene.z(cell);
                    count++;
                }
            }
            scatter[cell] = Math.max(1, Math.sqrt(sum / Math.max(1, count)));
        }
        return scatter;
    }

    /** Those two of the latest three scenes that show a cell in which it is the warmest, the warmer first. */
    private static List<Filtered> twoHighest(List<Filtered> latest, int cell) {
        List<Filtered> showing = new ArrayList<>();
        for (Filtered scene : latest) {
            if (showing.size() < SCENES && scene.shows(cell)) {
                showing.add(scene);
            }
        }
        showing.sort((a, b) -> Double.compare(b.z(cell), a.z(cell)));
        return showing.subList(0, Math.min(2, showing.size()));
    }

    /** The same of random reference scenes with random signs. */
    private static FalseSourceRate rate(List<Filtered> idle) {
        return FalseSourceRate.of(IntStream.range(0, SITES)
                .parallel()
                .mapToDouble(site -> highest(idle, new Random(site)))
                .toArray());
    }

    private static double highest(List<Filtered> idle, RandomGenerator random) {
        Filtered[] scenes = new Filtered[SCENES];
        double[] signs = new double[SCENES];
        for (int i = 0; i < SCENES; i++) {
            scenes[i] = idle.get(random.nextInt(idle.size()));
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        double highest = 0;
        for (int cell = 0; cell < scenes[0].filtered().values().length; cell++) {
            double first = Double.NEGATIVE_INFINITY;
            double second = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < SCENES; i++) {
                double z = scenes[i].shows(cell) ? signs[i] * scenes[i].z(cell) : Double.NEGATIVE_INFINITY;
                second = Math.max(second, Math.min(first, z));
                first = Math.max(first, z);
            }
            highest = Math.max(highest, second);
        }
        return highest;
    }

    /** Mean of the two filtered scenes that are the evidence. */
    CompositeRaster filtered() {
        return filtered;
    }

    /** Factor on the standard error of the composite's filter; infinite where fewer than two scenes show the ground. */
    CompositeRaster factor() {
        return factor;
    }

    /** The z that the highest place of scenes without change exceeds with a probability. */
    double threshold(double probability) {
        return rate.threshold(probability);
    }

    /**
     * Second highest z of the latest three scenes that show a cell, at the cell and those next to it; 0 if fewer than
     * two scenes do.
     */
    double evidence(int cell) {
        double highest = 0;
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                int next = cell + y * evidence.columns() + x;
                if (next >= 0 && next < evidence.values().length) {
                    highest = Math.max(highest, evidence.values()[next]);
                }
            }
        }
        return highest;
    }

    /** The cells that are the highest around and exceed a threshold of z, the highest first. */
    int[] highest(double threshold) {
        return IntStream.range(0, evidence.values().length)
                .filter(cell -> evidence.values()[cell] > threshold && isHighest(cell))
                .boxed()
                .sorted((a, b) -> Double.compare(evidence.values()[b], evidence.values()[a]))
                .mapToInt(cell -> cell)
                .toArray();
    }

    private boolean isHighest(int cell) {
        int row = cell / evidence.columns();
        int column = cell % evidence.columns();
        for (int y = Math.max(0, row - APART); y <= Math.min(evidence.rows() - 1, row + APART); y++) {
            for (int x = Math.max(0, column - APART); x <= Math.min(evidence.columns() - 1, column + APART); x++) {
                if (evidence.values()[y * evidence.columns() + x] > evidence.values()[cell]) {
                    return false;
                }
            }
        }
        return true;
    }
}
