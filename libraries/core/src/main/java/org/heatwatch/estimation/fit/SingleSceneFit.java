package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Estimates the excess of footprints over their surroundings from one scene alone, on a flat background.
 *
 * <p>Without a background model, a building that is always warmer than its surroundings cannot be distinguished from a
 * factory that is on. The error therefore includes the full background covariance.
 */
public final class SingleSceneFit {
    /** A sample with no larger response carries no information on a footprint. */
    private static final double NEGLIGIBLE_RESPONSE = 0.01;

    /**
     * Variance of an idle building's own excess over its surroundings, in units of the background variance. The error
     * of the regression is that of a randomly chosen place; a footprint is a building, and buildings differ as much as
     * any two pieces of ground. Without this term, simulated idle buildings of 12,000 m2 with 2 +- 2 K of excess
     * scatter by 1.7 formal errors.
     */
    private static final double BUILDING_VARIANCE_SHARE = 1;

    private static final int FEWEST_SAMPLES = 12;
    private static final int MOST_PATCHES = 60;

    private final List<TargetFootprint> footprints;
    private final List<FootprintResponse> responses;

    /** Prepares the responses of the footprints through a point spread. */
    public static SingleSceneFit of(List<TargetFootprint> footprints, PointSpread spread) {
        return new SingleSceneFit(List.copyOf(footprints), responses(footprints, spread));
    }

    private SingleSceneFit(List<TargetFootprint> footprints, List<FootprintResponse> responses) {
        this.footprints = footprints;
        this.responses = responses;
    }

    private static List<FootprintResponse> responses(List<TargetFootprint> footprints, PointSpread spread) {
        return footprints.stream()
                .map(f -> FootprintResponse.of(f.footprint(), spread))
                .toList();
    }

    /** Samples relative to a flat background. */
    private record FlatScene(NativeSamples samples, double kelvinPerUnit) implements LocalSamples {
        @Override
        public int count() {
            return samples.count();
        }

        @Override
        public double east(int sample) {
            return samples.east(sample);
        }

        @Override
        public double north(int sample) {
            return samples.north(sample);
        }

        @Override
        public double kelvin(int sample) {
            return samples.value(sample) * kelvinPerUnit;
        }
    }

    /**
     * Estimates the excess of every footprint over its surroundings, in the order given.
     *
     * @param samples of the scene, in a unit linear in radiance
     * @param kelvinPerUnit effective kelvin of one unit of the samples
     */
    public List<MeasuredObservation> measure(NativeSamples samples, double kelvinPerUnit) {
        LocalSamples scene = new FlatScene(samples, kelvinPerUnit);
        Optional<SingleSceneCovariance> covariance =
                BackgroundCovarianceFit.ofGround(groundPatches(scene, bareGround(scene)));
        return IntStream.range(0, footprints.size())
                .mapToObj(i -> measure(i, scene, samples.grid(), covariance))
                .toList();
    }

    private MeasuredObservation measure(
            int footprint, LocalSamples scene, SamplingGrid grid, Optional<SingleSceneCovariance> covariance) {
        FootprintResponse own = responses.get(footprint);
        double visible = VisibleFraction.of(own::at, own.reach(), IndexedSamples.of(scene), grid);
        if (visible < FootprintFit.SMALLEST_VISIBLE_FRACTION) {
            return new MeasuredObservation.Hidden(MeasuredObservation.Hidden.UNSEEN, visible);
        }
        if (covariance.isEmpty()) {
            return new MeasuredObservation.Hidden("too few samples to estimate the background covariance", visible);
        }
        double variance = covariance.get().variance();
        LocalPatch patch = patch(footprint, scene);
        double[] means = new double[patch.freeColumns()];
        double[] free = new double[patch.freeColumns()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        return Optional.of(patch.normal(covariance.get()))
                .filter(_ -> patch.count() > patch.freeColumns())
                .flatMap(normal -> normal.solve(variance, means, free))
                .filter(GeneralisedLeastSquares.Solution::isWellConditioned)
                .<MeasuredObservation>map(solution -> MeasuredObservation.of(
                        solution.estimate(0),
                        Math.sqrt(solution.variance(0) + BUILDING_VARIANCE_SHARE * variance),
                        /* outlineError= */ 0,
                        visible))
                .orElseGet(() -> new MeasuredObservation.Hidden("cannot be separated from its neighbours", visible));
    }

    /** The samples near a footprint, with its response, a plane and the responses of the neighbours that may be on. */
    private LocalPatch patch(int footprint, LocalSamples scene) {
        FootprintResponse own = responses.get(footprint);
        int[] near = IntStream.range(0, scene.count())
                .filter(s -> own.distance(scene.east(s), scene.north(s)) <= FootprintSet.REACH_METRES)
                .toArray();
        List<double[]> columns = new ArrayList<>();
        columns.add(column(own, scene, near));
        columns.addAll(LocalPatch.plane(scene, near));
        for (int other = 0; other < footprints.size(); other++) {
            if (other != footprint && footprints.get(other).mayBeOn()) {
                double[] column = column(responses.get(other), scene, near);
                if (Arrays.stream(column).anyMatch(response -> response > NEGLIGIBLE_RESPONSE)) {
                    columns.add(column);
                }
            }
        }
        return LocalPatch.of(scene, near, columns, columns.size());
    }

    private static double[] column(FootprintResponse response, LocalSamples scene, int[] samples) {
        return Arrays.stream(samples)
                .mapToDouble(s -> response.at(scene.east(s), scene.north(s)))
                .toArray();
    }

    /** Samples without a response to any footprint that may be on. */
    private List<Integer> bareGround(LocalSamples scene) {
        return IntStream.range(0, scene.count())
                .filter(s -> IntStream.range(0, footprints.size())
                        .filter(i -> footprints.get(i).mayBeOn())
                        .noneMatch(i -> responses.get(i).at(scene.east(s), scene.north(s)) > NEGLIGIBLE_RESPONSE))
                .boxed()
                .toList();
    }

    /** Divides the ground into patches: each sample that is in no earlier patch is the centre of the next. */
    static List<LocalPatch> groundPatches(LocalSamples scene, List<Integer> ground) {
        List<LocalPatch> all = new ArrayList<>();
        List<Integer> open = ground;
        while (!open.isEmpty()) {
            int centre = open.getFirst();
            List<Integer> near = new ArrayList<>();
            List<Integer> rest = new ArrayList<>();
            for (int s : open) {
                double metres = Math.hypot(scene.east(s) - scene.east(centre), scene.north(s) - scene.north(centre));
                (metres <= FootprintSet.REACH_METRES ? near : rest).add(s);
            }
            open = rest;
            if (near.size() >= FEWEST_SAMPLES) {
                int[] samples = near.stream().mapToInt(s -> s).toArray();
                List<double[]> plane = LocalPatch.plane(scene, samples);
                all.add(LocalPatch.of(scene, samples, plane, plane.size()));
            }
        }
        return atMost(MOST_PATCHES, all);
    }

    private static List<LocalPatch> atMost(int most, List<LocalPatch> all) {
        int step = Math.max(1, (all.size() + most - 1) / most);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }
}
