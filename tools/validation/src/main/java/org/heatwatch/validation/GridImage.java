package org.heatwatch.validation;

import org.heatwatch.sampling.ThermalImage;

/**
 * A real image whose native grid is to be recovered.
 *
 * @param name name in the table
 * @param image pixels
 * @param rotationPrior rotation in degrees, as predicted by the orbit
 */
public record GridImage(String name, ThermalImage image, double rotationPrior) {}
