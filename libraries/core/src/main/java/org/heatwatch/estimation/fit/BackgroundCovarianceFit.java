package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;

/**
 * Fits the background covariance to patches of samples by restricted maximum likelihood (Patterson and Thompson 1971),
 * with a plane and all footprints in reach as free columns of each patch. The variance has a closed form; the shape of
 * the correlation is searched on a grid of candidates.
 */
public final class BackgroundCovarianceFit {
    private static final double[] SMOOTHNESSES = {0.5, 1.5, 4};
    private static final double[] RANGES = {15, 30, 60, 100, 160, 250, 400};
    private static final double[] NOISE = {0.003, 0.01, 0.03, 0.08, 0.2, 0.4};

    private static final double[] SINGLE_SCENE_RANGES = {40, 60, 90, 130, 200, 300, 500};
    private static final double[] SINGLE_SCENE_NUGGETS = {0.003, 0.03, 0.1, 0.3};

    /** Patches on which a sparse selection of the shapes is compared first. */
    private static final int FIRST_PATCHES = 60;

    /** Patches on which the neighbours of the best shape are compared. */
    private static final int LAST_PATCHES = 200;

    /** Prime, so that footprints that follow each other in the site file are not selected together. */
    private static final int STRIDE = 17;

    private BackgroundCovarianceFit() {}

    /** Indices into the tables of candidates. */
    private record Shape(int smoothness, int range, int noise) {
        boolean isNear(Shape other) {
            return Math.abs(smoothness - other.smoothness) <= 1
                    && Math.abs(range - other.range) <= 1
                    && Math.abs(noise - other.noise) <= 1;
        }

        ResidualCovariance covariance(PointSpread spread) {
            return ResidualCovariance.of(1, SMOOTHNESSES[smoothness], RANGES[range], NOISE[noise], spread);
        }
    }

    private record Candidate<S, C>(S shape, C covariance, double variance, double deviance) {}

    /**
     * The most likely covariance of the residuals of the reference scenes, from patches around footprints.
     *
     * @return empty if there are too few samples
     */
    public static Optional<ResidualCovariance> ofResiduals(
            FootprintSet footprints, List<? extends LocalSamples> scenes) {
        List<Shape> all = allShapes();
        List<Shape> sparse = all.stream()
                .filter(s -> s.range() % 2 == 0 && s.noise() % 2 == 0)
                .toList();
        Function<Shape, ResidualCovariance> covariance = shape -> shape.covariance(footprints.spread());
        return mostLikely(sparse, covariance, patches(footprints, scenes, FIRST_PATCHES))
                .flatMap(found -> mostLikely(
                        all.stream().filter(s -> s.isNear(found.shape())).toList(),
                        covariance,
                        patches(footprints, scenes, LAST_PATCHES)))
                .map(found -> found.covariance().withVariance(found.variance()));
    }

    private static List<Shape> allShapes() {
        List<Shape> all = new ArrayList<>();
        for (int smoothness = 0; smoothness < SMOOTHNESSES.length; smoothness++) {
            for (int range = 0; range < RANGES.length; range++) {
                for (int noise = 0; noise < NOISE.length; noise++) {
                    all.add(new Shape(smoothness, range, noise));
                }
            }
        }
        return all;
    }

    /**
     * The most likely covariance of a single scene, from patches of bare ground; empty if there are too few samples.
     */
    static Optional<SingleSceneCovariance> ofGround(List<LocalPatch> patches) {
        List<SingleSceneCovariance> shapes = new ArrayList<>();
        for (double range : SINGLE_SCENE_RANGES) {
            for (double nugget : SINGLE_SCENE_NUGGETS) {
                shapes.add(new SingleSceneCovariance(1, range, nugget));
            }
        }
        return mostLikely(shapes, Function.identity(), patches)
                .map(found -> found.covariance().withVariance(found.variance()));
    }

    /** Patches of different footprints in different scenes, spread evenly over both. */
    private static List<LocalPatch> patches(FootprintSet footprints, List<? extends LocalSamples> scenes, int most) {
        List<LocalPatch> patches = new ArrayList<>();
        int count = footprints.targets().size();
        for (int i = 0; i < most && count > 0 && !scenes.isEmpty(); i++) {
            footprints
                    .patch(i * STRIDE % count, IndexedSamples.of(scenes.get(i * scenes.size() / most)))
                    .ifPresent(patches::add);
        }
        return patches;
    }

    private static <S, C extends BackgroundCovariance> Optional<Candidate<S, C>> mostLikely(
            List<S> shapes, Function<S, C> covariance, List<LocalPatch> patches) {
        return shapes.parallelStream()
                .map(shape -> candidate(shape, covariance.apply(shape), patches))
                .flatMap(Optional::stream)
                .reduce((a, b) -> b.deviance() < a.deviance() ? b : a);
    }

    private static <S, C extends BackgroundCovariance> Optional<Candidate<S, C>> candidate(
            S shape, C covariance, List<LocalPatch> patches) {
        double sumOfSquares = 0;
        double logDeterminants = 0;
        int degreesOfFreedom = 0;
        for (LocalPatch patch : patches) {
            Optional<GeneralisedLeastSquares.ResidualSum> residual = patch.residual(covariance);
            if (residual.isPresent()) {
                sumOfSquares += residual.get().sumOfSquares();
                degreesOfFreedom += residual.get().degreesOfFreedom();
                logDeterminants += residual.get().logDeterminants();
            }
        }
        if (degreesOfFreedom == 0 || !(sumOfSquares > 0)) {
            return Optional.empty();
        }
        double deviance = degreesOfFreedom * Math.log(sumOfSquares / degreesOfFreedom) + logDeterminants;
        return Optional.of(new Candidate<>(shape, covariance, sumOfSquares / degreesOfFreedom, deviance));
    }
}
