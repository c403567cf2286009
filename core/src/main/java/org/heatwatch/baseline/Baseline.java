package org.heatwatch.baseline;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.linear.Vectors;

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
    private final DMatrixRMaj inverse;
    private final double[] coefficients;
    private final double squares;
    private final double ownFreedom;
    private final IdlePool pool;

    private Baseline(
            List<BaselineRow> looks,
            boolean[] counts,
            DMatrixRMaj inverse,
            double[] coefficients,
            double squares,
            double ownFreedom,
            IdlePool pool) {
        this.looks = looks;
        this.counts = counts;
        this.inverse = inverse;
        this.coefficients = coefficients;
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
        DMatrixRMaj normal = new DMatrixRMaj(COLUMNS, COLUMNS);
        double[] right = new double[COLUMNS];
        int n = 0;
        for (int k = 0; k < looks.size(); k++) {
            if (counts[k]) {
                n++;
                double[] u = looks.get(k).columns();
                double weight = 1 / looks.get(k).variance();
                for (int i = 0; i < COLUMNS; i++) {
                    right[i] += weight * u[i] * looks.get(k).kelvin();
                    for (int j = 0; j < COLUMNS; j++) {
                        normal.add(i, j, weight * u[i] * u[j]);
                    }
                }
            }
        }
        DMatrixRMaj posterior = normal.copy();
        double[] prior = pool.priorVariances();
        double[] means = pool.priorMeans();
        for (int i = 0; i < COLUMNS; i++) {
            posterior.add(i, i, 1 / prior[i]);
            right[i] += means[i] / prior[i];
        }
        DMatrixRMaj inverse = new DMatrixRMaj(COLUMNS, COLUMNS);
        CommonOps_DDRM.invert(posterior, inverse);
        double[] coefficients = new double[COLUMNS];
        double used = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                coefficients[i] += inverse.get(i, j) * right[j];
                used += inverse.get(i, j) * normal.get(j, i);
            }
        }
        double squares = 0;
        for (int k = 0; k < looks.size(); k++) {
            if (counts[k]) {
                double left = looks.get(k).kelvin() - Vectors.dot(looks.get(k).columns(), coefficients);
                squares += left * left / looks.get(k).variance();
            }
        }
        return new Baseline(looks, counts, inverse, coefficients, squares, Math.max(1, n - used), pool);
    }

    /** The excess that this look would have if the roof were idle, effective kelvin. */
    double expected(BaselineRow look) {
        return Vectors.dot(look.columns(), coefficients);
    }

    double coefficient(int column) {
        return coefficients[column];
    }

    double coefficientVariance(int column) {
        return inverse.get(column, column) * ratio();
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
        double[] u = look.columns();
        double uncertain = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                uncertain += u[i] * inverse.get(i, j) * u[j];
            }
        }
        double error = Math.sqrt(ratio() * (look.variance() + uncertain) + extraVariance);
        return new ExcessOverBaseline(look.kelvin() - expected(look), error, freedom());
    }

    /** Judges one of the looks that it was fitted to as if it had taken no part. */
    public ExcessOverBaseline judgeLeftOut(int number) {
        BaselineRow look = looks.get(number);
        if (!counts[number]) {
            return judge(look, 0);
        }
        double[] u = look.columns();
        double leverage = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                leverage += u[i] * inverse.get(i, j) * u[j] / look.variance();
            }
        }
        double left = look.kelvin() - expected(look);
        double kept = 1 - Math.min(0.99, leverage);
        double freedomLess = Math.max(1, freedom() - 1);
        double squaresLess = Math.max(0, squares - left * left / (look.variance() * kept));
        double ratioLess = (pool.varianceFreedom() * pool.varianceRatio() + squaresLess) / freedomLess;
        return new ExcessOverBaseline(left / kept, Math.sqrt(ratioLess * look.variance() / kept), freedomLess);
    }
}
