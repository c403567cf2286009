package org.heatwatch.validation;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A Matérn covariance fitted by restricted maximum likelihood (REML), which gives the variance in closed form.
 *
 * @param variance variance at a point, in the squared unit of the values
 */
record MaternCovariance(Matern correlation, double variance) {
    private static final double FIRST_RANGE = 120;
    private static final double FIRST_NUGGET = 0.03;
    private static final double SMALLEST_NUGGET = 1e-5;
    private static final double LARGEST_NUGGET = 0.9;
    private static final double SHORTEST_RANGE = 10;
    private static final double LONGEST_RANGE = 2000;
    private static final double FIRST_STEP = 1.0;
    private static final double LAST_STEP = 0.06;

    private record Trial(Matern correlation, double variance, double deviance) {}

    /** Fits range and nugget by a pattern search over their logarithms. */
    static MaternCovariance fit(List<NeighbourhoodModel> models) {
        Trial best = trial(new Matern(FIRST_RANGE, FIRST_NUGGET), models)
                .orElseThrow(() -> new IllegalArgumentException("no data to fit a covariance to"));
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
                Optional<Trial> next = trial(new Matern(range, nugget), models);
                if (next.isPresent() && next.get().deviance < best.deviance) {
                    best = next.get();
                    moved = true;
                }
            }
            if (!moved) {
                step /= 2;
            }
        }
        return new MaternCovariance(best.correlation, best.variance);
    }

    /** Covariance matrix of distinct points given in metres, in the squared unit of the values. */
    DMatrixRMaj covariance(double[] east, double[] north) {
        DMatrixRMaj matrix = new DMatrixRMaj(east.length, east.length);
        for (int i = 0; i < east.length; i++) {
            for (int j = 0; j < east.length; j++) {
                matrix.set(i, j, variance * (i == j ? 1 : correlation.at(east[i] - east[j], north[i] - north[j])));
            }
        }
        return matrix;
    }

    private static Optional<Trial> trial(Matern correlation, List<NeighbourhoodModel> models) {
        List<Optional<double[]>> parts =
                models.parallelStream().map(model -> part(correlation, model)).toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        double sumOfSquares = 0;
        double degreesOfFreedom = 0;
        double logDeterminants = 0;
        for (Optional<double[]> part : parts) {
            double[] sums = part.orElseThrow();
            sumOfSquares += sums[0];
            degreesOfFreedom += sums[1];
            logDeterminants += sums[2];
        }
        if (!(sumOfSquares > 0) || Double.isNaN(logDeterminants)) {
            return Optional.empty();
        }
        double variance = sumOfSquares / degreesOfFreedom;
        return Optional.of(new Trial(correlation, variance, degreesOfFreedom * Math.log(variance) + logDeterminants));
    }

    /** Sum of squares, degrees of freedom and log determinants of one model; empty if it cannot be solved. */
    private static Optional<double[]> part(Matern correlation, NeighbourhoodModel model) {
        return model.under(correlation).map(fit -> {
            double[] part = new double[3];
            for (double[] values : model.values()) {
                part[0] += fit.sumOfSquares(values);
                part[1] += fit.degreesOfFreedom();
                part[2] += fit.logDeterminants();
            }
            return part;
        });
    }
}
