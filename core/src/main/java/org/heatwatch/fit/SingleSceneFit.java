package org.heatwatch.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.fit.LocalRegression.Sample;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/**
 * Measures the excess of targets from one scene alone.
 *
 * <p>Without an idle map a warm roof and a warm factory look the same, so the error is that of the ground's clutter: large,
 * and said to be.
 */
public final class SingleSceneFit {
    /** Distance in metres from a footprint of the samples that its fit uses. */
    static final double REACH_METRES = 330;

    /** Share of a target's weight that must be visible. */
    public static final double SMALLEST_VISIBLE_FRACTION = 0.8;

    /** A neighbour that no sample sees more of than this is left out. */
    private static final double NEGLIGIBLE_RESPONSE = 0.01;

    /**
     * Variance of what an idle roof itself is warmer than its surroundings, in shares of the clutter's. The regression's
     * own error holds for a place chosen blindly; a footprint is a roof, and roofs differ as much as any two pieces of
     * ground. Simulated idle roofs of 12,000 m2 that are 2 +- 2 K warmer spread 1.7 formal errors without it.
     */
    private static final double OWN_SHARE = 1;

    private record Seen(Target target, FootprintResponse response) {}

    private final List<Seen> targets;

    /** @param targets ids must differ */
    public SingleSceneFit(List<Target> targets, PointSpread spread) {
        this.targets = targets.stream()
                .map(target -> new Seen(target, new FootprintResponse(target.footprint(), spread)))
                .toList();
    }

    /**
     * The excess of every target, by id.
     *
     * @param kelvinPerUnit effective kelvin of one unit of the samples
     */
    public Map<String, MeasuredObservation> measure(NativeSamples samples, double kelvinPerUnit) {
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < samples.count(); i++) {
            all.add(new Sample(samples.east(i), samples.north(i), samples.value(i) * kelvinPerUnit));
        }
        List<Sample> idle = all.stream().filter(this::seesNoTarget).toList();
        Optional<ClutterCovariance> clutter = ClutterEstimator.estimate(idle, REACH_METRES);
        Map<String, MeasuredObservation> excesses = new LinkedHashMap<>();
        for (Seen target : targets) {
            excesses.put(target.target().id(), measure(target, all, samples.grid(), clutter));
        }
        return excesses;
    }

    private boolean seesNoTarget(Sample sample) {
        return targets.stream()
                .filter(t -> t.target().mayBeOn())
                .noneMatch(t -> t.response().at(sample.east(), sample.north()) > NEGLIGIBLE_RESPONSE);
    }

    private MeasuredObservation measure(
            Seen target, List<Sample> all, SamplingGrid grid, Optional<ClutterCovariance> clutter) {
        FootprintResponse own = target.response();
        List<Sample> near = all.stream()
                .filter(s -> own.distance(s.east(), s.north()) <= REACH_METRES)
                .toList();
        double visible = visibleFraction(own, near, grid);
        if (visible < SMALLEST_VISIBLE_FRACTION) {
            return new MeasuredObservation.Hidden(MeasuredObservation.Hidden.UNSEEN, visible);
        }
        if (clutter.isEmpty()) {
            return new MeasuredObservation.Hidden("too few samples to judge the clutter", visible);
        }
        List<double[]> columns = new ArrayList<>();
        columns.add(column(own, near));
        for (Seen other : targets) {
            if (other.target().mayBeOn()
                    && !other.target().id().equals(target.target().id())) {
                double[] column = column(other.response(), near);
                if (max(column) > NEGLIGIBLE_RESPONSE) {
                    columns.add(column);
                }
            }
        }
        Optional<LocalRegression> fit = LocalRegression.of(near, columns, clutter.get());
        if (fit.isEmpty()) {
            return new MeasuredObservation.Hidden("cannot be told from its neighbours", visible);
        }
        double error =
                Math.sqrt(clutter.get().variance() * (fit.get().normalInverse().get(0, 0) + OWN_SHARE));
        return new MeasuredObservation.Measured(fit.get().coefficients().get(0), error, /* outlineError= */ 0, visible);
    }

    private static double[] column(FootprintResponse response, List<Sample> samples) {
        return samples.stream()
                .mapToDouble(s -> response.at(s.east(), s.north()))
                .toArray();
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** The usable samples' part of the weight that all samples of the grid would have. */
    private static double visibleFraction(FootprintResponse own, List<Sample> near, SamplingGrid grid) {
        Envelope reach = own.envelope();
        reach.expandBy(REACH_METRES);
        double[][] corners = {
            grid.indexOf(reach.getMinX(), reach.getMinY()),
            grid.indexOf(reach.getMinX(), reach.getMaxY()),
            grid.indexOf(reach.getMaxX(), reach.getMinY()),
            grid.indexOf(reach.getMaxX(), reach.getMaxY())
        };
        int[] first = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] last = {Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (double[] corner : corners) {
            for (int axis = 0; axis < 2; axis++) {
                first[axis] = Math.min(first[axis], (int) Math.floor(corner[axis]));
                last[axis] = Math.max(last[axis], (int) Math.ceil(corner[axis]));
            }
        }
        double whole = 0;
        for (int along = first[1]; along <= last[1]; along++) {
            for (int across = first[0]; across <= last[0]; across++) {
                double[] at = grid.positionOf(across, along);
                whole += own.at(at[0], at[1]);
            }
        }
        double seen =
                near.stream().mapToDouble(s -> own.at(s.east(), s.north())).sum();
        return whole > 0 ? Math.min(1, seen / whole) : 0;
    }
}
