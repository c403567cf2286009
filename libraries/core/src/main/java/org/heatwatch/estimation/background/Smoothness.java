package org.heatwatch.estimation.background;

/**
 * How strongly second differences between neighbouring coefficients are held down, per square of an effective kelvin.
 *
 * @param steady of the steady part
 * @param yearly of the yearly cycle
 */
public record Smoothness(double steady, double yearly) {}
