package org.heatwatch.sampling;

import org.heatwatch.estimation.linear.BandedCholesky;

/** Continues the bend of a region over a whole image. */
final class BendExtension {
    private static final int SUPPORT = GridBend.SUPPORT;
    private static final double RIDGE = 1e-9;

    private BendExtension() {}

    /**
     * The grid with a lattice over a whole image whose bend agrees with the grid's own at the valid pixels of a region,
     * to a metre, and continues smoothly beyond them.
     *
     * @param region image with only the pixels of the region valid
     * @param spacing distance of the nodes in metres
     */
    static SamplingGrid of(SamplingGrid grid, ThermalImage region, double spacing) {
        GridBend lattice = GridBend.over(region, grid.originEast(), grid.originNorth(), spacing);
        double[] coefficients = new double[lattice.nodes()];
        BandedCholesky matrix = new BandedCholesky(lattice.nodes(), (SUPPORT - 1) * (lattice.columns() + 1));
        new BendPenalty(lattice).addTo(matrix, 1);
        double[] weights = new double[2 * SUPPORT];
        for (int p = 0; p < region.size(); p++) {
            if (region.isValid(p)) {
                double x = region.eastOf(p % region.columns()) - grid.originEast();
                double y = grid.originNorth() - region.northOf(p / region.columns());
                int first = lattice.weights(x, y, weights);
                add(lattice, first, weights, grid.bend().at(x, y), matrix, coefficients);
            }
        }
        if (!matrix.factor(0, RIDGE)) {
            throw new IllegalStateException("the normal matrix of the bend is not positive definite");
        }
        matrix.solve(coefficients);
        return grid.withBend(lattice.with(coefficients));
    }

    private static void add(
            GridBend lattice, int first, double[] weights, double metres, BandedCholesky matrix, double[] right) {
        for (int k = 0; k < SUPPORT * SUPPORT; k++) {
            double weight = weights[k % SUPPORT] * weights[SUPPORT + k / SUPPORT];
            int node = first + k / SUPPORT * lattice.columns() + k % SUPPORT;
            right[node] += weight * metres;
            for (int l = k; l < SUPPORT * SUPPORT; l++) {
                int other = first + l / SUPPORT * lattice.columns() + l % SUPPORT;
                matrix.entries()[matrix.index(node, other)] +=
                        weight * weights[l % SUPPORT] * weights[SUPPORT + l / SUPPORT];
            }
        }
    }
}
