package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Width of the sensor's point spread, estimated from the reference scenes: idle footprints of known outline vary from
 * scene to scene, and the width with which this variation appears is that of the sensor. The likelihood of the
 * residuals is compared between candidate widths.
 *
 * @param fwhmMetres most likely full width at half maximum of a Gaussian, metres
 * @param standardError of the width in metres, from the curvature of the likelihood
 */
public record PointSpreadEstimate(double fwhmMetres, double standardError) {
    /** Candidate widths in units of the assumed one. */
    private static final double[] SHARES = {0.76, 0.84, 0.92, 1, 1.08, 1.16, 1.24};

    /** Neighbourhoods overlap: the number of them that an average sample belongs to. */
    private static final double OVERLAP = 6;

    private static final int FEWEST_PATCHES = 200;

    /**
     * Estimates the width from the residuals of reference scenes.
     *
     * @param seenThrough the footprints of the site as seen through a given point spread
     * @param covariance of the residuals
     * @param idleVariance idle variability: variance of an idle footprint's excess between scenes, square of an
     *     effective kelvin
     * @return empty if there are too few samples, or if the likelihood has no maximum within the candidate widths
     */
    public static Optional<PointSpreadEstimate> of(
            List<? extends LocalSamples> scenes,
            Function<PointSpread, FootprintSet> seenThrough,
            ResidualCovariance covariance,
            double idleVariance) {
        double assumed = PointSpread.TIRS.fwhmMetres();
        List<Double> deviances = IntStream.range(0, SHARES.length)
                .parallel()
                .mapToObj(i -> {
                    PointSpread spread = new PointSpread(assumed * SHARES[i]);
                    return deviance(scenes, seenThrough.apply(spread), covariance, idleVariance);
                })
                .toList();
        int best = 0;
        for (int i = 1; i < SHARES.length; i++) {
            best = deviances.get(i) < deviances.get(best) ? i : best;
        }
        if (best == 0 || best == SHARES.length - 1 || !Double.isFinite(deviances.get(best))) {
            return Optional.empty();
        }
        double step = SHARES[1] - SHARES[0];
        double before = deviances.get(best - 1);
        double after = deviances.get(best + 1);
        double curvature = before - 2 * deviances.get(best) + after;
        double share = SHARES[best] + step * (before - after) / (2 * curvature);
        // One standard error from the minimum, the deviance is higher by 1.
        return Optional.of(new PointSpreadEstimate(assumed * share, assumed * step * Math.sqrt(2 / curvature)));
    }

    private static double deviance(
            List<? extends LocalSamples> scenes,
            FootprintSet footprints,
            ResidualCovariance covariance,
            double idleVariance) {
        List<Double> parts = new ArrayList<>();
        for (LocalSamples scene : scenes) {
            IndexedSamples indexed = IndexedSamples.of(scene);
            for (int footprint = 0; footprint < footprints.targets().size(); footprint++) {
                footprints
                        .patch(footprint, indexed)
                        .flatMap(patch -> deviance(patch, covariance, idleVariance))
                        .ifPresent(parts::add);
            }
        }
        return parts.size() < FEWEST_PATCHES
                ? Double.NaN
                : parts.stream().mapToDouble(d -> d).sum() / OVERLAP;
    }

    /** Footprints are random effects here: with free footprints, likelihoods of different widths are not comparable. */
    private static Optional<Double> deviance(LocalPatch patch, ResidualCovariance covariance, double idleVariance) {
        double[] precisions = new double[patch.freeColumns()];
        Arrays.fill(precisions, 1 / idleVariance);
        Arrays.fill(precisions, LocalPatch.PLANE, LocalPatch.FIRST_NEIGHBOUR, LocalPatch.UNSEEN);
        int footprints = precisions.length - (LocalPatch.FIRST_NEIGHBOUR - LocalPatch.PLANE);
        return patch.normal(covariance)
                .deviance(covariance.variance(), precisions)
                .map(deviance -> deviance + footprints * Math.log(idleVariance));
    }
}
