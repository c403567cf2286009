package org.heatwatch.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recovers the native grid and samples of one image, and decides whether to accept them.
 *
 * <p>The phases of the grid are searched on the part of the image with the most contrast; the grid is fitted there and
 * then on the whole image. It is accepted if it predicts pixels that it was not fitted to much better than wrong grids
 * do, if no other grid fits nearly as well, and if its rotation is that of the orbit. Otherwise the result states the
 * reason.
 */
public final class GridRecovery {
    /** Version of the algorithm, increased whenever the samples of any image change. */
    public static final int VERSION = 2;

    /** Side in pixels of the part on which the phases are searched. */
    static final int SEARCH_PIXELS = 48;

    /** Largest holdout error of an accepted grid, as a share of that of wrong grids. */
    static final double LARGEST_HOLDOUT_SHARE = 0.2;

    /** Smallest ratio of the residual of the next best grid to that of an accepted one. */
    static final double SMALLEST_RIVAL_RATIO = 2;

    /** Residual in counts above which a fit is repeated with smoothed kinks, and a bend is tried: usual are 1 to 4. */
    private static final double LARGE_RESIDUAL = 5;

    private static final double DELIVERED_PIXEL_METRES = 30;
    private static final int FEWEST_VALID_PIXELS = 900;

    /** Relative reduction of the sum of squares below which the iteration ends: the grid no longer changes. */
    private static final double CONVERGED = 0.05;

    /** The same for the whole image: the samples are then accurate to a tenth of the sensor noise. */
    private static final double CONVERGED_WHOLE = 0.1;

    /** The same for a part whose first fit has a large residual. */
    private static final double CONVERGED_AGAIN = 0.005;

    private static final int MOST_ITERATIONS = 30;

    private GridRecovery() {}

    /**
     * Recovers the grid of an image.
     *
     * @param image pixels in counts of the product, which is the unit of the residuals
     * @param prior of the geometry of the path
     */
    public static Recovery recover(ThermalImage image, GridPrior prior) {
        Optional<String> unusable = unusable(image);
        if (unusable.isPresent()) {
            return unresolved(unusable.get());
        }
        Optional<ThermalImage> part = SearchPart.of(image, SEARCH_PIXELS);
        if (part.isEmpty()) {
            return prior.isFrozen()
                    ? recover(image, image, prior)
                    : unresolved("no part of %d x %d pixels is clear enough and has enough contrast"
                            .formatted(SEARCH_PIXELS, SEARCH_PIXELS));
        }
        Recovery found = recover(image, part.get(), prior);
        boolean isWhole = part.get().size() == image.size();
        return found instanceof Recovery.Unresolved && prior.isFrozen() && !isWhole
                ? recover(image, image, prior)
                : found;
    }

    private static Optional<String> unusable(ThermalImage image) {
        if (image.pixelMetres() != DELIVERED_PIXEL_METRES) {
            return Optional.of("pixels of %.0f m instead of the delivered ones of %.0f m"
                    .formatted(image.pixelMetres(), DELIVERED_PIXEL_METRES));
        }
        return image.validCount() < FEWEST_VALID_PIXELS
                ? Optional.of("only %d clear pixels, %d are needed".formatted(image.validCount(), FEWEST_VALID_PIXELS))
                : Optional.empty();
    }

    private static Recovery unresolved(String reason) {
        return new Recovery.Unresolved(reason, Optional.empty());
    }

    /**
     * The best grid of an image, also if it is not accepted.
     *
     * @param image pixels in counts of the product, which is the unit of the residuals
     * @param prior of the geometry of the path
     * @param holdoutShare largest holdout error without an objection, as a share of that of wrong grids
     * @return empty if too few pixels are valid, or no part of the image has enough contrast
     */
    public static Optional<GridCandidate> candidate(ThermalImage image, GridPrior prior, double holdoutShare) {
        return unusable(image).isPresent()
                ? Optional.empty()
                : SearchPart.of(image, SEARCH_PIXELS).map(part -> candidate(image, part, prior, holdoutShare));
    }

    private static Recovery recover(ThermalImage image, ThermalImage part, GridPrior prior) {
        GridCandidate affine = candidate(image, part, prior, LARGEST_HOLDOUT_SHARE);
        GridCandidate best = affine.quality().residual() > LARGE_RESIDUAL
                ? BentRecovery.candidate(image, part, affine, prior)
                        .filter(bent -> bent.objections().isEmpty())
                        .orElse(affine)
                : affine;
        return best.objections().isEmpty()
                ? new Recovery.Resolved(best.samples(), best.quality(), best.residuals())
                : new Recovery.Unresolved(String.join("; ", best.objections()), Optional.of(best.quality()));
    }

    private static GridCandidate candidate(
            ThermalImage image, ThermalImage part, GridPrior prior, double holdoutShare) {
        SamplingGrid start = new SamplingGrid(prior.geometry(), 0, 0, image.centreEast(), image.centreNorth());
        HoldoutSplit split = HoldoutSplit.of(part);
        PhaseMap map = PhaseMap.of(split, start);
        GridFit near = fitPart(part, map.best(), prior);
        GridFit training = fitPart(split.training(), near.grid(), prior);
        GridFit fit = part.size() == image.size() ? near : fitAgain(image, fitWhole(image, near.grid(), prior), prior);
        GridQuality quality = new GridQuality(
                fit.misfit(),
                training.holdoutError(split.holdout()),
                map.median(),
                rivalRatio(part, map, near, prior),
                fit.grid().geometry().rotationDegrees() - prior.geometry().rotationDegrees());
        List<String> objections = objections(quality, holdoutShare, prior);
        if (SamplingGrid.phaseDistance(near.grid().phases(), fit.grid().phases()) > PhaseMap.SAME) {
            objections.add("the grids of the whole image and of its part with the most contrast differ");
        }
        return new GridCandidate(NativeSamples.of(image, fit), quality, fit.residuals(), objections);
    }

    /** Fits grid and samples to a small image, and again with smoothed kinks if the residual is large. */
    private static GridFit fitPart(ThermalImage part, SamplingGrid start, GridPrior prior) {
        GridFit fit = GridFit.of(part, start, prior, true).converge(CONVERGED, MOST_ITERATIONS);
        if (fit.misfit() <= LARGE_RESIDUAL) {
            return fit;
        }
        return better(fit, GridFit.of(part, start, prior, true).convergeGradually(CONVERGED_AGAIN, MOST_ITERATIONS));
    }

    private static GridFit fitAgain(ThermalImage image, GridFit fit, GridPrior prior) {
        if (fit.misfit() <= LARGE_RESIDUAL) {
            return fit;
        }
        return better(
                fit, GridFit.of(image, fit.grid(), prior, true).convergeGradually(CONVERGED_WHOLE, MOST_ITERATIONS));
    }

    private static GridFit better(GridFit one, GridFit other) {
        return other.misfit() < one.misfit() ? other : one;
    }

    /** Fits grid and samples to a whole image, starting from a grid near the true one. */
    static GridFit fitWhole(ThermalImage image, SamplingGrid start, GridPrior prior) {
        return GridFit.of(image, start, prior, true).converge(CONVERGED_WHOLE, MOST_ITERATIONS);
    }

    private static double rivalRatio(ThermalImage part, PhaseMap map, GridFit best, GridPrior prior) {
        Optional<SamplingGrid> start = map.rival();
        if (start.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        GridFit rival = GridFit.of(part, start.get(), prior, true).converge(CONVERGED, MOST_ITERATIONS);
        boolean same =
                SamplingGrid.phaseDistance(rival.grid().phases(), best.grid().phases()) <= PhaseMap.SAME;
        return same ? Double.POSITIVE_INFINITY : rival.misfit() / best.misfit();
    }

    /** Reasons not to accept a grid. */
    static List<String> objections(GridQuality quality, double holdoutShare, GridPrior prior) {
        List<String> objections = new ArrayList<>();
        if (!(quality.holdoutError() < holdoutShare * quality.wrongGrid())) {
            objections.add("the holdout error is %.2f counts, that of wrong grids %.2f"
                    .formatted(quality.holdoutError(), quality.wrongGrid()));
        }
        if (!(quality.rivalRatio() >= SMALLEST_RIVAL_RATIO)) {
            objections.add(
                    "another grid fits nearly as well (residual %.2f times larger)".formatted(quality.rivalRatio()));
        }
        if (!(Math.abs(quality.rotationDifference()) <= prior.rotationTolerance())) {
            objections.add("its rotation differs from that of the orbit by %.2f degrees"
                    .formatted(quality.rotationDifference()));
        }
        return objections;
    }
}
