package org.heatwatch.sampling;

import java.util.Optional;

/** Selects the part of an image that determines the grid best: that with the most contrast between valid neighbours. */
final class SearchPart {
    private static final int STEP = 12;
    private static final double SMALLEST_VALID_SHARE = 0.7;

    private SearchPart() {}

    /**
     * The square with the most contrast, or the whole image if it is smaller.
     *
     * @param side in pixels
     * @return empty if no square is at least 70 % valid and has any contrast
     */
    static Optional<ThermalImage> of(ThermalImage image, int side) {
        int rows = Math.min(side, image.rows());
        int columns = Math.min(side, image.columns());
        Optional<ThermalImage> best = Optional.empty();
        double most = 0;
        for (int row = 0; row <= image.rows() - rows; row += STEP) {
            for (int column = 0; column <= image.columns() - columns; column += STEP) {
                ThermalImage part = image.part(row, column, rows, columns);
                double contrast = contrast(part);
                if (contrast > most && part.validCount() >= SMALLEST_VALID_SHARE * part.size()) {
                    most = contrast;
                    best = Optional.of(part);
                }
            }
        }
        return best;
    }

    private static double contrast(ThermalImage image) {
        double sum = 0;
        for (int p = 0; p < image.size(); p++) {
            boolean last = p % image.columns() == image.columns() - 1;
            sum += last ? 0 : squaredStep(image, p, p + 1);
            sum += p + image.columns() >= image.size() ? 0 : squaredStep(image, p, p + image.columns());
        }
        return sum;
    }

    private static double squaredStep(ThermalImage image, int one, int other) {
        double step = image.value(one) - image.value(other);
        return image.isValid(one) && image.isValid(other) ? step * step : 0;
    }
}
