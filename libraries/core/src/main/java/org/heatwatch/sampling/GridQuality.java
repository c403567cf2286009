package org.heatwatch.sampling;

/**
 * Quality of the fit of a grid to its image.
 *
 * @param residual root mean square residual, corrected for the degrees of freedom, in the unit of the image
 * @param holdoutError holdout error: root mean square error on pixels that the fit did not use, in the unit of the
 *     image
 * @param wrongGrid median holdout error over all phases of the grid, in the unit of the image: that of a wrong grid
 * @param rivalRatio ratio of the residual of the next best grid to that of this one; infinite if there is none
 * @param rotationDifference rotation less the expected one, in degrees
 */
public record GridQuality(
        double residual, double holdoutError, double wrongGrid, double rivalRatio, double rotationDifference) {}
