package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.sampling.SamplingGrid;

/** The footprints of a site with their responses, prepared for fits to scenes. */
public final class FootprintSet {
    /** Largest distance in metres between a footprint and a sample that its fit uses. */
    static final double REACH_METRES = 330;

    /** Footprints farther apart than this have practically no sample in common. */
    private static final double NEIGHBOUR_METRES = 200;

    /** Largest outline uncertainty in an error; outlines that are less certain are placeholders. */
    private static final double LARGEST_ACCURACY_METRES = 60;

    private static final double SLOPE_METRES = 5;
    private static final int FEWEST_SAMPLES = 12;

    private final List<TargetFootprint> footprints;
    private final PointSpread spread;
    private final ResponseTable[] responses;
    private final int[][] neighbours;

    /** Tabulates the responses of the footprints through a point spread. */
    public static FootprintSet of(List<TargetFootprint> footprints, PointSpread spread) {
        return new FootprintSet(List.copyOf(footprints), spread, responses(footprints, spread), neighbours(footprints));
    }

    private FootprintSet(
            List<TargetFootprint> footprints, PointSpread spread, ResponseTable[] responses, int[][] neighbours) {
        this.footprints = footprints;
        this.spread = spread;
        this.responses = responses;
        this.neighbours = neighbours;
    }

    private static ResponseTable[] responses(List<TargetFootprint> footprints, PointSpread spread) {
        return footprints.stream()
                .map(footprint -> ResponseTable.of(footprint.footprint(), spread))
                .toArray(ResponseTable[]::new);
    }

    private static int[][] neighbours(List<TargetFootprint> footprints) {
        return IntStream.range(0, footprints.size())
                .mapToObj(one -> IntStream.range(0, footprints.size())
                        .filter(other -> other != one && areNeighbours(footprints.get(one), footprints.get(other)))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static boolean areNeighbours(TargetFootprint one, TargetFootprint other) {
        return one.footprint().isWithinDistance(other.footprint(), NEIGHBOUR_METRES);
    }

    /** The point spread of the responses. */
    public PointSpread spread() {
        return spread;
    }

    /** The footprints in the order given. */
    public List<TargetFootprint> targets() {
        return footprints;
    }

    /** Number of neighbours of a footprint. */
    int neighbourCount(int footprint) {
        return neighbours[footprint].length;
    }

    /** Index of a neighbour of a footprint. */
    int neighbour(int footprint, int neighbour) {
        return neighbours[footprint][neighbour];
    }

    /** Standard error of the position of an outline in metres. */
    double accuracy(int footprint) {
        return Math.min(LARGEST_ACCURACY_METRES, footprints.get(footprint).accuracyMetres());
    }

    /** The samples near a footprint; empty if there are fewer than 12. */
    Optional<LocalPatch> patch(int footprint, IndexedSamples indexed) {
        LocalSamples scene = indexed.samples();
        ResponseTable response = responses[footprint];
        int[] near = Arrays.stream(indexed.within(response.around(REACH_METRES)))
                .filter(s -> response.isWithin(REACH_METRES, scene.east(s), scene.north(s)))
                .toArray();
        if (near.length < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        double[] east = Arrays.stream(near).mapToDouble(scene::east).toArray();
        double[] north = Arrays.stream(near).mapToDouble(scene::north).toArray();
        return Optional.of(LocalPatch.of(
                scene,
                near,
                columns(footprint, east, north),
                LocalPatch.FIRST_NEIGHBOUR + neighbours[footprint].length));
    }

    private List<double[]> columns(int footprint, double[] east, double[] north) {
        List<double[]> columns = new ArrayList<>();
        columns.add(response(footprint, east, north, 0, 0));
        columns.addAll(LocalPatch.plane(east, north));
        for (int other : neighbours[footprint]) {
            columns.add(response(other, east, north, 0, 0));
        }
        addSlopes(columns, footprint, east, north);
        for (int other : neighbours[footprint]) {
            addSlopes(columns, other, east, north);
        }
        return columns;
    }

    private void addSlopes(List<double[]> columns, int footprint, double[] east, double[] north) {
        if (accuracy(footprint) > 0) {
            columns.add(slope(footprint, east, north, SLOPE_METRES, 0));
            columns.add(slope(footprint, east, north, 0, SLOPE_METRES));
        }
    }

    private double[] slope(int footprint, double[] east, double[] north, double x, double y) {
        double[] after = response(footprint, east, north, x, y);
        double[] before = response(footprint, east, north, -x, -y);
        for (int i = 0; i < after.length; i++) {
            after[i] = (after[i] - before[i]) / (2 * SLOPE_METRES);
        }
        return after;
    }

    private double[] response(int footprint, double[] east, double[] north, double x, double y) {
        double[] column = new double[east.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = responses[footprint].at(east[i] + x, north[i] + y);
        }
        return column;
    }

    /** Share of a footprint's weight that is visible in a scene, 0 to 1. */
    double visibleFraction(int footprint, IndexedSamples scene, SamplingGrid grid) {
        ResponseTable response = responses[footprint];
        return VisibleFraction.of(response::at, response.reach(), scene, grid);
    }
}
