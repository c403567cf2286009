package org.heatwatch.estimation.background;

/**
 * Weights of the smoothness penalty on second differences between neighbouring coefficients of the background map, per
 * square of an effective kelvin.
 *
 * @param steady weight for the steady part
 * @param yearly weight for the yearly cycle
 */
public record Smoothness(double steady, double yearly) {}
