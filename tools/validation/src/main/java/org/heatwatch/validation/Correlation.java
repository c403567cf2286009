package org.heatwatch.validation;

/** Spatial correlation as a function of the separation of two points. */
interface Correlation {
    /**
     * Correlation of two distinct points.
     *
     * @param east signed eastward separation in metres
     * @param north signed northward separation in metres
     */
    double at(double east, double north);
}
