package org.heatwatch.sampling;

import org.heatwatch.estimation.linear.BandedCholesky;

/**
 * Least squares over samples and grid together, by the steps of Gauss and Newton.
 *
 * <p>The samples' part of the normal matrix is banded and is eliminated first; what is left is a system of six for the
 * grid. The prior enters as further observations whose weight follows the misfit, so that a poor image leans on it and a
 * good one does not.
 */
final class GridFit {
    /** Samples that no pixel determines stay at the image's mean. */
    private static final double RIDGE = 1e-4;

    private static final double DAMPING = 1e-5;
    private static final int MOST_HALVINGS = 5;
    private static final double MOST_ERRORS_OFF = 10;
    private static final double QUANTISATION = 0.29;
    private static final double[] LONGEST_STEP = {1, 2, 2, 0.05, 0.3, 0.3};

    private final ThermalImage image;
    private final GridPrior prior;
    private final boolean akima;
    private final double mean;

    private SamplingGrid grid;
    private PixelIndices pixels;
    private SampleLayout layout;
    private ForwardModel model;
    private BandedCholesky matrix;
    private double[] samples;
    private double[] residual;
    private double squares;
    private int iterations;

    /** Starts from the samples that the linear operator (cubic convolution both ways) gives on this grid. */
    GridFit(ThermalImage image, SamplingGrid start, GridPrior prior, boolean akima) {
        this.image = image;
        this.prior = prior;
        this.akima = akima;
        this.mean = image.validMean();
        this.grid = start;
        number();
        this.samples = linearSamples();
        this.residual = new double[pixels.count()];
        this.squares = evaluate(samples);
    }

    private void number() {
        pixels = new PixelIndices(image, grid);
        layout = new SampleLayout(pixels);
        model = new ForwardModel(pixels, layout, akima);
        matrix = new BandedCholesky(layout.count(), layout.bandwidth());
        placeOrFail(grid);
    }

    private void placeOrFail(SamplingGrid where) {
        if (!model.place(where)) {
            throw new IllegalStateException("a layout made for a grid must hold it");
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
            throw new IllegalStateException("a normal matrix with a ridge is positive definite");
        }
        matrix.solve(right);
        return right;
    }

    private double evaluate(double[] at) {
        model.evaluate(at);
        double sum = 0;
        for (int n = 0; n < residual.length; n++) {
            double left = image.value(pixels.pixel(n)) - mean - model.value(n);
            residual[n] = left;
            sum += left * left;
        }
        return sum;
    }

    /** Iterates until one step lowers the sum of squares by less than this share. */
    GridFit converge(double share, int most) {
        double before = Double.POSITIVE_INFINITY;
        double now = cost(squares, grid);
        while (iterations < most && before - now > share * now && step()) {
            before = now;
            now = cost(squares, grid);
        }
        return this;
    }

    /**
     * One step of Gauss and Newton, halved until it improves: near the bends of Akima's slopes the full step oversteps,
     * and trying a shorter one costs a tenth of a new matrix.
     *
     * @return false if no step improves
     */
    private boolean step() {
        iterations++;
        GridSystem system = new GridSystem(model, pixels, grid, residual, layout.count());
        matrix.clear();
        model.addNormal(matrix);
        if (!matrix.factor(DAMPING, RIDGE)) {
            return false;
        }
        double[] gridStep = system.solve(matrix, priorWeights(), priorOffsets());
        if (gridStep == null) {
            return false;
        }
        double before = cost(squares, grid);
        double length = longest(gridStep);
        for (int attempt = 0; attempt < MOST_HALVINGS; attempt++, length /= 2) {
            double[] parameters = sum(grid.parameters(), gridStep, length);
            if (!isPlausible(parameters)) {
                continue;
            }
            SamplingGrid moved = grid.withParameters(parameters);
            if (model.place(moved)) {
                double[] next = sum(samples, system.sampleStep(), length);
                double after = evaluate(next);
                if (cost(after, moved) < before) {
                    grid = moved;
                    samples = next;
                    squares = after;
                    return true;
                }
            }
        }
        placeOrFail(grid);
        squares = evaluate(samples);
        return false;
    }

    /** An image without structure lets the fit wander; no further than this from what is expected. */
    private boolean isPlausible(double[] parameters) {
        double[] expected = parametersOf(prior.geometry());
        double[] errors = prior.errors();
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(parameters[i] - expected[i]) < MOST_ERRORS_OFF * errors[i])) {
                return false;
            }
        }
        return true;
    }

    /** The share of a step that moves no parameter of the grid farther than is plausible at once. */
    private static double longest(double[] gridStep) {
        double share = 1;
        for (int i = 0; i < gridStep.length; i++) {
            share = Math.min(share, LONGEST_STEP[i] / Math.abs(gridStep[i]));
        }
        return share;
    }

    private double cost(double sumOfSquares, SamplingGrid where) {
        double[] p = where.parameters();
        double[] expected = parametersOf(prior.geometry());
        double[] weight = priorWeights();
        double cost = sumOfSquares;
        for (int i = 0; i < expected.length; i++) {
            cost += weight[i] * (p[i] - expected[i]) * (p[i] - expected[i]);
        }
        return cost;
    }

    private double[] priorWeights() {
        double variance = Math.max(QUANTISATION * QUANTISATION, squares / pixels.count());
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

    /** Root mean square error of pixels that took no part in the fit; those beyond its samples are left out. */
    double errorOn(ThermalImage others) {
        PixelIndices elsewhere = new PixelIndices(others, grid);
        return new HeldOut(elsewhere, layout, akima).error(others, grid, samples, mean);
    }

    int iterations() {
        return iterations;
    }

    LeftOver leftOver() {
        return LeftOver.of(image, pixels, residual);
    }

    SampleLayout layout() {
        return layout;
    }

    double sample(int number) {
        return samples[number] + mean;
    }

    /** Root mean square of what is left, the degrees of freedom of samples and grid taken off. */
    double misfit() {
        return Math.sqrt(squares / Math.max(1, pixels.count() - model.determined() - SamplingGrid.PARAMETERS));
    }
}
