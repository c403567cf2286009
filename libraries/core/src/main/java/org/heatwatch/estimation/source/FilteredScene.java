package org.heatwatch.estimation.source;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.estimation.composite.SceneDeviation;

/**
 * A scene's deviation from a composite after the matched filter.
 *
 * @param filtered 0 where the scene does not show the ground
 * @param deviation robust standard deviation of the filtered scene
 */
record FilteredScene(CompositeRaster filtered, CompositeRaster coverage, double deviation) {
    private static final double LEAST_COVERAGE = 0.6;
    private static final double MAD_TO_DEVIATION = 1.4826;

    static List<FilteredScene> of(List<SceneDeviation> scenes, MatchedFilter filter) {
        List<CompositeRaster> filtered = filter.filter(scenes.parallelStream()
                .map(scene -> Detrending.of(scene.kelvin()))
                .toList());
        return IntStream.range(0, scenes.size())
                .mapToObj(i -> of(scenes.get(i), filtered.get(i)))
                .toList();
    }

    private static FilteredScene of(SceneDeviation scene, CompositeRaster filtered) {
        double[] shown = IntStream.range(0, filtered.values().length)
                .filter(cell -> scene.coverage().values()[cell] >= LEAST_COVERAGE)
                .mapToDouble(cell -> Math.abs(filtered.values()[cell]))
                .toArray();
        double deviation = shown.length == 0
                ? Double.POSITIVE_INFINITY
                : MAD_TO_DEVIATION * Median.withDefaults().evaluate(shown);
        return new FilteredScene(filtered, scene.coverage(), deviation);
    }

    boolean shows(int cell) {
        return coverage.values()[cell] >= LEAST_COVERAGE;
    }

    double z(int cell) {
        return filtered.values()[cell] / deviation;
    }

    /** The same scene in units of each place's own scatter. */
    FilteredScene over(double[] scatter) {
        double[] values = filtered.values().clone();
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] /= scatter[cell];
        }
        return new FilteredScene(filtered.with(values), coverage, deviation);
    }
}
