package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.simulator.SceneGrid;

/** Local maxima of the mean of recent scenes minus the mean of reference scenes, in robust standard deviations. */
final class DifferencePeaks {
    /** A maximum is the highest pixel within this many pixels. */
    private static final int REACH = 2;

    private static final int BORDER = 8;

    private DifferencePeaks() {}

    static PlaceSequence find(PixelSeries series) {
        double[] difference = series.difference();
        double deviation = PixelSeries.robustDeviation(difference);
        double squareMetres = SceneGrid.PIXEL_METRES * SceneGrid.PIXEL_METRES / SpreadGaussian.PEAK;
        List<FoundPlace> places = new ArrayList<>();
        for (int pixel : maxima(difference, REACH, BORDER)) {
            double z = difference[pixel] / deviation;
            if (z > 1) {
                places.add(series.place(
                        pixel % PixelSeries.SIDE + vertex(difference, pixel, 1),
                        Math.floorDiv(pixel, PixelSeries.SIDE) + vertex(difference, pixel, PixelSeries.SIDE),
                        z,
                        difference[pixel] * squareMetres,
                        deviation * squareMetres));
            }
        }
        return PlaceSequence.ofIndependent(places);
    }

    /** The pixels that are highest in their neighbourhood, except near the border. */
    static List<Integer> maxima(double[] values, int reach, int border) {
        List<Integer> maxima = new ArrayList<>();
        for (int row = border; row < PixelSeries.SIDE - border; row++) {
            for (int column = border; column < PixelSeries.SIDE - border; column++) {
                if (isHighest(values, column, row, reach)) {
                    maxima.add(row * PixelSeries.SIDE + column);
                }
            }
        }
        return maxima;
    }

    private static boolean isHighest(double[] values, int column, int row, int reach) {
        double value = values[row * PixelSeries.SIDE + column];
        for (int y = row - reach; y <= row + reach; y++) {
            for (int x = column - reach; x <= column + reach; x++) {
                if (values[y * PixelSeries.SIDE + x] > value) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Vertex of the parabola through a maximum and its neighbours along one axis, in pixels from the maximum. */
    private static double vertex(double[] values, int pixel, int step) {
        double before = values[pixel - step];
        double after = values[pixel + step];
        double curvature = before + after - 2 * values[pixel];
        return curvature < 0 ? Math.clamp((before - after) / (2 * curvature), -0.5, 0.5) : 0;
    }
}
