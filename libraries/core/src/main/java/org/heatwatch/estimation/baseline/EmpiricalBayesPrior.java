package org.heatwatch.estimation.baseline;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Prior of a footprint's baseline, learned from the reference parcels of a site: variances of the coefficients over the
 * parcels, and the distribution of the ratio between observed and expected variance.
 *
 * <p>Empirical Bayes: Efron and Morris 1973, for variances Smyth 2004.
 *
 * @param constant variance over footprints of the constant
 * @param yearly variance over footprints of the cosine and of the sine coefficient of the yearly cycle
 * @param commonMode variance over footprints of the coefficient of the common mode
 * @param commonModeShare mean over footprints of that coefficient
 * @param varianceRatio typical ratio of a footprint's variance to the expected one
 * @param varianceDegreesOfFreedom degrees of freedom that this ratio is equivalent to
 * @param hasDaysOfRest whether the footprint may have run, with single days of rest, so that the scatter of its
 *     observations is judged by their median absolute deviation
 */
public record EmpiricalBayesPrior(
        double constant,
        double yearly,
        double commonMode,
        double commonModeShare,
        double varianceRatio,
        double varianceDegreesOfFreedom,
        boolean hasDaysOfRest) {

    /** Prior of a site with too few reference parcels. */
    static final EmpiricalBayesPrior VAGUE = new EmpiricalBayesPrior(1, 1, 1, 0, 1, 0);

    /** Prior variances of a facility in operation, squared effective kelvin: hardly any information. */
    private static final double OPERATION_CONSTANT = 10 * 10;

    private static final double OPERATION_YEARLY = 3 * 3;

    private static final double LEAST_CONSTANT = 0.05 * 0.05;
    private static final double LEAST_YEARLY = 0.02 * 0.02;
    private static final double LEAST_SHARE = 0.05 * 0.05;
    private static final double MOST_DEGREES_OF_FREEDOM = 150;
    private static final int FEWEST_PARCELS = 5;
    private static final int COEFFICIENTS = 4;
    private static final int COMMON_MODE = 3;
    private static final int TURNS = 3;

    /** Prior of an idle footprint. */
    public EmpiricalBayesPrior(
            double constant,
            double yearly,
            double commonMode,
            double commonModeShare,
            double varianceRatio,
            double varianceDegreesOfFreedom) {
        this(
                constant,
                yearly,
                commonMode,
                commonModeShare,
                varianceRatio,
                varianceDegreesOfFreedom,
                /* hasDaysOfRest= */ false);
    }

    /**
     * Learns the prior; vague if too few parcels have enough observations.
     *
     * @param parcels idle observations of each reference parcel
     */
    public static EmpiricalBayesPrior of(List<List<BaselineRow>> parcels) {
        List<List<BaselineRow>> enough = parcels.stream()
                .filter(rows -> rows.size() >= Baseline.FEWEST_OBSERVATIONS)
                .toList();
        if (enough.size() < FEWEST_PARCELS) {
            return VAGUE;
        }
        EmpiricalBayesPrior prior = VAGUE;
        for (int turn = 0; turn < TURNS; turn++) {
            EmpiricalBayesPrior before = prior;
            prior = learn(enough.stream().map(rows -> Baseline.of(rows, before)).toList());
        }
        return prior;
    }

    private static EmpiricalBayesPrior learn(List<Baseline> parcels) {
        int count = parcels.size();
        double[] sumOfSquares = new double[COEFFICIENTS];
        double share = 0;
        for (Baseline parcel : parcels) {
            // Square plus variance of a posterior coefficient is an unbiased estimate of its prior's variance.
            for (int i = 0; i < sumOfSquares.length; i++) {
                sumOfSquares[i] += parcel.coefficient(i) * parcel.coefficient(i) + parcel.coefficientVariance(i);
            }
            share += parcel.coefficient(COMMON_MODE);
        }
        share /= count;
        VarianceRatio variance = varianceRatio(parcels);
        return new EmpiricalBayesPrior(
                Math.max(LEAST_CONSTANT, sumOfSquares[0] / count),
                Math.max(LEAST_YEARLY, (sumOfSquares[1] + sumOfSquares[2]) / (2 * count)),
                Math.max(LEAST_SHARE, sumOfSquares[COMMON_MODE] / count - share * share),
                share,
                variance.ratio(),
                variance.degreesOfFreedom());
    }

    private record VarianceRatio(double ratio, double degreesOfFreedom) {}

    /** Fits a scaled F distribution to the parcels' variance ratios by the moments of their logarithms (Smyth 2004). */
    private static VarianceRatio varianceRatio(List<Baseline> parcels) {
        int count = parcels.size();
        double sum = 0;
        double sumOfSquares = 0;
        double expected = 0;
        for (Baseline parcel : parcels) {
            double half = parcel.ownDegreesOfFreedom() / 2;
            double log = Math.log(parcel.ownRatio()) - Digamma.value(half) + Math.log(half);
            sum += log;
            sumOfSquares += log * log;
            expected += Trigamma.value(half);
        }
        double mean = sum / count;
        double spread = (sumOfSquares - count * mean * mean) / (count - 1) - expected / count;
        double degreesOfFreedom =
                spread > 0 ? Math.min(MOST_DEGREES_OF_FREEDOM, 2 * inverseTrigamma(spread)) : MOST_DEGREES_OF_FREEDOM;
        double ratio = Math.exp(mean + Digamma.value(degreesOfFreedom / 2) - Math.log(degreesOfFreedom / 2));
        return new VarianceRatio(ratio, degreesOfFreedom);
    }

    /** Newton's method on the reciprocal, which is nearly linear (Smyth 2004, appendix). */
    private static double inverseTrigamma(double value) {
        double y = 0.5 + 1 / value;
        for (int i = 0; i < 20; i++) {
            double trigamma = Trigamma.value(y);
            double slope = (Trigamma.value(y * 1.0001) - trigamma) / (y * 0.0001);
            y += trigamma * (1 - trigamma / value) / slope;
        }
        return y;
    }

    /**
     * Prior of a facility that may have run in the reference period. What reference parcels do says nothing about how
     * its activity varies: the constant, the yearly cycle and the variance follow from its own observations alone.
     */
    public EmpiricalBayesPrior ofOperation() {
        return new EmpiricalBayesPrior(
                Math.max(constant, OPERATION_CONSTANT),
                Math.max(yearly, OPERATION_YEARLY),
                commonMode,
                commonModeShare,
                varianceRatio,
                /* varianceDegreesOfFreedom= */ 0,
                /* hasDaysOfRest= */ true);
    }

    double[] priorMeans() {
        return new double[] {0, 0, 0, commonModeShare};
    }

    double[] priorVariances() {
        return new double[] {constant, yearly, yearly, commonMode};
    }
}
