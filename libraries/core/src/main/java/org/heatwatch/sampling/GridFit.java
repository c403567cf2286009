package org.heatwatch.sampling;

import org.heatwatch.estimation.linear.BandedCholesky;
import org.jspecify.annotations.Nullable;

/**
 * Fit of the samples and the grid together, by least squares and the Gauss-Newton method.
 *
 * <p>The samples' part of the normal matrix is banded and is eliminated first; a system of six unknowns for the grid
 * remains. The prior enters as additional observations whose weight is proportional to the variance of the residuals:
 * it dominates for a poor image and has little influence for a good one.
 */
final class GridFit {
    /** Keeps samples that no pixel determines at the mean of the image. */
    private static final double RIDGE = 1e-4;

    private static final double DAMPING = 1e-5;
    private static final int MOST_HALVINGS = 5;
    private static final double MOST_ERRORS = 10;
    /** Standard deviation of the rounding to whole counts. */
    private static final double QUANTISATION = 0.29;
    /** Counts over which Akima's kink is smoothed in turn: the last is that of the model. */
    private static final double[] SMOOTHINGS = {200, 60, 20, 6, ForwardModel.SMOOTHING};

    private final ThermalImage image;
    private final GridPrior prior;
    private final boolean akima;
    private final double mean;

    private final PixelIndices pixels;
    private final SampleLayout layout;
    private final ForwardModel model;
    private final BandedCholesky matrix;
    private final double[] residual;
    private SamplingGrid grid;
    private double[] samples = {};
    private double sumOfSquares;
    private int iterations;

    /** Starts from the samples of the linear operator (cubic convolution along both axes) on this grid. */
    static GridFit of(ThermalImage image, SamplingGrid start, GridPrior prior, boolean akima) {
        GridFit fit = new GridFit(image, start, prior, akima);
        fit.samples = fit.linearSamples();
        fit.sumOfSquares = fit.evaluate(fit.samples);
        return fit;
    }

    private GridFit(ThermalImage image, SamplingGrid start, GridPrior prior, boolean akima) {
        this.image = image;
        this.prior = prior;
        this.akima = akima;
        this.mean = image.validMean();
        this.grid = start;
        this.pixels = PixelIndices.of(image, grid);
        this.layout = SampleLayout.of(pixels);
        this.model = new ForwardModel(pixels, layout, akima);
        this.matrix = new BandedCholesky(layout.count(), layout.bandwidth());
        this.residual = new double[pixels.count()];
        placeOrFail(grid);
    }

    private void placeOrFail(SamplingGrid where) {
        if (!model.place(where)) {
            throw new IllegalStateException("the layout lacks samples of its own grid");
        }
    }

    private double[] linearSamples() {
        ForwardModel linear = akima ? new ForwardModel(pixels, layout, false) : model;
        linear.place(grid);
        linear.evaluate(new double[layout.count()]);
        double[] right = new double[layout.count()];
        double[] counts = new double[pixels.count()];
        for (int n = 0; n < counts.length; n++) {
            counts[n] = image.value(pixels.pixel(n)) - mean;
        }
        linear.addTransposed(counts, right);
        matrix.clear();
        linear.addNormal(matrix);
        if (!matrix.factor(0, RIDGE)) {
            throw new IllegalStateException("the normal matrix is not positive definite in spite of its ridge");
        }
        matrix.solve(right);
        return right;
    }

    private double evaluate(double[] at) {
        model.evaluate(at);
        double sum = 0;
        for (int n = 0; n < residual.length; n++) {
            double difference = image.value(pixels.pixel(n)) - mean - model.value(n);
            residual[n] = difference;
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * Iterates until one step reduces the sum of squares by less than this share, or up to this number of iterations.
     */
    GridFit converge(double share, int most) {
        double before = Double.POSITIVE_INFINITY;
        double now = cost(sumOfSquares, grid);
        while (iterations < most && before - now > share * now && step()) {
            before = now;
            now = cost(sumOfSquares, grid);
        }
        return this;
    }

    /** Smooths Akima's kink over this many counts from now on. */
    GridFit smooth(double counts) {
        model.smooth(counts);
        sumOfSquares = evaluate(samples);
        return this;
    }

    /**
     * Iterates as {@link #converge} with Akima's kink smoothed over fewer and fewer counts: a fit with the kink alone
     * often ends in a local minimum, whose residual is up to three times as large.
     */
    GridFit convergeGradually(double share, int most) {
        for (double counts : SMOOTHINGS) {
            iterations = 0;
            smooth(counts).converge(share, most);
        }
        return this;
    }

    /**
     * One Gauss-Newton step, halved until it reduces the cost: near the bends of Akima's slopes the full step is too
     * long, and a trial costs a tenth of a new matrix.
     *
     * @return false if no step reduces the cost
     */
    private boolean step() {
        iterations++;
        matrix.clear();
        model.addNormal(matrix);
        if (!matrix.factor(DAMPING, RIDGE)) {
            return false;
        }
        GridStep step = grid.bend().isNone() ? affineStep() : bentStep();
        return step != null && take(step);
    }

    private @Nullable GridStep affineStep() {
        GridSystem system = GridSystem.of(model, pixels, grid, residual, layout.count());
        double[] gridStep = system.solve(matrix, priorWeights(), priorOffsets());
        return gridStep == null ? null : new GridStep(gridStep, new double[0], system.sampleStep());
    }

    private GridStep bentStep() {
        return new BendSystem(model, pixels, grid, matrix, layout.count(), priorWeights(), variance())
                .solve(residual, priorOffsets());
    }

    private boolean take(GridStep step) {
        double before = cost(sumOfSquares, grid);
        double length = step.longestShare();
        for (int attempt = 0; attempt < MOST_HALVINGS; attempt++, length /= 2) {
            double[] parameters = sum(grid.parameters(), step.parameters(), length);
            if (!isPlausible(parameters)) {
                continue;
            }
            SamplingGrid moved = grid.withParameters(parameters);
            if (!grid.bend().isNone()) {
                moved = moved.withBend(grid.bend().with(sum(grid.bend().coefficients(), step.bend(), length)));
            }
            if (model.place(moved)) {
                double[] next = sum(samples, step.samples(), length);
                double after = evaluate(next);
                if (cost(after, moved) < before) {
                    grid = moved;
                    samples = next;
                    sumOfSquares = after;
                    return true;
                }
            }
        }
        placeOrFail(grid);
        sumOfSquares = evaluate(samples);
        return false;
    }

    /**
     * Whether the geometry is within ten standard errors of the prior: without structure in the image, the fit
     * diverges.
     */
    private boolean isPlausible(double[] parameters) {
        double[] expected = parametersOf(prior.geometry());
        double[] errors = prior.errors();
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(parameters[i] - expected[i]) < MOST_ERRORS * errors[i])) {
                return false;
            }
        }
        return true;
    }

    private double cost(double misfit, SamplingGrid where) {
        double[] p = where.parameters();
        double[] expected = parametersOf(prior.geometry());
        double[] weight = priorWeights();
        double cost = misfit;
        for (int i = 0; i < expected.length; i++) {
            cost += weight[i] * (p[i] - expected[i]) * (p[i] - expected[i]);
        }
        return where.bend().isNone()
                ? cost
                : cost
                        + variance()
                                * new BendPenalty(where.bend()).of(where.bend().coefficients());
    }

    private double variance() {
        return Math.max(QUANTISATION * QUANTISATION, sumOfSquares / pixels.count());
    }

    private double[] priorWeights() {
        double variance = variance();
        double[] errors = prior.errors();
        double[] weight = new double[SamplingGrid.PARAMETERS];
        for (int i = 0; i < errors.length; i++) {
            weight[i] = variance / (errors[i] * errors[i]);
        }
        return weight;
    }

    private double[] priorOffsets() {
        double[] expected = parametersOf(prior.geometry());
        double[] offset = new double[SamplingGrid.PARAMETERS];
        double[] p = grid.parameters();
        for (int i = 0; i < expected.length; i++) {
            offset[i] = expected[i] - p[i];
        }
        return offset;
    }

    private static double[] parametersOf(GridGeometry geometry) {
        return new double[] {
            geometry.rotationDegrees(), geometry.acrossMetres(), geometry.alongMetres(), geometry.shear()
        };
    }

    private static double[] sum(double[] a, double[] b, double factor) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    SamplingGrid grid() {
        return grid;
    }

    /**
     * Root mean square error of the prediction of pixels that the fit did not use; infinite if it lacks their samples.
     */
    double holdoutError(ThermalImage holdout) {
        PixelIndices indices = PixelIndices.of(holdout, grid);
        return new HoldoutError(indices, layout, akima).rootMeanSquare(holdout, grid, samples, mean);
    }

    int iterations() {
        return iterations;
    }

    /** Residual of each pixel. */
    PixelResiduals residuals() {
        return PixelResiduals.of(image, pixels, residual);
    }

    /** Derivative of the model of each pixel by its position across track, in counts per sample. */
    PixelResiduals slopes() {
        double[] slope = new double[pixels.count()];
        for (int n = 0; n < slope.length; n++) {
            slope[n] = model.byAcross(n);
        }
        return PixelResiduals.of(image, pixels, slope);
    }

    SampleLayout layout() {
        return layout;
    }

    /** Value of a sample, given its index in the layout. */
    double sample(int index) {
        return samples[index] + mean;
    }

    /** Root mean square residual, corrected for the degrees of freedom of samples, grid and bend. */
    double misfit() {
        int parameters = SamplingGrid.PARAMETERS + grid.bend().nodes();
        return Math.sqrt(sumOfSquares / Math.max(1, pixels.count() - model.determined() - parameters));
    }
}
