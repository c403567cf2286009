package org.heatwatch.estimation.background;

import java.util.List;

/**
 * How far scenes usually stray, learned from the dormant ones: what a scene cannot tell itself leans on this (empirical
 * Bayes).
 *
 * @param shiftMetres standard deviation of the shift along either axis
 * @param contrast standard deviation of the contrast about 1
 */
record UsualAlignment(double shiftMetres, double contrast) {
    /** Before any scene is known: products lie some metres off. */
    static final UsualAlignment UNKNOWN = new UsualAlignment(6, 0.2);

    private static final double LEAST_SHIFT = 0.3;
    private static final double LEAST_CONTRAST = 0.02;

    /** A posterior's square and variance together are what the prior's variance should be. */
    static UsualAlignment of(List<Alignment> scenes) {
        double shift = 0;
        double contrast = 0;
        for (Alignment a : scenes) {
            shift += (a.shiftEast() * a.shiftEast() + a.shiftNorth() * a.shiftNorth()) / 2
                    + a.shiftError() * a.shiftError();
            contrast += (a.contrast() - 1) * (a.contrast() - 1) + a.contrastError() * a.contrastError();
        }
        return new UsualAlignment(
                Math.max(LEAST_SHIFT, Math.sqrt(shift / scenes.size())),
                Math.max(LEAST_CONTRAST, Math.sqrt(contrast / scenes.size())));
    }
}
