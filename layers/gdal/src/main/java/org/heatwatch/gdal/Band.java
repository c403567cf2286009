package org.heatwatch.gdal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Properties of a band, as the file states them.
 *
 * @param type type of its pixels
 * @param noData pixel value that means no data
 * @param scale physical value = pixel value * scale + offset; 1 if the file does not state it
 * @param offset see scale; 0 if the file does not state it
 * @param description name of the band
 */
public record Band(DataType type, OptionalDouble noData, double scale, double offset, Optional<String> description) {}
