package org.heatwatch.validation;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A correlation and its variance, fitted by restricted maximum likelihood; the variance has a closed form.
 *
 * @param variance of one place, in the square of the values' unit
 */
record Clutter(Matern correlation, double variance) {
    private static final double FIRST_RANGE = 120;
    private static final double FIRST_NUGGET = 0.03;
    private static final double SMALLEST_NUGGET = 1e-5;
    private static final double LARGEST_NUGGET = 0.9;
    private static final double SHORTEST_RANGE = 10;
    private static final double LONGEST_RANGE = 2000;
    private static final double FIRST_STEP = 1.0;
    private static final double LAST_STEP = 0.06;

    private record Trial(Matern correlation, double variance, double deviance) {}

    /** A pattern search over the logarithms of range and nugget. */
    static Clutter fit(List<Patch> patches) {
        Trial best = trial(new Matern(FIRST_RANGE, FIRST_NUGGET), patches)
                .orElseThrow(() -> new IllegalArgumentException("nothing to fit a correlation to"));
        double step = FIRST_STEP;
        while (step > LAST_STEP) {
            Trial before = best;
            boolean moved = false;
            for (int direction = 0; direction < 4; direction++) {
                double sign = direction % 2 == 0 ? step : -step;
                double range = before.correlation.rangeMetres() * Math.exp(direction < 2 ? sign / 2 : 0);
                double nugget = before.correlation.nuggetShare() * Math.exp(direction < 2 ? 0 : sign * 2);
                if (range < SHORTEST_RANGE
                        || range > LONGEST_RANGE
                        || nugget < SMALLEST_NUGGET
                        || nugget > LARGEST_NUGGET) {
                    continue;
                }
                Optional<Trial> next = trial(new Matern(range, nugget), patches);
                if (next.isPresent() && next.get().deviance < best.deviance) {
                    best = next.get();
                    moved = true;
                }
            }
            if (!moved) {
                step /= 2;
            }
        }
        return new Clutter(best.correlation, best.variance);
    }

    /** Of different places, in the square of the values' unit. */
    DMatrixRMaj covariance(double[] east, double[] north) {
        DMatrixRMaj matrix = new DMatrixRMaj(east.length, east.length);
        for (int i = 0; i < east.length; i++) {
            for (int j = 0; j < east.length; j++) {
                matrix.set(i, j, variance * (i == j ? 1 : correlation.at(east[i] - east[j], north[i] - north[j])));
            }
        }
        return matrix;
    }

    private static Optional<Trial> trial(Matern correlation, List<Patch> patches) {
        List<Optional<double[]>> parts =
                patches.parallelStream().map(patch -> part(correlation, patch)).toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        double squares = 0;
        double freedom = 0;
        double logDeterminants = 0;
        for (Optional<double[]> part : parts) {
            double[] sums = part.orElseThrow();
            squares += sums[0];
            freedom += sums[1];
            logDeterminants += sums[2];
        }
        if (!(squares > 0) || Double.isNaN(logDeterminants)) {
            return Optional.empty();
        }
        double variance = squares / freedom;
        return Optional.of(new Trial(correlation, variance, freedom * Math.log(variance) + logDeterminants));
    }

    /** Sum of squares, degrees of freedom and logarithm of the determinants. */
    private static Optional<double[]> part(Matern correlation, Patch patch) {
        return patch.under(correlation).map(fit -> {
            double[] part = new double[3];
            for (double[] values : patch.values()) {
                part[0] += fit.squares(values);
                part[1] += fit.freedom();
                part[2] += fit.logDeterminants();
            }
            return part;
        });
    }
}
