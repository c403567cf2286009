package org.heatwatch.validation;

/** How alike two places are, by how far apart they lie. */
interface Correlation {
    /**
     * Correlation of two different places.
     *
     * @param east distance in metres, of either sign
     * @param north distance in metres, of either sign
     */
    double at(double east, double north);
}
