package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.validation.PlaceSequence.Step;

/**
 * Finds sources one after the other in the composite of a seasonal regression: the highest value of a matched filter,
 * whitened by the spectrum of the residuals, then a joint fit of all sources.
 */
final class SpectralMatchedFilter {
    private static final int MOST_SOURCES = 100;
    private static final int POSITION_STEPS = 2;
    private static final int BORDER = 8;
    private static final double LEAST_THRESHOLD = 3.5;
    private static final double SQUARE_METRES = SceneGrid.PIXEL_METRES * SceneGrid.PIXEL_METRES;

    private SpectralMatchedFilter() {}

    static PlaceSequence find(PixelSeries series) {
        SeasonalRegression regression = SeasonalRegression.of(series);
        WhitenedImages whitening = new WhitenedImages(regression.power());
        double[] filter = whitening.column(centralSource());
        PixelSourceFit fit = new PixelSourceFit(whitening, whitening.column(regression.composite()));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Double.POSITIVE_INFINITY, List.of()));
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_SOURCES; i++) {
            double[] significance = whitening.significance(fit.residual(), filter);
            int highest = highest(significance);
            if (significance[highest] < LEAST_THRESHOLD) {
                break;
            }
            threshold = Math.min(threshold, significance[highest]);
            fit.add(highest % PixelSeries.SIDE, Math.floorDiv(highest, PixelSeries.SIDE));
            for (int step = 0; step < POSITION_STEPS; step++) {
                fit.improvePositions();
            }
            fit.removeEmpty();
            steps.add(new Step(threshold, places(series, fit)));
        }
        return new PlaceSequence(steps);
    }

    private static double[] centralSource() {
        double[] profile = SpreadGaussian.profile(PixelSeries.SIDE / 2.0);
        double[] image = new double[PixelSeries.PIXELS];
        for (int i = 0; i < image.length; i++) {
            image[i] = profile[i % PixelSeries.SIDE] * profile[i / PixelSeries.SIDE];
        }
        return SmoothDetrending.of(image);
    }

    private static int highest(double[] significance) {
        int highest = BORDER * PixelSeries.SIDE + BORDER;
        for (int row = BORDER; row < PixelSeries.SIDE - BORDER; row++) {
            for (int column = BORDER; column < PixelSeries.SIDE - BORDER; column++) {
                int pixel = row * PixelSeries.SIDE + column;
                if (significance[pixel] > significance[highest]) {
                    highest = pixel;
                }
            }
        }
        return highest;
    }

    private static List<FoundPlace> places(PixelSeries series, PixelSourceFit fit) {
        List<FoundPlace> places = new ArrayList<>();
        for (int i = 0; i < fit.count(); i++) {
            places.add(series.place(
                    fit.position(i)[0],
                    fit.position(i)[1],
                    fit.amplitude(i) / fit.error(i),
                    SQUARE_METRES * fit.amplitude(i),
                    SQUARE_METRES * fit.error(i)));
        }
        return places;
    }
}
