package org.heatwatch.estimation.source;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.heatwatch.estimation.composite.Composite;

/**
 * What single reference scenes show at places where nothing runs.
 *
 * @param scatter of z at each cell over the reference scenes, at least 1: fields vary more from scene to scene than
 *     most of the ground; not copied
 * @param rate of places that are as warm in two of three scenes
 */
@SuppressWarnings("ArrayRecordComponent") // one value for each cell, never compared
record IdleScenes(double[] scatter, FalseSourceRate rate) {
    private static final int MOST_SCENES = 30;
    private static final int SITES = 200;

    /**
     * Filters reference scenes of a composite.
     *
     * @param filter of the composite
     */
    static IdleScenes of(Composite composite, MatchedFilter filter) {
        List<FilteredScene> scenes = FilteredScene.of(composite.idleDeviations(MOST_SCENES), filter);
        double[] scatter = scatter(scenes);
        return new IdleScenes(
                scatter, rate(scenes.stream().map(scene -> scene.over(scatter)).toList()));
    }

    private static double[] scatter(List<FilteredScene> scenes) {
        double[] scatter = new double[scenes.getFirst().filtered().values().length];
        for (int cell = 0; cell < scatter.length; cell++) {
            double sum = 0;
            int count = 0;
            for (FilteredScene scene : scenes) {
                if (scene.shows(cell)) {
                    sum += scene.z(cell) * scene.z(cell);
                    count++;
                }
            }
            scatter[cell] = Math.max(1, Math.sqrt(sum / Math.max(1, count)));
        }
        return scatter;
    }

    /** Second highest z of three random reference scenes with random signs, at the highest place of each site. */
    private static FalseSourceRate rate(List<FilteredScene> scenes) {
        return FalseSourceRate.of(IntStream.range(0, SITES)
                .parallel()
                .mapToDouble(site -> highest(scenes, new Random(site)))
                .toArray());
    }

    private static double highest(List<FilteredScene> all, RandomGenerator random) {
        FilteredScene[] scenes = new FilteredScene[LatestScenes.SCENES];
        double[] signs = new double[scenes.length];
        for (int i = 0; i < scenes.length; i++) {
            scenes[i] = all.get(random.nextInt(all.size()));
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        double highest = 0;
        for (int cell = 0; cell < scenes[0].filtered().values().length; cell++) {
            double first = Double.NEGATIVE_INFINITY;
            double second = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scenes.length; i++) {
                double z = scenes[i].shows(cell) ? signs[i] * scenes[i].z(cell) : Double.NEGATIVE_INFINITY;
                second = Math.max(second, Math.min(first, z));
                first = Math.max(first, z);
            }
            highest = Math.max(highest, second);
        }
        return highest;
    }
}
