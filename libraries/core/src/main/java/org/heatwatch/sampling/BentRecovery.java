package org.heatwatch.sampling;

import java.util.Optional;

/**
 * Recovery of a grid that follows the relief of mountains, starting from the best affine grid.
 *
 * <p>The bend is estimated from the pixels alone. Where relief displaces pixels by less than about a third of a sample,
 * the affine grid is a good enough start. Otherwise parts of the image have phases that are wrong by whole samples. The
 * fit then starts in a small part whose grid is distinct and grows: the bend is continued smoothly over the pixels
 * around, fitted again, and pixels that it does not describe are left out. What is not described in the end has no
 * samples.
 */
final class BentRecovery {
    /** Distance of the nodes of the bend: two samples. */
    static final double NODES_METRES = 200;

    /** Largest holdout error of a bent grid as a share of that of the affine one. */
    private static final double LARGEST_SHARE_OF_AFFINE = 0.7;

    /** Largest holdout error of an affine grid, as a share of that of wrong grids, that is a start. */
    private static final double LARGEST_START_SHARE = 0.8;

    /** Residual in counts of pixels that a grid describes, and as a share of that of wrong grids. */
    private static final double DESCRIBED_COUNTS = 6;

    private static final double DESCRIBED_SHARE = 0.15;

    /** Displacement in samples that explains the residual of pixels that a grid describes. */
    private static final double DISPLACED = 0.1;

    /** The same for pixels that determine samples. */
    private static final double EXACT = 0.05;

    /** Share of the valid pixels that a grid must describe. */
    private static final double SMALLEST_DESCRIBED_SHARE = 0.5;

    /** Share of the pixels that are described if the start was good. */
    private static final double NEARLY_ALL = 0.98;

    private static final double CONVERGED = 0.1;
    private static final int MOST_ITERATIONS = 12;
    private static final int GROWTH_ITERATIONS = 6;
    private static final int GROWTH_PIXELS = 6;
    private static final int FEWEST_PIXELS = 400;
    private static final int MOST_GROWTH_STEPS = 40;

    private final ThermalImage image;
    private final GridPrior prior;
    private final double limit;

    private BentRecovery(ThermalImage image, GridPrior prior, double limit) {
        this.image = image;
        this.prior = prior;
        this.limit = limit;
    }

    /**
     * A grid and the pixels that it describes.
     *
     * @param pixels the image with only these pixels valid
     * @param used the image with only the pixels valid to which the grid was fitted
     */
    private record Described(SamplingGrid grid, PixelRegion region, ThermalImage pixels, ThermalImage used) {
        int count() {
            return pixels.validCount();
        }
    }

    /**
     * The bent grid of an image.
     *
     * @param part part of the image with the most contrast
     * @param affine the best affine grid, with its objections
     * @return empty if a bend is not much better than the affine grid on holdout pixels, or if the affine grid is no
     *     start
     */
    static Optional<GridCandidate> candidate(
            ThermalImage image, ThermalImage part, GridCandidate affine, GridPrior prior) {
        GridQuality before = affine.quality();
        if (!(before.holdoutError() < LARGEST_START_SHARE * before.wrongGrid())
                || !(Math.abs(before.rotationDifference()) <= prior.rotationTolerance())) {
            return Optional.empty();
        }
        double limit = Math.max(DESCRIBED_COUNTS, DESCRIBED_SHARE * before.wrongGrid());
        BentRecovery recovery = new BentRecovery(image, prior, limit);
        SamplingGrid start = affine.samples().grid();
        GridFit direct = recovery.fit(image, BendExtension.of(start, image, NODES_METRES), MOST_ITERATIONS);
        if (affine.objections().isEmpty() && direct.misfit() > LARGEST_SHARE_OF_AFFINE * before.residual()) {
            return Optional.empty();
        }
        Described bent = recovery.best(part, start, recovery.described(image, direct));
        if (bent.count() < SMALLEST_DESCRIBED_SHARE * image.validCount()) {
            return Optional.empty();
        }
        GridFit fit = recovery.fit(bent.pixels(), bent.grid(), MOST_ITERATIONS);
        HoldoutSplit split = HoldoutSplit.of(bent.pixels());
        double affineError =
                recovery.fit(split.training(), start, MOST_ITERATIONS).holdoutError(split.holdout());
        double error =
                recovery.fit(split.training(), fit.grid(), MOST_ITERATIONS).holdoutError(split.holdout());
        return error < LARGEST_SHARE_OF_AFFINE * affineError
                ? Optional.of(recovery.judged(part, fit, error))
                : Optional.empty();
    }

    private GridFit fit(ThermalImage pixels, SamplingGrid start, int most) {
        return GridFit.of(pixels, start, prior, true).convergeGradually(CONVERGED, most);
    }

    private Described described(ThermalImage used, GridFit fit) {
        PixelRegion region = PixelRegion.described(image, fit, limit, DISPLACED);
        return new Described(fit.grid(), region, region.of(image), used);
    }

    /** The grid that describes most: started from the whole affine grid, continued, or grown from a distinct part. */
    private Described best(ThermalImage part, SamplingGrid affine, Described direct) {
        if (describesAll(direct)) {
            return direct;
        }
        Described continued = grown(direct);
        if (describesAll(continued)) {
            return continued;
        }
        Optional<Described> grown = BendSeed.of(
                        image, rowOf(part), columnOf(part), part.rows(), part.columns(), affine, prior)
                .map(this::square)
                .map(this::grown);
        return grown.filter(other -> other.count() > continued.count()).orElse(continued);
    }

    private boolean describesAll(Described found) {
        return found.count() > NEARLY_ALL * image.validCount();
    }

    private Described square(BendSeed seed) {
        PixelRegion square = PixelRegion.rectangle(image, seed.row(), seed.column(), BendSeed.SIDE, BendSeed.SIDE);
        SamplingGrid grid = seed.grid().about(image.centreEast(), image.centreNorth());
        return new Described(grid, square, square.of(image), square.of(image));
    }

    private int rowOf(ThermalImage part) {
        return (int) Math.round((image.north() - part.north()) / image.pixelMetres());
    }

    private int columnOf(ThermalImage part) {
        return (int) Math.round((part.west() - image.west()) / image.pixelMetres());
    }

    /** Grows the described pixels until they are nearly all, or until they grow no more; faster as long as all fit. */
    private Described grown(Described start) {
        Described best = start;
        int reach = GROWTH_PIXELS;
        for (int step = 0; step < MOST_GROWTH_STEPS && !describesAll(best); step++) {
            PixelRegion core = best.region().core(best.used(), GROWTH_PIXELS);
            ThermalImage used = core.grown(GROWTH_PIXELS + reach).of(image);
            if (used.validCount() < FEWEST_PIXELS) {
                break;
            }
            SamplingGrid extended = BendExtension.of(best.grid(), core.of(image), NODES_METRES);
            Described next = described(used, fit(used, extended, GROWTH_ITERATIONS));
            if (next.count() > best.count()) {
                reach = next.count() > NEARLY_ALL * used.validCount() ? 2 * reach : GROWTH_PIXELS;
                best = next;
            } else if (reach > GROWTH_PIXELS) {
                reach = GROWTH_PIXELS;
            } else {
                break;
            }
        }
        return best;
    }

    private GridCandidate judged(ThermalImage part, GridFit fit, double holdoutError) {
        PhaseMap map = PhaseMap.of(HoldoutSplit.of(part), fit.grid());
        GridQuality quality = new GridQuality(
                fit.misfit(),
                holdoutError,
                map.median(),
                rivalRatio(part, map, fit.grid()),
                fit.grid().geometry().rotationDegrees() - prior.geometry().rotationDegrees());
        PixelRegion exact = PixelRegion.described(image, fit, limit, EXACT);
        return new GridCandidate(
                NativeSamples.of(exact.of(image), fit),
                quality,
                fit.residuals(),
                GridRecovery.objections(quality, GridRecovery.LARGEST_HOLDOUT_SHARE, prior));
    }

    private double rivalRatio(ThermalImage part, PhaseMap map, SamplingGrid grid) {
        Optional<SamplingGrid> start = map.rival();
        if (start.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        GridFit best = fit(part, grid, GROWTH_ITERATIONS);
        GridFit rival = fit(part, start.get(), GROWTH_ITERATIONS);
        // Phases do not identify a bent grid: the bend contains a part of the displacement.
        double distance = SamplingGrid.phaseDistance(
                rival.grid().indexOf(part.centreEast(), part.centreNorth()),
                best.grid().indexOf(part.centreEast(), part.centreNorth()));
        return distance <= PhaseMap.SAME ? Double.POSITIVE_INFINITY : rival.misfit() / best.misfit();
    }
}
