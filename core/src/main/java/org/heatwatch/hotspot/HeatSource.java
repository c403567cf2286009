package org.heatwatch.hotspot;

/**
 * A point that gives off more heat than it does idle.
 *
 * @param across fractional index on the scene's grid
 * @param along fractional index on the scene's grid
 * @param kelvinSquareMetres excess times area
 */
record HeatSource(double across, double along, double kelvinSquareMetres) {

    HeatSource withAmount(double changed) {
        return new HeatSource(across, along, changed);
    }
}
