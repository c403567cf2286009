package org.heatwatch.estimation.background;

/**
 * Alignment of one scene with the background map: {@code samples = level + contrast * map(position - shift)}.
 *
 * @param level of the scene, in effective kelvin
 * @param contrast of the scene relative to the map, about 1: larger in strong sunlight
 * @param shiftEast easterly displacement of the scene from the map, in metres
 * @param shiftNorth northerly displacement of the scene from the map, in metres
 * @param contrastError standard error of the contrast
 * @param shiftError standard error of the shift along each axis, in metres
 * @param spread robust standard deviation of the residuals, in effective kelvin
 */
public record Alignment(
        double level,
        double contrast,
        double shiftEast,
        double shiftNorth,
        double contrastError,
        double shiftError,
        double spread) {}
