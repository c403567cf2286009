package org.heatwatch.estimation.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;

/**
 * The excess to expect of an idle footprint, given the time of year and the common mode of the scene, and the scatter
 * of its observations about that expectation.
 *
 * <p>A Bayesian linear regression with the prior of an {@link EmpiricalBayesPrior}; the variance is moderated as in
 * Smyth (2004).
 * Observations that deviate by more than four standard errors are excluded from the fit. Single days of rest of a
 * footprint that may have run would widen the scatter until it hides a stop: its deviations are measured by their
 * median absolute deviation, and three of it below the median are enough. Formulas: docs/method.md, "Baseline, z and
 * score".
 */
public final class Baseline {
    /** Fewest idle observations from which a baseline is fitted. */
    public static final int FEWEST_OBSERVATIONS = 15;

    private static final double OUTLIER_ERRORS = 4;
    private static final double REST_ERRORS = 3;
    /** Standard deviation of a normal distribution over its median absolute deviation. */
    private static final double DEVIATION_OVER_MEDIAN = 1.4826;

    private static final int MOST_FITS = 3;
    private static final int COLUMNS = 4;
    private static final double LARGEST_LEVERAGE = 0.99;

    private final List<BaselineRow> rows;
    private final boolean[] included;
    private final GeneralisedLeastSquares.Solution solution;
    private final double sumOfSquares;
    private final double ownDegreesOfFreedom;
    private final EmpiricalBayesPrior prior;

    private Baseline(
            List<BaselineRow> rows,
            boolean[] included,
            GeneralisedLeastSquares.Solution solution,
            double sumOfSquares,
            double ownDegreesOfFreedom,
            EmpiricalBayesPrior prior) {
        this.rows = rows;
        this.included = included;
        this.solution = solution;
        this.sumOfSquares = sumOfSquares;
        this.ownDegreesOfFreedom = ownDegreesOfFreedom;
        this.prior = prior;
    }

    /**
     * Fits the idle observations of one footprint.
     *
     * @param rows one for each observation
     * @param prior of the coefficients and of the variance
     */
    public static Baseline of(List<BaselineRow> rows, EmpiricalBayesPrior prior) {
        boolean[] included = new boolean[rows.size()];
        Arrays.fill(included, true);
        Baseline baseline = fit(rows, included, prior);
        for (int turn = 1; turn < MOST_FITS; turn++) {
            boolean[] next = baseline.withoutOutliers();
            if (Arrays.equals(next, included)) {
                break;
            }
            included = next;
            baseline = fit(rows, included, prior);
        }
        return baseline;
    }

    private boolean[] withoutOutliers() {
        double[] deviations = rows.stream()
                .mapToDouble(row -> (row.kelvin() - expected(row)) / Math.sqrt(row.variance()))
                .toArray();
        double lowest = -OUTLIER_ERRORS * Math.sqrt(ratio());
        double highest = -lowest;
        double middle = median(deviations);
        double scale = DEVIATION_OVER_MEDIAN
                * median(Arrays.stream(deviations)
                        .map(deviation -> Math.abs(deviation - middle))
                        .toArray());
        if (prior.hasDaysOfRest() && scale > 0) {
            lowest = middle - REST_ERRORS * scale;
            highest = middle + OUTLIER_ERRORS * scale;
        }
        boolean[] next = new boolean[deviations.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = deviations[i] >= lowest && deviations[i] <= highest;
        }
        return next;
    }

    private static double median(double[] values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }

    private static Baseline fit(List<BaselineRow> rows, boolean[] included, EmpiricalBayesPrior prior) {
        List<BaselineRow> used = IntStream.range(0, included.length)
                .filter(k -> included[k])
                .mapToObj(rows::get)
                .toList();
        GeneralisedLeastSquares.Solution solution = GeneralisedLeastSquares.weighted(
                        used.stream().map(BaselineRow::columns).toArray(double[][]::new),
                        used.stream().mapToDouble(BaselineRow::kelvin).toArray(),
                        used.stream().mapToDouble(row -> 1 / row.variance()).toArray(),
                        COLUMNS)
                .solve(1, prior.priorMeans(), prior.priorVariances())
                .orElseThrow(() -> new IllegalStateException("the normal matrix of a baseline has no inverse"));
        double sumOfSquares = 0;
        for (BaselineRow row : used) {
            double residual = row.kelvin() - solution.predict(row.columns());
            sumOfSquares += residual * residual / row.variance();
        }
        double ownDegreesOfFreedom = Math.max(1, used.size() - solution.effectiveParameters());
        return new Baseline(rows, included, solution, sumOfSquares, ownDegreesOfFreedom, prior);
    }

    /** The excess to expect of the idle footprint in the scene of this row, effective kelvin. */
    double expected(BaselineRow row) {
        return solution.predict(row.columns());
    }

    double coefficient(int column) {
        return solution.estimate(column);
    }

    double coefficientVariance(int column) {
        return solution.variance(column) * ratio();
    }

    /** Ratio of the observed variance to the expected one, from this footprint's own observations alone. */
    double ownRatio() {
        return sumOfSquares / ownDegreesOfFreedom;
    }

    double ownDegreesOfFreedom() {
        return ownDegreesOfFreedom;
    }

    /** Ratio of the observed variance to the expected one, moderated by the prior (Smyth 2004). */
    public double ratio() {
        return (prior.varianceDegreesOfFreedom() * prior.varianceRatio() + sumOfSquares) / degreesOfFreedom();
    }

    /** Degrees of freedom of {@link #ratio()}: those of the prior plus those of the observations. */
    public double degreesOfFreedom() {
        return prior.varianceDegreesOfFreedom() + ownDegreesOfFreedom;
    }

    /** Effective number of parameters that the observations determined, excluding what the prior determined. */
    public double effectiveParameters() {
        return observationCount() - ownDegreesOfFreedom;
    }

    /** Number of idle observations that the fit includes. */
    public int observationCount() {
        int count = 0;
        for (boolean isIncluded : included) {
            count += isIncluded ? 1 : 0;
        }
        return count;
    }

    /**
     * Judges an observation that the baseline was not fitted to.
     *
     * @param extraVariance variance that the footprint has gained since the reference period, square of an effective
     *     kelvin
     */
    public ExcessOverBaseline judge(BaselineRow row, double extraVariance) {
        double uncertain = solution.predictionVariance(row.columns(), 1);
        double error = Math.sqrt(ratio() * (row.variance() + uncertain) + extraVariance);
        return new ExcessOverBaseline(row.kelvin() - expected(row), error, degreesOfFreedom());
    }

    /**
     * Judges one of the fitted observations as if it had been excluded from the fit (leave-one-out by its leverage).
     *
     * @param index of the observation in the list that the baseline was fitted to
     */
    public ExcessOverBaseline judgeLeaveOneOut(int index) {
        BaselineRow row = rows.get(index);
        if (!included[index]) {
            return judge(row, 0);
        }
        double leverage = solution.predictionVariance(row.columns(), row.variance());
        double residual = row.kelvin() - expected(row);
        double kept = 1 - Math.min(LARGEST_LEVERAGE, leverage);
        double degreesOfFreedom = Math.max(1, degreesOfFreedom() - 1);
        double remainingSum = Math.max(0, sumOfSquares - residual * residual / (row.variance() * kept));
        double remainingRatio =
                (prior.varianceDegreesOfFreedom() * prior.varianceRatio() + remainingSum) / degreesOfFreedom;
        return new ExcessOverBaseline(
                residual / kept, Math.sqrt(remainingRatio * row.variance() / kept), degreesOfFreedom);
    }
}
