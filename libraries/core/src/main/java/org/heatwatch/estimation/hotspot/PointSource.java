package org.heatwatch.estimation.hotspot;

/**
 * A point source of excess heat in one scene.
 *
 * @param across fractional index across track on the grid of the scene
 * @param along fractional index along track on the grid of the scene
 * @param kelvinSquareMetres amount: excess times area, K m2
 */
record PointSource(double across, double along, double kelvinSquareMetres) {

    /** One source in place of two: the sum of their amounts at their centroid. */
    static PointSource combined(PointSource a, PointSource b) {
        double stronger = Math.max(0, a.kelvinSquareMetres);
        double other = Math.max(0, b.kelvinSquareMetres);
        double share = stronger + other > 0 ? stronger / (stronger + other) : 0.5;
        return new PointSource(
                share * a.across + (1 - share) * b.across,
                share * a.along + (1 - share) * b.along,
                a.kelvinSquareMetres + b.kelvinSquareMetres);
    }

    PointSource withAmount(double amount) {
        return new PointSource(across, along, amount);
    }
}
