package org.heatwatch.estimation.background;

import java.util.List;

/**
 * Prior for scene alignments, learned from the reference scenes (empirical Bayes): it determines what a single scene
 * has too little information on.
 *
 * @param shiftMetres standard deviation of the shift along each axis
 * @param contrast standard deviation of the contrast about 1
 */
record AlignmentPrior(double shiftMetres, double contrast) {
    /** Prior before any scene is aligned: products are displaced by some metres. */
    static final AlignmentPrior INITIAL = new AlignmentPrior(6, 0.2);

    private static final double LEAST_SHIFT = 0.3;
    private static final double LEAST_CONTRAST = 0.02;

    /** Square plus variance of a posterior estimate is an unbiased estimate of its prior's variance. */
    static AlignmentPrior of(List<Alignment> scenes) {
        double shift = 0;
        double contrast = 0;
        for (Alignment alignment : scenes) {
            shift += (alignment.shiftEast() * alignment.shiftEast() + alignment.shiftNorth() * alignment.shiftNorth())
                            / 2
                    + alignment.shiftError() * alignment.shiftError();
            contrast += (alignment.contrast() - 1) * (alignment.contrast() - 1)
                    + alignment.contrastError() * alignment.contrastError();
        }
        return new AlignmentPrior(
                Math.max(LEAST_SHIFT, Math.sqrt(shift / scenes.size())),
                Math.max(LEAST_CONTRAST, Math.sqrt(contrast / scenes.size())));
    }
}
