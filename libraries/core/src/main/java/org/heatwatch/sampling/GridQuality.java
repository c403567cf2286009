package org.heatwatch.sampling;

/**
 * How well a grid explains its image.
 *
 * @param residual root mean square of what the grid leaves over, in the image's unit, degrees of freedom counted
 * @param heldOut root mean square error on pixels that took no part in the fit, in the image's unit
 * @param wrongGrid median of that error over all phases of the grid, in the image's unit: what a wrong grid leaves
 * @param rivalRatio how many times larger the residual of the next best grid is; infinite if there is none
 * @param rotationDifference rotation less the expected one, in degrees
 */
public record GridQuality(
        double residual, double heldOut, double wrongGrid, double rivalRatio, double rotationDifference) {}
