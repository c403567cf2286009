package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.sampling.SamplingGrid;

/** The roofs of a site as the sensor sees them, ready to be fitted to scenes. */
public final class RoofSet {
    /** Distance in metres from a footprint of the samples that its fit uses. */
    static final double REACH_METRES = 330;

    /** Neighbours farther from each other than this share no sample to speak of. */
    private static final double NEIGHBOUR_METRES = 200;

    /** Outlines may be uncertain up to this in an error; beyond it they are placeholders. */
    private static final double LARGEST_ACCURACY_METRES = 60;

    private static final double SLOPE_METRES = 5;

    private final List<Roof> roofs;
    private final PointSpread spread;
    private final ResponseTable[] responses;
    private final int[][] neighbours;

    public RoofSet(List<Roof> roofs, PointSpread spread) {
        this.roofs = List.copyOf(roofs);
        this.spread = spread;
        responses = roofs.stream()
                .map(roof -> new ResponseTable(roof.footprint(), spread))
                .toArray(ResponseTable[]::new);
        neighbours = new int[roofs.size()][];
        for (int i = 0; i < neighbours.length; i++) {
            int own = i;
            neighbours[i] = IntStream.range(0, roofs.size())
                    .filter(j -> j != own
                            && roofs.get(own)
                                    .footprint()
                                    .isWithinDistance(roofs.get(j).footprint(), NEIGHBOUR_METRES))
                    .toArray();
        }
    }

    public PointSpread spread() {
        return spread;
    }

    public List<Roof> roofs() {
        return roofs;
    }

    /** Number of the roofs within reach of one. */
    int neighbourCount(int roof) {
        return neighbours[roof].length;
    }

    int neighbour(int roof, int number) {
        return neighbours[roof][number];
    }

    double accuracy(int roof) {
        return Math.min(LARGEST_ACCURACY_METRES, roofs.get(roof).accuracyMetres());
    }

    /** The samples round a roof; empty if hardly any is near. */
    Optional<LocalPatch> patch(int roof, LocalSamples scene) {
        int[] near = IntStream.range(0, scene.count())
                .filter(s -> responses[roof].distance(scene.east(s), scene.north(s)) <= REACH_METRES)
                .toArray();
        if (near.length < 12) {
            return Optional.empty();
        }
        double[] east = Arrays.stream(near).mapToDouble(scene::east).toArray();
        double[] north = Arrays.stream(near).mapToDouble(scene::north).toArray();
        return Optional.of(LocalPatch.of(
                scene, near, columns(roof, east, north), LocalPatch.FIRST_NEIGHBOUR + neighbours[roof].length));
    }

    private List<double[]> columns(int roof, double[] east, double[] north) {
        List<double[]> columns = new ArrayList<>();
        columns.add(response(roof, east, north, 0, 0));
        columns.addAll(LocalPatch.plane(east, north));
        for (int other : neighbours[roof]) {
            columns.add(response(other, east, north, 0, 0));
        }
        addSlopes(columns, roof, east, north);
        for (int other : neighbours[roof]) {
            addSlopes(columns, other, east, north);
        }
        return columns;
    }

    private void addSlopes(List<double[]> columns, int roof, double[] east, double[] north) {
        if (accuracy(roof) > 0) {
            columns.add(slope(roof, east, north, SLOPE_METRES, 0));
            columns.add(slope(roof, east, north, 0, SLOPE_METRES));
        }
    }

    private double[] slope(int roof, double[] east, double[] north, double x, double y) {
        double[] after = response(roof, east, north, x, y);
        double[] before = response(roof, east, north, -x, -y);
        for (int i = 0; i < after.length; i++) {
            after[i] = (after[i] - before[i]) / (2 * SLOPE_METRES);
        }
        return after;
    }

    private double[] response(int roof, double[] east, double[] north, double x, double y) {
        double[] column = new double[east.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = responses[roof].at(east[i] + x, north[i] + y);
        }
        return column;
    }

    /** Share of a roof's weight that a scene shows. */
    double visibleFraction(int roof, LocalSamples scene, SamplingGrid grid) {
        ResponseTable response = responses[roof];
        return VisibleFraction.of(response::at, response.reach(), scene, grid);
    }
}
