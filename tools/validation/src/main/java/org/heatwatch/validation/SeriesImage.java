package org.heatwatch.validation;

import org.heatwatch.landsat.ProductId;
import org.heatwatch.sampling.ThermalImage;

/**
 * One surface-temperature image of a series of one place.
 *
 * @param product of the image
 * @param image pixels in counts of the product; all images of a series cover the same pixels
 * @param rotationPrior rotation in degrees, as predicted by the orbit
 */
public record SeriesImage(ProductId product, ThermalImage image, double rotationPrior) {}
