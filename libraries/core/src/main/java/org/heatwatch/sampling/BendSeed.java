package org.heatwatch.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A small part of an image over mountains whose grid is found without doubt, from which the bend is continued.
 *
 * <p>The displacement of one part varies by little more than a sample, so that a few phases across track suffice as
 * starts. Rotation, spacing and phase along track are not affected by relief and are known from an affine fit.
 *
 * @param grid of the part, with a bend over it
 * @param row first row of the part in the image
 * @param column first column of the part in the image
 * @param ratio residual of the next best grid divided by that of this one
 */
record BendSeed(SamplingGrid grid, int row, int column, double ratio) {
    /** Side of a part in pixels. */
    static final int SIDE = 24;

    private static final int STEP = 12;
    private static final int PHASES = 8;
    private static final double NODES_METRES = 600;
    private static final double SMALLEST_VALID_SHARE = 0.9;
    private static final double SMOOTHED_COUNTS = 60;
    private static final double CONVERGED = 0.1;
    private static final int MOST_ITERATIONS = 8;

    /**
     * The part with the most distinct grid within a rectangle of the image.
     *
     * @param affine grid of the image whose axis along track is right
     * @return empty if no part is clear enough
     */
    static Optional<BendSeed> of(
            ThermalImage image, int row, int column, int rows, int columns, SamplingGrid affine, GridPrior prior) {
        Optional<BendSeed> best = Optional.empty();
        for (int r = row; r + SIDE <= row + rows; r += STEP) {
            for (int c = column; c + SIDE <= column + columns; c += STEP) {
                ThermalImage part = image.part(r, c, SIDE, SIDE);
                if (part.validCount() >= SMALLEST_VALID_SHARE * part.size()) {
                    BendSeed seed = of(part, r, c, affine, prior);
                    best = best.isPresent() && best.get().ratio >= seed.ratio ? best : Optional.of(seed);
                }
            }
        }
        return best;
    }

    private static BendSeed of(ThermalImage part, int row, int column, SamplingGrid affine, GridPrior prior) {
        List<GridFit> fits = new ArrayList<>();
        for (int i = 0; i < PHASES; i++) {
            fits.add(GridFit.of(part, start(part, affine, prior, i / (double) PHASES), prior, true)
                    .smooth(SMOOTHED_COUNTS)
                    .converge(CONVERGED, MOST_ITERATIONS));
        }
        GridFit best = Collections.min(fits, Comparator.comparingDouble(GridFit::misfit));
        double[] centre = best.grid().indexOf(part.centreEast(), part.centreNorth());
        double rival = Double.POSITIVE_INFINITY;
        for (GridFit fit : fits) {
            double[] other = fit.grid().indexOf(part.centreEast(), part.centreNorth());
            if (SamplingGrid.phaseDistance(centre, other) > PhaseMap.SAME) {
                rival = Math.min(rival, fit.misfit());
            }
        }
        return new BendSeed(best.grid(), row, column, rival / best.misfit());
    }

    private static SamplingGrid start(ThermalImage part, SamplingGrid affine, GridPrior prior, double phaseAcross) {
        SamplingGrid here = affine.about(part.centreEast(), part.centreNorth());
        GridGeometry geometry = new GridGeometry(
                here.geometry().rotationDegrees(),
                prior.geometry().acrossMetres(),
                here.geometry().alongMetres(),
                prior.geometry().shear());
        return new SamplingGrid(geometry, phaseAcross, here.phaseAlong(), here.originEast(), here.originNorth())
                .withBend(GridBend.over(part, here.originEast(), here.originNorth(), NODES_METRES));
    }
}
