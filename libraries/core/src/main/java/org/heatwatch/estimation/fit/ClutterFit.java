package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;

/**
 * Fits the covariance of the background to patches of samples by restricted maximum likelihood (Patterson and Thompson
 * 1971), each patch with a plane and all footprints in reach free. The variance has a closed form; its shape is searched.
 */
public final class ClutterFit {
    private static final double[] SMOOTHNESSES = {0.5, 1.5, 4};
    private static final double[] RANGES = {15, 30, 60, 100, 160, 250, 400};
    private static final double[] NOISE = {0.003, 0.01, 0.03, 0.08, 0.2, 0.4};

    private static final double[] SINGLE_SCENE_RANGES = {40, 60, 90, 130, 200, 300, 500};
    private static final double[] SINGLE_SCENE_NUGGETS = {0.003, 0.03, 0.1, 0.3};

    /** Places for a first look over every other shape, and for the last choice among the neighbours of the best. */
    private static final int FIRST_PLACES = 60;

    private static final int LAST_PLACES = 200;

    /** Prime, so that roofs that stand one after the other in the file are not taken together. */
    private static final int STRIDE = 17;

    private ClutterFit() {}

    private record Shape(int smoothness, int range, int noise) {
        boolean isNear(Shape other) {
            return Math.abs(smoothness - other.smoothness) <= 1
                    && Math.abs(range - other.range) <= 1
                    && Math.abs(noise - other.noise) <= 1;
        }

        GroundClutter clutter(PointSpread spread) {
            return new GroundClutter(1, SMOOTHNESSES[smoothness], RANGES[range], NOISE[noise], spread);
        }
    }

    private record Candidate<S, C>(S shape, C covariance, double variance, double deviance) {}

    /**
     * The likeliest covariance of what dormant scenes leave over of the idle map, round some roofs of each.
     *
     * @return empty if there is nothing to judge by
     */
    public static Optional<GroundClutter> ofResiduals(RoofSet roofs, List<? extends LocalSamples> scenes) {
        List<Shape> all = new ArrayList<>();
        for (int smoothness = 0; smoothness < SMOOTHNESSES.length; smoothness++) {
            for (int range = 0; range < RANGES.length; range++) {
                for (int noise = 0; noise < NOISE.length; noise++) {
                    all.add(new Shape(smoothness, range, noise));
                }
            }
        }
        List<Shape> sparse = all.stream()
                .filter(s -> s.range() % 2 == 0 && s.noise() % 2 == 0)
                .toList();
        Function<Shape, GroundClutter> clutter = shape -> shape.clutter(roofs.spread());
        return likeliest(sparse, clutter, patches(roofs, scenes, FIRST_PLACES))
                .flatMap(found -> likeliest(
                        all.stream().filter(s -> s.isNear(found.shape())).toList(),
                        clutter,
                        patches(roofs, scenes, LAST_PLACES)))
                .map(found -> found.covariance().withVariance(found.variance()));
    }

    /** The likeliest covariance of a single scene by patches of bare ground; empty if there is nothing to judge by. */
    static Optional<ClutterCovariance> ofGround(List<LocalPatch> patches) {
        List<ClutterCovariance> shapes = new ArrayList<>();
        for (double range : SINGLE_SCENE_RANGES) {
            for (double nugget : SINGLE_SCENE_NUGGETS) {
                shapes.add(new ClutterCovariance(1, range, nugget));
            }
        }
        return likeliest(shapes, Function.identity(), patches)
                .map(found -> found.covariance().withVariance(found.variance()));
    }

    /** Roofs and scenes in turn, so that each of both has its say. */
    private static List<LocalPatch> patches(RoofSet roofs, List<? extends LocalSamples> scenes, int most) {
        List<LocalPatch> patches = new ArrayList<>();
        int count = roofs.roofs().size();
        for (int i = 0; i < most && count > 0 && !scenes.isEmpty(); i++) {
            roofs.patch(i * STRIDE % count, scenes.get(i * scenes.size() / most))
                    .ifPresent(patches::add);
        }
        return patches;
    }

    private static <S, C extends BackgroundCovariance> Optional<Candidate<S, C>> likeliest(
            List<S> shapes, Function<S, C> covariance, List<LocalPatch> patches) {
        return shapes.parallelStream()
                .map(shape -> candidate(shape, covariance.apply(shape), patches))
                .flatMap(Optional::stream)
                .reduce((a, b) -> b.deviance() < a.deviance() ? b : a);
    }

    private static <S, C extends BackgroundCovariance> Optional<Candidate<S, C>> candidate(
            S shape, C covariance, List<LocalPatch> patches) {
        double squares = 0;
        double logDeterminants = 0;
        int freedom = 0;
        for (LocalPatch patch : patches) {
            Optional<GeneralisedLeastSquares.Remainder> left = patch.remainder(covariance);
            if (left.isPresent()) {
                squares += left.get().sumOfSquares();
                freedom += left.get().degreesOfFreedom();
                logDeterminants += left.get().logDeterminants();
            }
        }
        if (freedom == 0 || !(squares > 0)) {
            return Optional.empty();
        }
        double deviance = freedom * Math.log(squares / freedom) + logDeterminants;
        return Optional.of(new Candidate<>(shape, covariance, squares / freedom, deviance));
    }
}
