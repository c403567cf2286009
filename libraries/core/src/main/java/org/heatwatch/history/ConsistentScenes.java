package org.heatwatch.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.estimation.background.ReferenceScene;
import org.heatwatch.estimation.background.SceneSamples;

/**
 * Excludes reference scenes that contradict all others: their pattern of warm and cold ground differs many times more
 * from the median pattern than that of other scenes. Otherwise the background model, whose first fit weights all scenes
 * equally, and the priors of the alignments would follow one wrong scene, and the results of all scenes with them.
 *
 * <p>Patterns are means over cells, relative to their median, compared by median absolute differences. The result does
 * not depend on the order of the scenes. In a history without such scenes it changes nothing.
 */
final class ConsistentScenes {
    private static final double CELL_METRES = 300;
    private static final int FEWEST_SAMPLES_IN_CELL = 4;

    /** Fewest cells for a comparison. */
    private static final int FEWEST_CELLS = 8;

    private static final int FEWEST_SCENES = 8;

    /** Largest difference from the median pattern, in units of the median difference of all scenes. */
    private static final double LARGEST_RATIO = 8;

    /** Differences up to this one are never a contradiction, in effective kelvin. */
    private static final double NEGLIGIBLE_KELVIN = 0.5;

    private ConsistentScenes() {}

    private record Cell(long column, long row) {}

    /** The scenes that do not contradict the others, in the same order. */
    static List<ReferenceScene> of(List<ReferenceScene> scenes) {
        if (scenes.size() < FEWEST_SCENES) {
            return scenes;
        }
        List<Map<Cell, Double>> patterns =
                scenes.stream().map(scene -> pattern(scene.samples())).toList();
        Map<Cell, Double> median = medianPattern(patterns);
        double[] differences = patterns.stream()
                .mapToDouble(pattern -> difference(pattern, median))
                .toArray();
        double[] known =
                Arrays.stream(differences).filter(Double::isFinite).sorted().toArray();
        if (known.length < FEWEST_SCENES) {
            return scenes;
        }
        double largest = Math.max(NEGLIGIBLE_KELVIN, LARGEST_RATIO * known[known.length / 2]);
        List<ReferenceScene> consistent = new ArrayList<>();
        for (int k = 0; k < scenes.size(); k++) {
            if (!(differences[k] > largest)) {
                consistent.add(scenes.get(k));
            }
        }
        return List.copyOf(consistent);
    }

    /** Mean of the samples of each cell less the median of these means, in effective kelvin. */
    private static Map<Cell, Double> pattern(SceneSamples samples) {
        Map<Cell, double[]> sums = new HashMap<>();
        for (int i = 0; i < samples.count(); i++) {
            Cell cell = new Cell((long) Math.floor(samples.east(i) / CELL_METRES), (long)
                    Math.floor(samples.north(i) / CELL_METRES));
            double[] sum = sums.computeIfAbsent(cell, _ -> new double[2]);
            sum[0] += samples.kelvin(i);
            sum[1]++;
        }
        Map<Cell, Double> means = new HashMap<>();
        sums.forEach((cell, sum) -> {
            if (sum[1] >= FEWEST_SAMPLES_IN_CELL) {
                means.put(cell, sum[0] / sum[1]);
            }
        });
        double level =
                median(means.values().stream().mapToDouble(Double::doubleValue).toArray());
        means.replaceAll((_, mean) -> mean - level);
        return means;
    }

    /** Median over the scenes, of the cells that at least half of them cover. */
    private static Map<Cell, Double> medianPattern(List<Map<Cell, Double>> patterns) {
        Map<Cell, List<Double>> values = new HashMap<>();
        for (Map<Cell, Double> pattern : patterns) {
            pattern.forEach((cell, value) ->
                    values.computeIfAbsent(cell, _ -> new ArrayList<>()).add(value));
        }
        Map<Cell, Double> medians = new HashMap<>();
        values.forEach((cell, its) -> {
            if (its.size() * 2 >= patterns.size()) {
                medians.put(
                        cell,
                        median(its.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        });
        return medians;
    }

    /** Median absolute difference of a pattern from the median pattern; NaN if they have too few cells in common. */
    private static double difference(Map<Cell, Double> pattern, Map<Cell, Double> median) {
        double[] differences = pattern.entrySet().stream()
                .filter(entry -> median.containsKey(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() - median.getOrDefault(entry.getKey(), 0.0))
                .toArray();
        if (differences.length < FEWEST_CELLS) {
            return Double.NaN;
        }
        double level = median(differences);
        return median(Arrays.stream(differences)
                .map(difference -> Math.abs(difference - level))
                .toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
