package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.sampling.ThermalImage;

/**
 * Difference of the maps of two disjoint sets of dates, compared with the errors that both state.
 *
 * <p>Level and contrast of the second map are first fitted to the first, because the mean of the dates defines them.
 */
final class DisjointComposites {
    private DisjointComposites() {}

    /** Difference of the two maps divided by its stated error, for every third pixel in both directions. */
    static SampleStatistics ratios(List<SceneSamples> scenes, ThermalImage frame, double cosine, double sine) {
        int[] groups =
                SeriesComposite.groups(scenes.stream().map(SceneSamples::date).toList());
        List<List<SceneSamples>> sets = List.of(new ArrayList<>(), new ArrayList<>());
        for (int k = 0; k < scenes.size(); k++) {
            sets.get(groups[k] % 2).add(scenes.get(k));
        }
        SeriesComposite one = SeriesComposite.of(sets.get(0), frame, cosine, sine);
        SeriesComposite other = SeriesComposite.of(sets.get(1), frame, cosine, sine);
        return ratios(one, other, frame);
    }

    private static SampleStatistics ratios(SeriesComposite one, SeriesComposite other, ThermalImage frame) {
        double[] x = other.kelvin();
        double[] y = one.kelvin();
        double meanX = mean(x);
        double meanY = mean(y);
        double product = 0;
        double squareX = 0;
        double squareY = 0;
        for (int p = 0; p < x.length; p++) {
            product += (x[p] - meanX) * (y[p] - meanY);
            squareX += (x[p] - meanX) * (x[p] - meanX);
            squareY += (y[p] - meanY) * (y[p] - meanY);
        }
        double contrast = Math.sqrt(squareY / squareX) * Math.signum(product);
        List<Double> ratios = new ArrayList<>();
        for (int row = 1; row < frame.rows(); row += 3) {
            for (int column = 1; column < frame.columns(); column += 3) {
                int p = row * frame.columns() + column;
                double difference = y[p] - meanY - contrast * (x[p] - meanX);
                ratios.add(difference / Math.hypot(one.error()[p], contrast * other.error()[p]));
            }
        }
        return SampleStatistics.of(ratios);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
