package org.heatwatch.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.fit.LocalRegression.Sample;

/**
 * Fits the clutter's covariance to one scene by restricted maximum likelihood.
 *
 * <p>The samples are taken in neighbourhoods of the size that a facility's fit uses, each with a plane of its own; the
 * variance has a closed form, range and nugget are searched.
 */
final class ClutterEstimator {
    private static final double[] RANGES = {40, 60, 90, 130, 200, 300, 500};
    private static final double[] NUGGETS = {0.003, 0.03, 0.1, 0.3};
    private static final int FEWEST_SAMPLES = 12;
    private static final int MOST_NEIGHBOURHOODS = 60;

    private ClutterEstimator() {}

    /** The likeliest covariance; empty where too few samples lie together. */
    static Optional<ClutterCovariance> estimate(List<Sample> samples, double reachMetres) {
        List<List<Sample>> neighbourhoods = neighbourhoods(samples, reachMetres);
        if (neighbourhoods.isEmpty()) {
            return Optional.empty();
        }
        Optional<ClutterCovariance> best = Optional.empty();
        double bestDeviance = Double.POSITIVE_INFINITY;
        for (double range : RANGES) {
            for (double nugget : NUGGETS) {
                ClutterCovariance shape = new ClutterCovariance(1, range, nugget);
                double squares = 0;
                double logDeterminants = 0;
                int freedom = 0;
                for (List<Sample> near : neighbourhoods) {
                    Optional<LocalRegression> fit = LocalRegression.of(near, List.of(), shape);
                    if (fit.isPresent()) {
                        squares += fit.get().squares();
                        freedom += fit.get().freedom();
                        logDeterminants += fit.get().logDeterminants();
                    }
                }
                double deviance = freedom * Math.log(squares / freedom) + logDeterminants;
                if (squares > 0 && deviance < bestDeviance) {
                    bestDeviance = deviance;
                    best = Optional.of(shape.withVariance(squares / freedom));
                }
            }
        }
        return best;
    }

    /** Each sample that no earlier neighbourhood holds starts one. */
    private static List<List<Sample>> neighbourhoods(List<Sample> samples, double reachMetres) {
        List<List<Sample>> all = new ArrayList<>();
        List<Sample> open = samples;
        while (!open.isEmpty()) {
            Sample centre = open.getFirst();
            List<Sample> near = new ArrayList<>();
            List<Sample> rest = new ArrayList<>();
            for (Sample s : open) {
                double metres = Math.hypot(s.east() - centre.east(), s.north() - centre.north());
                (metres <= reachMetres ? near : rest).add(s);
            }
            open = rest;
            if (near.size() >= FEWEST_SAMPLES) {
                all.add(near);
            }
        }
        int step = (all.size() + MOST_NEIGHBOURHOODS - 1) / MOST_NEIGHBOURHOODS;
        List<List<Sample>> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Math.max(1, step)) {
            chosen.add(all.get(i));
        }
        return chosen;
    }
}
