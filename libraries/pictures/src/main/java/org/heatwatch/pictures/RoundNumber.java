package org.heatwatch.pictures;

import java.util.stream.DoubleStream;

/** Round numbers for axes and scales: 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten. */
final class RoundNumber {
    private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    private RoundNumber() {}

    /** The least round number that is not less than a positive value. */
    static double atLeast(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(ROUND)
                .map(round -> round * power)
                .filter(round -> round >= value)
                .findFirst()
                .orElse(10 * power);
    }
}
