package org.heatwatch.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits the clutter's covariance to what dormant scenes leave over of the idle map, by restricted maximum likelihood
 * (Patterson and Thompson 1971) round some roofs of each scene, each with a plane and all roofs in reach free. The variance
 * has a closed form; range and noise are searched.
 */
public final class ClutterFit {
    private static final double[] SMOOTHNESSES = {0.5, 1.5, 4};
    private static final double[] RANGES = {15, 30, 60, 100, 160, 250, 400};
    private static final double[] NOISE = {0.003, 0.01, 0.03, 0.08, 0.2, 0.4};

    /** Places for a first look over every other shape, and for the last choice among the neighbours of the best. */
    private static final int FIRST_PLACES = 60;

    private static final int LAST_PLACES = 200;

    /** Prime, so that roofs that stand one after the other in the file are not taken together. */
    private static final int STRIDE = 17;

    private final RoofSet roofs;

    public ClutterFit(RoofSet roofs) {
        this.roofs = roofs;
    }

    private record Shape(int smoothness, int range, int noise) {
        boolean isNear(Shape other) {
            return Math.abs(smoothness - other.smoothness) <= 1
                    && Math.abs(range - other.range) <= 1
                    && Math.abs(noise - other.noise) <= 1;
        }
    }

    private record Candidate(Shape shape, GroundClutter clutter, double deviance) {}

    /**
     * The likeliest covariance.
     *
     * @param scenes dormant ones
     * @return empty if there is nothing to judge by
     */
    public Optional<GroundClutter> fit(List<? extends LocalSamples> scenes) {
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
        Optional<Candidate> first = best(sparse, patches(scenes, FIRST_PLACES));
        return first.flatMap(found ->
                        best(all.stream().filter(s -> s.isNear(found.shape())).toList(), patches(scenes, LAST_PLACES)))
                .map(Candidate::clutter);
    }

    private Optional<Candidate> best(List<Shape> shapes, List<LocalPatch> patches) {
        return shapes.parallelStream()
                .map(shape -> candidate(patches, shape))
                .flatMap(Optional::stream)
                .reduce((a, b) -> b.deviance() < a.deviance() ? b : a);
    }

    /** Roofs and scenes in turn, so that each of both has its say. */
    private List<LocalPatch> patches(List<? extends LocalSamples> scenes, int most) {
        List<LocalPatch> patches = new ArrayList<>();
        int count = roofs.roofs().size();
        for (int i = 0; i < most && count > 0 && !scenes.isEmpty(); i++) {
            roofs.patch(i * STRIDE % count, scenes.get(i * scenes.size() / most))
                    .ifPresent(patches::add);
        }
        return patches;
    }

    private Optional<Candidate> candidate(List<LocalPatch> patches, Shape shape) {
        GroundClutter clutter = new GroundClutter(
                1, SMOOTHNESSES[shape.smoothness()], RANGES[shape.range()], NOISE[shape.noise()], roofs.spread());
        double squares = 0;
        double logDeterminants = 0;
        int freedom = 0;
        for (LocalPatch patch : patches) {
            LocalNormal.LeftOver left = patch.normal(clutter).leftOver(patch.freeColumns());
            squares += left.squares();
            freedom += left.freedom();
            logDeterminants += left.logDeterminants();
        }
        if (freedom == 0 || !(squares > 0)) {
            return Optional.empty();
        }
        double deviance = freedom * Math.log(squares / freedom) + logDeterminants;
        return Optional.of(new Candidate(shape, clutter.withVariance(squares / freedom), deviance));
    }
}
