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
    private static final int MOST_PLACES = 200;

    private final RoofSet roofs;

    public ClutterFit(RoofSet roofs) {
        this.roofs = roofs;
    }

    private record Place(LocalSamples scene, int roof) {}

    private record Candidate(GroundClutter clutter, double deviance) {}

    /**
     * The likeliest covariance.
     *
     * @param scenes dormant ones
     * @return empty if there is nothing to judge by
     */
    public Optional<GroundClutter> fit(List<? extends LocalSamples> scenes) {
        List<Place> places = places(scenes);
        List<GroundClutter> shapes = new ArrayList<>();
        for (double smoothness : SMOOTHNESSES) {
            for (double range : RANGES) {
                for (double noise : NOISE) {
                    shapes.add(new GroundClutter(1, smoothness, range, noise, roofs.spread()));
                }
            }
        }
        List<Candidate> candidates = shapes.parallelStream()
                .map(shape -> candidate(places, shape))
                .flatMap(Optional::stream)
                .toList();
        return candidates.stream()
                .reduce((a, b) -> b.deviance() < a.deviance() ? b : a)
                .map(Candidate::clutter);
    }

    /** Roofs and scenes in turn, so that each of both has its say. */
    private List<Place> places(List<? extends LocalSamples> scenes) {
        List<Place> all = new ArrayList<>();
        int count = roofs.roofs().size();
        int each = Math.max(1, Math.min(count, MOST_PLACES / Math.max(1, scenes.size())));
        for (int k = 0; k < scenes.size() && count > 0; k++) {
            for (int i = 0; i < each; i++) {
                all.add(new Place(scenes.get(k), (k * each + i) * STRIDE % count));
            }
        }
        return all;
    }

    /** Prime, so that roofs that stand one after the other in the file are not taken together. */
    private static final int STRIDE = 17;

    private Optional<Candidate> candidate(List<Place> places, GroundClutter shape) {
        double squares = 0;
        double logDeterminants = 0;
        int freedom = 0;
        for (Place place : places) {
            Optional<LocalNormal> normal = roofs.normal(place.roof(), place.scene(), shape);
            if (normal.isPresent()) {
                LocalNormal.LeftOver left =
                        normal.get().leftOver(LocalNormal.FIRST_NEIGHBOUR + roofs.neighbourCount(place.roof()));
                squares += left.squares();
                freedom += left.freedom();
                logDeterminants += left.logDeterminants();
            }
        }
        if (freedom == 0 || !(squares > 0)) {
            return Optional.empty();
        }
        double deviance = freedom * Math.log(squares / freedom) + logDeterminants;
        return Optional.of(new Candidate(shape.withVariance(squares / freedom), deviance));
    }
}
