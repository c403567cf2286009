package org.heatwatch.validation;

import org.heatwatch.sampling.ThermalImage;

/**
 * A real image whose native grid is looked for.
 *
 * @param rotationPrior rotation in degrees that the orbit predicts
 */
public record GridImage(String name, ThermalImage image, double rotationPrior) {}
