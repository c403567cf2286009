package org.heatwatch.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the native grid and samples of one image, and says whether they can be believed.
 *
 * <p>The phases are searched on the part of the image with the most contrast, the grid is fitted there and then over
 * the whole image. It is accepted when it predicts pixels that it was not fitted to far better than wrong grids do, when
 * no other grid comes near, and when its rotation is the orbit's. An image that fails says why.
 */
public final class GridRecovery {
    /** From 1; one more whenever the samples of any image change. */
    public static final int VERSION = 1;

    /** Side in pixels of the part that is searched. */
    static final int SEARCH_PIXELS = 48;

    /** Largest error on held-out pixels of an accepted grid, as a share of what wrong grids leave. */
    static final double LARGEST_HELD_OUT_SHARE = 0.2;

    /** How many times worse than the accepted grid any other must be. */
    static final double SMALLEST_RIVAL_RATIO = 2;

    private static final double DELIVERED_PIXEL_METRES = 30;
    private static final int FEWEST_VALID_PIXELS = 900;
    /** A step that lowers the sum of squares by less than this share is the last: the grid has long stopped moving. */
    private static final double ENOUGH = 0.05;

    /** The same for the whole image, whose samples are then known to a tenth of the sensor's noise. */
    private static final double ENOUGH_FOR_WHOLE = 0.1;

    private static final int MOST_ITERATIONS = 30;

    private GridRecovery() {}

    /**
     * Recovers the grid of an image.
     *
     * @param image pixels in counts of the product (the unit of the residuals)
     * @param prior what is known of the path's geometry
     */
    public static Recovery recover(ThermalImage image, GridPrior prior) {
        if (image.pixelMetres() != DELIVERED_PIXEL_METRES) {
            return new Recovery.Unresolved(
                    "pixels of %.0f m are not the delivered ones of %.0f m"
                            .formatted(image.pixelMetres(), DELIVERED_PIXEL_METRES),
                    Optional.empty());
        }
        if (image.validCount() < FEWEST_VALID_PIXELS) {
            return new Recovery.Unresolved(
                    "only %d clear pixels, %d are needed".formatted(image.validCount(), FEWEST_VALID_PIXELS),
                    Optional.empty());
        }
        Optional<ThermalImage> part = SearchPart.of(image, SEARCH_PIXELS);
        if (part.isEmpty() && prior.isFrozen()) {
            return recover(image, image, prior);
        }
        if (part.isEmpty()) {
            return new Recovery.Unresolved(
                    "no part of %d x %d pixels is clear enough and shows any contrast"
                            .formatted(SEARCH_PIXELS, SEARCH_PIXELS),
                    Optional.empty());
        }
        Recovery found = recover(image, part.get(), prior);
        boolean whole = part.get().size() == image.size();
        if (found instanceof Recovery.Unresolved && prior.isFrozen() && !whole) {
            return recover(image, image, prior);
        }
        return found;
    }

    private static Recovery recover(ThermalImage image, ThermalImage part, GridPrior prior) {
        SamplingGrid start = new SamplingGrid(prior.geometry(), 0, 0, image.centreEast(), image.centreNorth());
        Halves halves = Halves.of(part);
        PhaseMap map = new PhaseMap(halves, start);
        GridFit near = new GridFit(part, map.best(), prior, true).converge(ENOUGH, MOST_ITERATIONS);
        GridFit half = new GridFit(halves.fitted(), near.grid(), prior, true).converge(ENOUGH, MOST_ITERATIONS);
        GridFit fit = part.size() == image.size()
                ? near
                : new GridFit(image, near.grid(), prior, true).converge(ENOUGH_FOR_WHOLE, MOST_ITERATIONS);
        GridQuality quality = new GridQuality(
                fit.misfit(),
                half.errorOn(halves.heldOut()),
                map.median(),
                rivalRatio(part, map, near, prior),
                fit.grid().geometry().rotationDegrees() - prior.geometry().rotationDegrees());
        List<String> doubts = doubts(quality, near, fit, prior);
        return doubts.isEmpty()
                ? new Recovery.Resolved(NativeSamples.of(image, fit), quality, fit.leftOver())
                : new Recovery.Unresolved(String.join("; ", doubts), Optional.of(quality));
    }

    private static double rivalRatio(ThermalImage part, PhaseMap map, GridFit best, GridPrior prior) {
        Optional<SamplingGrid> start = map.rival();
        if (start.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        GridFit rival = new GridFit(part, start.get(), prior, true).converge(ENOUGH, MOST_ITERATIONS);
        boolean same =
                SamplingGrid.phaseDistance(rival.grid().phases(), best.grid().phases()) <= PhaseMap.SAME;
        return same ? Double.POSITIVE_INFINITY : rival.misfit() / best.misfit();
    }

    private static List<String> doubts(GridQuality quality, GridFit near, GridFit fit, GridPrior prior) {
        List<String> doubts = new ArrayList<>();
        if (!(quality.heldOut() < LARGEST_HELD_OUT_SHARE * quality.wrongGrid())) {
            doubts.add("held-out pixels are missed by %.2f counts, wrong grids miss them by %.2f"
                    .formatted(quality.heldOut(), quality.wrongGrid()));
        }
        if (!(quality.rivalRatio() >= SMALLEST_RIVAL_RATIO)) {
            doubts.add("another grid fits nearly as well (%.2f times worse)".formatted(quality.rivalRatio()));
        }
        if (!(Math.abs(quality.rotationDifference()) <= prior.rotationTolerance())) {
            doubts.add("its rotation is %.2f degrees off the orbit's".formatted(quality.rotationDifference()));
        }
        if (SamplingGrid.phaseDistance(near.grid().phases(), fit.grid().phases()) > PhaseMap.SAME) {
            doubts.add("the whole image and its clearest part disagree on the grid");
        }
        return doubts;
    }
}
