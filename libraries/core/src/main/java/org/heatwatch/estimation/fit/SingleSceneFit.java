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
 * Measures the excess of footprints from one scene alone: the fit of a history on a flat background.
 *
 * <p>Without an idle map a warm roof and a warm factory look the same, so the error is that of the ground's clutter: large,
 * and said to be.
 */
public final class SingleSceneFit {
    /** A sample that sees no more than this of a footprint knows nothing of it. */
    private static final double NEGLIGIBLE_RESPONSE = 0.01;

    /**
     * Variance of what an idle roof itself is warmer than its surroundings, in shares of the clutter's. The regression's
     * own error holds for a place chosen blindly; a footprint is a roof, and roofs differ as much as any two pieces of
     * ground. Simulated idle roofs of 12,000 m2 that are 2 +- 2 K warmer spread 1.7 formal errors without it.
     */
    private static final double OWN_SHARE = 1;

    private static final int FEWEST_SAMPLES = 12;
    private static final int MOST_PATCHES = 60;

    private final List<Roof> footprints;
    private final List<FootprintResponse> responses;

    public SingleSceneFit(List<Roof> footprints, PointSpread spread) {
        this.footprints = List.copyOf(footprints);
        this.responses = footprints.stream()
                .map(f -> new FootprintResponse(f.footprint(), spread))
                .toList();
    }

    /** Samples above a flat background. */
    private record Flat(NativeSamples samples, double kelvinPerUnit) implements LocalSamples {
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
     * The excess of every footprint over its surroundings, in the order given.
     *
     * @param kelvinPerUnit effective kelvin of one unit of the samples
     */
    public List<MeasuredObservation> measure(NativeSamples samples, double kelvinPerUnit) {
        LocalSamples scene = new Flat(samples, kelvinPerUnit);
        Optional<ClutterCovariance> clutter = ClutterFit.ofGround(groundPatches(scene, bareGround(scene)));
        return IntStream.range(0, footprints.size())
                .mapToObj(i -> measure(i, scene, samples.grid(), clutter))
                .toList();
    }

    private MeasuredObservation measure(
            int footprint, LocalSamples scene, SamplingGrid grid, Optional<ClutterCovariance> clutter) {
        FootprintResponse own = responses.get(footprint);
        double visible = VisibleFraction.of(own::at, own.reach(), scene, grid);
        if (visible < RoofFit.SMALLEST_VISIBLE_FRACTION) {
            return new MeasuredObservation.Hidden(MeasuredObservation.Hidden.UNSEEN, visible);
        }
        if (clutter.isEmpty()) {
            return new MeasuredObservation.Hidden("too few samples to judge the clutter", visible);
        }
        double variance = clutter.get().variance();
        LocalPatch patch = patch(footprint, scene);
        double[] means = new double[patch.freeColumns()];
        double[] free = new double[patch.freeColumns()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        return Optional.of(patch.normal(clutter.get()))
                .filter(_ -> patch.count() > patch.freeColumns())
                .flatMap(normal -> normal.solve(variance, means, free))
                .filter(GeneralisedLeastSquares.Solution::isToldApart)
                .<MeasuredObservation>map(solution -> new MeasuredObservation.Measured(
                        solution.estimate(0),
                        Math.sqrt(solution.variance(0) + OWN_SHARE * variance),
                        /* outlineError= */ 0,
                        visible))
                .orElseGet(() -> new MeasuredObservation.Hidden("cannot be told from its neighbours", visible));
    }

    /** The samples round a footprint, with it, a plane and the neighbours that may be on. */
    private LocalPatch patch(int footprint, LocalSamples scene) {
        FootprintResponse own = responses.get(footprint);
        int[] near = IntStream.range(0, scene.count())
                .filter(s -> own.distance(scene.east(s), scene.north(s)) <= RoofSet.REACH_METRES)
                .toArray();
        List<double[]> columns = new ArrayList<>();
        columns.add(column(own, scene, near));
        columns.addAll(LocalPatch.plane(scene, near));
        for (int other = 0; other < footprints.size(); other++) {
            if (other != footprint && footprints.get(other).mayBeOn()) {
                double[] column = column(responses.get(other), scene, near);
                if (Arrays.stream(column).anyMatch(seen -> seen > NEGLIGIBLE_RESPONSE)) {
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

    /** Samples that see nothing of what may be on. */
    private List<Integer> bareGround(LocalSamples scene) {
        return IntStream.range(0, scene.count())
                .filter(s -> IntStream.range(0, footprints.size())
                        .filter(i -> footprints.get(i).mayBeOn())
                        .noneMatch(i -> responses.get(i).at(scene.east(s), scene.north(s)) > NEGLIGIBLE_RESPONSE))
                .boxed()
                .toList();
    }

    /** Each sample that no earlier patch holds starts one. */
    static List<LocalPatch> groundPatches(LocalSamples scene, List<Integer> ground) {
        List<LocalPatch> all = new ArrayList<>();
        List<Integer> open = ground;
        while (!open.isEmpty()) {
            int centre = open.getFirst();
            List<Integer> near = new ArrayList<>();
            List<Integer> rest = new ArrayList<>();
            for (int s : open) {
                double metres = Math.hypot(scene.east(s) - scene.east(centre), scene.north(s) - scene.north(centre));
                (metres <= RoofSet.REACH_METRES ? near : rest).add(s);
            }
            open = rest;
            if (near.size() >= FEWEST_SAMPLES) {
                int[] samples = near.stream().mapToInt(s -> s).toArray();
                List<double[]> plane = LocalPatch.plane(scene, samples);
                all.add(LocalPatch.of(scene, samples, plane, plane.size()));
            }
        }
        int step = Math.max(1, (all.size() + MOST_PATCHES - 1) / MOST_PATCHES);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }
}
