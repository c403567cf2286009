package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Estimates the excess of every footprint over the background model, by generalised least squares on the residuals of
 * one scene within 330 m of the footprint.
 *
 * <p>Each neighbour is a random effect: the prior variance of an idle one is its idle variability, that of one that may
 * be on is practically infinite. A prior from the neighbour's own excess in the same scene was tried: it lowers the
 * error by 2 %, but the excess of each of several hot factories by 7 %. Formula: docs/method.md, "Fit of one facility
 * in one scene".
 */
public final class FootprintFit {
    /** Smallest share of a footprint's weight that must be visible. */
    public static final double SMALLEST_VISIBLE_FRACTION = 0.8;

    /** Prior variance of the excess of a neighbour that may be on, square of an effective kelvin. */
    private static final double UNKNOWN_VARIANCE = 400;

    private final FootprintSet footprints;
    private final List<Optional<GeneralisedLeastSquares>> normals;
    private final double[] visible;
    private final double variance;

    private FootprintFit(
            FootprintSet footprints,
            List<Optional<GeneralisedLeastSquares>> normals,
            double[] visible,
            double variance) {
        this.footprints = footprints;
        this.normals = normals;
        this.visible = visible;
        this.variance = variance;
    }

    /**
     * Prepares the normal equations of all footprints.
     *
     * @param scene residuals of the background model
     * @param grid of the scene, at its position on the map
     * @param covariance of the residuals
     * @param variance background scatter of this scene, square of an effective kelvin
     */
    public static FootprintFit of(
            FootprintSet footprints,
            LocalSamples scene,
            SamplingGrid grid,
            ResidualCovariance covariance,
            double variance) {
        List<Optional<GeneralisedLeastSquares>> normals = new ArrayList<>();
        double[] visible = new double[footprints.targets().size()];
        IndexedSamples indexed = IndexedSamples.of(scene);
        for (int footprint = 0; footprint < visible.length; footprint++) {
            boolean isMeasured = footprints.targets().get(footprint).isMeasured();
            visible[footprint] = isMeasured ? footprints.visibleFraction(footprint, indexed, grid) : 0;
            normals.add(
                    isMeasured && visible[footprint] >= SMALLEST_VISIBLE_FRACTION
                            ? footprints.patch(footprint, indexed).map(patch -> patch.normal(covariance))
                            : Optional.empty());
        }
        return new FootprintFit(footprints, normals, visible, variance);
    }

    /**
     * Estimates the excess of every footprint.
     *
     * @param idleVariance idle variability: variance of an idle footprint's excess between scenes, square of an
     *     effective kelvin
     * @return one observation for each footprint, in their order; hidden for those that are neighbours only
     */
    public List<MeasuredObservation> measure(double idleVariance) {
        List<MeasuredObservation> observations = new ArrayList<>();
        for (int footprint = 0; footprint < visible.length; footprint++) {
            Optional<GeneralisedLeastSquares> normal = normals.get(footprint);
            observations.add(
                    normal.isPresent()
                            ? measure(footprint, normal.get(), idleVariance)
                            : new MeasuredObservation.Hidden(MeasuredObservation.Hidden.UNSEEN, visible[footprint]));
        }
        return observations;
    }

    private MeasuredObservation measure(int footprint, GeneralisedLeastSquares normal, double idleVariance) {
        int columns = LocalPatch.FIRST_NEIGHBOUR + footprints.neighbourCount(footprint);
        double[] prior = new double[columns];
        Arrays.fill(prior, Double.POSITIVE_INFINITY);
        for (int i = 0; i < footprints.neighbourCount(footprint); i++) {
            prior[LocalPatch.FIRST_NEIGHBOUR + i] = mayBeOn(footprint, i) ? UNKNOWN_VARIANCE : idleVariance;
        }
        GeneralisedLeastSquares.Solution solution = normal.solve(variance, new double[columns], prior)
                .orElseThrow(() -> new IllegalStateException("no sample responds to the footprint"));
        double error = Math.sqrt(solution.variance(0));
        return MeasuredObservation.of(
                solution.estimate(0), error, outlineError(footprint, solution), visible[footprint]);
    }

    private boolean mayBeOn(int footprint, int neighbour) {
        return footprints
                .targets()
                .get(footprints.neighbour(footprint, neighbour))
                .mayBeOn();
    }

    /**
     * Error of a displaced outline: its excess times the leverage of its derivatives, independent in both directions.
     */
    private double outlineError(int footprint, GeneralisedLeastSquares.Solution solution) {
        int column = LocalPatch.FIRST_NEIGHBOUR + footprints.neighbourCount(footprint);
        double sumOfSquares = 0;
        for (int i = -1; i < footprints.neighbourCount(footprint); i++) {
            double accuracy = footprints.accuracy(i < 0 ? footprint : footprints.neighbour(footprint, i));
            if (accuracy > 0) {
                double excess = solution.estimate(i < 0 ? 0 : LocalPatch.FIRST_NEIGHBOUR + i);
                double east = solution.leverage(column++);
                double north = solution.leverage(column++);
                sumOfSquares += excess * excess * accuracy * accuracy / 2 * (east * east + north * north);
            }
        }
        return Math.sqrt(sumOfSquares);
    }
}
