package org.heatwatch.estimation.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * What the latest scenes show beyond a composite, at each place in the latest three scenes that show it. The evidence
 * of a place is the second highest z of the three: one scene alone, with the edge of a cloud for example, decides
 * nothing.
 */
final class LatestScenes {
    /** Number of scenes that show a place. */
    static final int SCENES = 3;

    /** Scenes before these are not used. */
    private static final int MOST_SCENES = 8;

    /** Half the side of the square in which a place is the highest, in cells: the sensor cannot separate two. */
    private static final int APART = 2;

    private final CompositeRaster evidence;
    private final CompositeRaster filtered;
    private final CompositeRaster factor;
    private final FalseSourceRate rate;

    private LatestScenes(
            CompositeRaster evidence, CompositeRaster filtered, CompositeRaster factor, FalseSourceRate rate) {
        this.evidence = evidence;
        this.filtered = filtered;
        this.factor = factor;
        this.rate = rate;
    }

    /**
     * Filters the latest scenes of a composite.
     *
     * @param filter of the composite
     * @param idle reference scenes after the same filter
     */
    static LatestScenes of(Composite composite, MatchedFilter filter, IdleScenes idle) {
        List<FilteredScene> latest = FilteredScene.of(composite.latestDeviations(MOST_SCENES), filter);
        double[] scatter = idle.scatter();
        CompositeRaster form = latest.getFirst().filtered();
        double[] evidence = new double[form.values().length];
        double[] filtered = new double[evidence.length];
        double[] factor = new double[evidence.length];
        Arrays.fill(factor, Double.POSITIVE_INFINITY);
        for (int cell = 0; cell < evidence.length; cell++) {
            List<FilteredScene> two = twoHighest(latest, cell);
            if (two.size() == 2) {
                evidence[cell] = two.getLast().z(cell) / scatter[cell];
                filtered[cell] = (two.getFirst().filtered().values()[cell]
                                + two.getLast().filtered().values()[cell])
                        / 2;
                factor[cell] = scatter[cell]
                        * filter.amountError()
                        * Math.hypot(two.getFirst().deviation(), two.getLast().deviation())
                        / 2;
            }
        }
        return new LatestScenes(form.with(evidence), form.with(filtered), form.with(factor), idle.rate());
    }

    /** Those two of the latest three scenes that show a cell in which it is the warmest, the warmer first. */
    private static List<FilteredScene> twoHighest(List<FilteredScene> latest, int cell) {
        List<FilteredScene> showing = new ArrayList<>();
        for (FilteredScene scene : latest) {
            if (showing.size() < SCENES && scene.shows(cell)) {
                showing.add(scene);
            }
        }
        showing.sort((a, b) -> Double.compare(b.z(cell), a.z(cell)));
        return showing.subList(0, Math.min(2, showing.size()));
    }

    /** Mean of the two filtered scenes that are the evidence. */
    CompositeRaster filtered() {
        return filtered;
    }

    /** Factor on the standard error of the composite's filter; infinite where fewer than two scenes show the ground. */
    CompositeRaster factor() {
        return factor;
    }

    /** The z that the highest place of scenes without change exceeds with a probability. */
    double threshold(double probability) {
        return rate.threshold(probability);
    }

    /**
     * Second highest z of the latest three scenes that show a cell, at the cell and those next to it; 0 if fewer than
     * two scenes do.
     */
    double evidence(int cell) {
        double highest = 0;
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                int next = cell + y * evidence.columns() + x;
                if (next >= 0 && next < evidence.values().length) {
                    highest = Math.max(highest, evidence.values()[next]);
                }
            }
        }
        return highest;
    }

    /** The cells that are the highest around and exceed a threshold of z, the highest first. */
    int[] highest(double threshold) {
        return IntStream.range(0, evidence.values().length)
                .filter(cell -> evidence.values()[cell] > threshold && isHighest(cell))
                .boxed()
                .sorted((a, b) -> Double.compare(evidence.values()[b], evidence.values()[a]))
                .mapToInt(cell -> cell)
                .toArray();
    }

    private boolean isHighest(int cell) {
        int row = cell / evidence.columns();
        int column = cell % evidence.columns();
        for (int y = Math.max(0, row - APART); y <= Math.min(evidence.rows() - 1, row + APART); y++) {
            for (int x = Math.max(0, column - APART); x <= Math.min(evidence.columns() - 1, column + APART); x++) {
                if (evidence.values()[y * evidence.columns() + x] > evidence.values()[cell]) {
                    return false;
                }
            }
        }
        return true;
    }
}
