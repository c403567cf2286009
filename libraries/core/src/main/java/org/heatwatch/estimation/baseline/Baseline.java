package org.heatwatch.estimation.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;

/**
 * A roof's idle behaviour: what excess to expect at a time of year and in a scene's common mode, and how far looks stray
 * from it.
 *
 * <p>A Bayesian regression whose priors are the {@link IdlePool}'s. Looks off by more than four errors do not count.
 */
public final class Baseline {
    /** With fewer dormant looks nothing is judged. */
    public static final int FEWEST_LOOKS = 15;

    private static final double OUTLIER = 4;
    private static final int TURNS = 3;
    private static final int COLUMNS = 4;

    private final List<BaselineRow> looks;
    private final boolean[] counts;
    private final GeneralisedLeastSquares.Solution solution;
    private final double squares;
    private final double ownFreedom;
    private final IdlePool pool;

    private Baseline(
            List<BaselineRow> looks,
            boolean[] counts,
            GeneralisedLeastSquares.Solution solution,
            double squares,
            double ownFreedom,
            IdlePool pool) {
        this.looks = looks;
        this.counts = counts;
        this.solution = solution;
        this.squares = squares;
        this.ownFreedom = ownFreedom;
        this.pool = pool;
    }

    /** Fits the looks of one roof. */
    public static Baseline of(List<BaselineRow> looks, IdlePool pool) {
        boolean[] counts = new boolean[looks.size()];
        Arrays.fill(counts, true);
        Baseline baseline = fit(looks, counts, pool);
        for (int turn = 1; turn < TURNS; turn++) {
            boolean[] next = new boolean[looks.size()];
            for (int i = 0; i < next.length; i++) {
                BaselineRow look = looks.get(i);
                double off = Math.abs(look.kelvin() - baseline.expected(look));
                next[i] = off <= OUTLIER * Math.sqrt(look.variance() * baseline.ratio());
            }
            if (Arrays.equals(next, counts)) {
                break;
            }
            counts = next;
            baseline = fit(looks, counts, pool);
        }
        return baseline;
    }

    private static Baseline fit(List<BaselineRow> looks, boolean[] counts, IdlePool pool) {
        List<BaselineRow> counted = IntStream.range(0, counts.length)
                .filter(k -> counts[k])
                .mapToObj(looks::get)
                .toList();
        GeneralisedLeastSquares.Solution solution = GeneralisedLeastSquares.weighted(
                        counted.stream().map(BaselineRow::columns).toArray(double[][]::new),
                        counted.stream().mapToDouble(BaselineRow::kelvin).toArray(),
                        counted.stream()
                                .mapToDouble(look -> 1 / look.variance())
                                .toArray(),
                        COLUMNS)
                .solve(1, pool.priorMeans(), pool.priorVariances())
                .orElseThrow(() -> new IllegalStateException("a baseline without a prior"));
        double squares = 0;
        for (BaselineRow look : counted) {
            double left = look.kelvin() - solution.predict(look.columns());
            squares += left * left / look.variance();
        }
        double ownFreedom = Math.max(1, counted.size() - solution.effectiveParameters());
        return new Baseline(looks, counts, solution, squares, ownFreedom, pool);
    }

    /** The excess that this look would have if the roof were idle, effective kelvin. */
    double expected(BaselineRow look) {
        return solution.predict(look.columns());
    }

    double coefficient(int column) {
        return solution.estimate(column);
    }

    double coefficientVariance(int column) {
        return solution.variance(column) * ratio();
    }

    /** Variance of the looks over the expected one, of this roof alone. */
    double ownRatio() {
        return squares / ownFreedom;
    }

    double ownFreedom() {
        return ownFreedom;
    }

    /** Variance of the looks over the expected one, leaning on the pool. */
    public double ratio() {
        return (pool.varianceFreedom() * pool.varianceRatio() + squares) / freedom();
    }

    /** Degrees of freedom with which the variance is known. */
    public double freedom() {
        return pool.varianceFreedom() + ownFreedom;
    }

    /** How many parameters the looks themselves had to settle, the pool's knowledge taken off. */
    public double parameters() {
        return lookCount() - ownFreedom;
    }

    /** Number of dormant looks that count. */
    public int lookCount() {
        int n = 0;
        for (boolean count : counts) {
            n += count ? 1 : 0;
        }
        return n;
    }

    /**
     * Judges a look that took no part.
     *
     * @param extraVariance that has come to the roof since, square of an effective kelvin
     */
    public ExcessOverBaseline judge(BaselineRow look, double extraVariance) {
        double uncertain = solution.predictionVariance(look.columns(), 1);
        double error = Math.sqrt(ratio() * (look.variance() + uncertain) + extraVariance);
        return new ExcessOverBaseline(look.kelvin() - expected(look), error, freedom());
    }

    /** Judges one of the looks that it was fitted to as if it had taken no part. */
    public ExcessOverBaseline judgeLeftOut(int number) {
        BaselineRow look = looks.get(number);
        if (!counts[number]) {
            return judge(look, 0);
        }
        double leverage = solution.predictionVariance(look.columns(), look.variance());
        double left = look.kelvin() - expected(look);
        double kept = 1 - Math.min(0.99, leverage);
        double freedomLess = Math.max(1, freedom() - 1);
        double squaresLess = Math.max(0, squares - left * left / (look.variance() * kept));
        double ratioLess = (pool.varianceFreedom() * pool.varianceRatio() + squaresLess) / freedomLess;
        return new ExcessOverBaseline(left / kept, Math.sqrt(ratioLess * look.variance() / kept), freedomLess);
    }
}
