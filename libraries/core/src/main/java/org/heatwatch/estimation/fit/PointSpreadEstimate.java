package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How wide the sensor's point spread is, as the dormant scenes tell it: idle roofs of known outline vary from scene to scene,
 * and the width with which they show is the sensor's. The likelihood of the residuals is compared between widths.
 *
 * @param fwhmMetres likeliest full width at half maximum of a Gaussian, metres
 * @param standardError of it in metres, from the curvature of the likelihood
 */
public record PointSpreadEstimate(double fwhmMetres, double standardError) {
    private static final double[] SHARES = {0.76, 0.84, 0.92, 1, 1.08, 1.16, 1.24};

    /** Neighbourhoods overlap: a sample speaks in about so many of them. */
    private static final double OVERLAP = 6;

    private static final int FEWEST_PATCHES = 200;

    /**
     * Estimates from what dormant scenes leave over of the idle map.
     *
     * @param seenThrough the site's roofs as a point spread shows them
     * @param idleVariance by which an idle roof varies from scene to scene, square of an effective kelvin
     * @return empty if too little is known, or if the likelihood has no peak among the widths
     */
    public static Optional<PointSpreadEstimate> of(
            List<? extends LocalSamples> scenes,
            Function<PointSpread, RoofSet> seenThrough,
            GroundClutter clutter,
            double idleVariance) {
        double usual = PointSpread.TIRS.fwhmMetres();
        List<Double> deviances = IntStream.range(0, SHARES.length)
                .parallel()
                .mapToObj(i -> {
                    PointSpread spread = new PointSpread(usual * SHARES[i]);
                    return deviance(scenes, seenThrough.apply(spread), clutter, idleVariance);
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
        // A deviance of 1 above its least value is one standard error away.
        return Optional.of(new PointSpreadEstimate(usual * share, usual * step * Math.sqrt(2 / curvature)));
    }

    private static double deviance(
            List<? extends LocalSamples> scenes, RoofSet roofs, GroundClutter clutter, double idleVariance) {
        List<Double> parts = new ArrayList<>();
        for (LocalSamples scene : scenes) {
            for (int roof = 0; roof < roofs.roofs().size(); roof++) {
                roofs.patch(roof, scene)
                        .flatMap(patch -> deviance(patch, clutter, idleVariance))
                        .ifPresent(parts::add);
            }
        }
        return parts.size() < FEWEST_PATCHES
                ? Double.NaN
                : parts.stream().mapToDouble(d -> d).sum() / OVERLAP;
    }

    /** With roofs that vary by chance and a free plane: fits with free roofs may not be compared between point spreads. */
    private static Optional<Double> deviance(LocalPatch patch, GroundClutter clutter, double idleVariance) {
        double[] precisions = new double[patch.freeColumns()];
        Arrays.fill(precisions, 1 / idleVariance);
        Arrays.fill(precisions, LocalPatch.PLANE, LocalPatch.FIRST_NEIGHBOUR, LocalPatch.UNSEEN);
        int roofs = precisions.length - (LocalPatch.FIRST_NEIGHBOUR - LocalPatch.PLANE);
        return patch.normal(clutter)
                .deviance(clutter.variance(), precisions)
                .map(deviance -> deviance + roofs * Math.log(idleVariance));
    }
}
