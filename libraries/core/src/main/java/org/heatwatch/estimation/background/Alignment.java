package org.heatwatch.estimation.background;

/**
 * How one scene lies on the idle map: {@code samples = level + contrast * map(position - shift)}.
 *
 * @param level in effective kelvin
 * @param contrast about 1: more in strong sun
 * @param shiftEast how far the scene lies east of the map, in metres
 * @param shiftNorth how far the scene lies north of the map, in metres
 * @param contrastError standard error of the contrast
 * @param shiftError standard error of either shift, in metres
 * @param spread robust standard deviation of what the map leaves over, in effective kelvin
 */
public record Alignment(
        double level,
        double contrast,
        double shiftEast,
        double shiftNorth,
        double contrastError,
        double shiftError,
        double spread) {}
