package org.heatwatch.estimation.hotspot;

/**
 * A point that gives off more heat than it does idle.
 *
 * @param across fractional index on the scene's grid
 * @param along fractional index on the scene's grid
 * @param kelvinSquareMetres excess times area
 */
record HeatSource(double across, double along, double kelvinSquareMetres) {

    /** Both together, nearer to the stronger. */
    static HeatSource between(HeatSource a, HeatSource b) {
        double stronger = Math.max(0, a.kelvinSquareMetres);
        double other = Math.max(0, b.kelvinSquareMetres);
        double share = stronger + other > 0 ? stronger / (stronger + other) : 0.5;
        return new HeatSource(
                share * a.across + (1 - share) * b.across,
                share * a.along + (1 - share) * b.along,
                a.kelvinSquareMetres + b.kelvinSquareMetres);
    }

    HeatSource withAmount(double changed) {
        return new HeatSource(across, along, changed);
    }
}
