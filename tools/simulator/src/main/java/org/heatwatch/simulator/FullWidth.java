package org.heatwatch.simulator;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** Full width at half maximum of decreasing profiles. */
final class FullWidth {
    private FullWidth() {}

    /** The scale, between two bounds, at which a profile that widens with its scale has the given full width. */
    static double scaleFor(double fullWidth, DoubleFunction<DoubleUnaryOperator> profile, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < 60; i++) {
            double middle = (a + b) / 2;
            DoubleUnaryOperator p = profile.apply(middle);
            boolean tooWide = p.applyAsDouble(fullWidth / 2) > 0.5 * p.applyAsDouble(0);
            if (tooWide) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return (a + b) / 2;
    }
}
