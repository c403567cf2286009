package org.heatwatch.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

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
        int n = near.length;
        double[] east = new double[n];
        double[] north = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            east[i] = scene.east(near[i]);
            north[i] = scene.north(near[i]);
            values[i] = scene.kelvin(near[i]);
        }
        return Optional.of(new LocalPatch(
                east,
                north,
                columns(roof, east, north),
                values,
                LocalNormal.FIRST_NEIGHBOUR + neighbours[roof].length));
    }

    private double[][] columns(int roof, double[] east, double[] north) {
        List<double[]> columns = new ArrayList<>();
        columns.add(response(roof, east, north, 0, 0));
        double[] one = new double[east.length];
        Arrays.fill(one, 1);
        columns.add(one);
        columns.add(centred(east));
        columns.add(centred(north));
        for (int other : neighbours[roof]) {
            columns.add(response(other, east, north, 0, 0));
        }
        addSlopes(columns, roof, east, north);
        for (int other : neighbours[roof]) {
            addSlopes(columns, other, east, north);
        }
        return columns.toArray(double[][]::new);
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

    private static double[] centred(double[] metres) {
        double mean = Arrays.stream(metres).average().orElse(0);
        return Arrays.stream(metres).map(m -> (m - mean) / 100).toArray();
    }

    /** The usable samples' part of the weight on a roof that all samples of the grid would have. */
    double visibleFraction(int roof, LocalSamples scene, SamplingGrid grid) {
        ResponseTable response = responses[roof];
        Envelope reach = response.reach();
        double[] a = grid.indexOf(reach.getMinX(), reach.getMinY());
        double[] b = grid.indexOf(reach.getMinX(), reach.getMaxY());
        double[] c = grid.indexOf(reach.getMaxX(), reach.getMinY());
        double[] d = grid.indexOf(reach.getMaxX(), reach.getMaxY());
        double whole = 0;
        for (int along = least(a[1], b[1], c[1], d[1]); along <= most(a[1], b[1], c[1], d[1]); along++) {
            for (int across = least(a[0], b[0], c[0], d[0]); across <= most(a[0], b[0], c[0], d[0]); across++) {
                double[] at = grid.positionOf(across, along);
                whole += response.at(at[0], at[1]);
            }
        }
        double seen = 0;
        for (int s = 0; s < scene.count(); s++) {
            seen += response.at(scene.east(s), scene.north(s));
        }
        return whole > 0 ? Math.min(1, seen / whole) : 0;
    }

    private static int least(double a, double b, double c, double d) {
        return (int) Math.floor(Math.min(Math.min(a, b), Math.min(c, d)));
    }

    private static int most(double a, double b, double c, double d) {
        return (int) Math.ceil(Math.max(Math.max(a, b), Math.max(c, d)));
    }
}
