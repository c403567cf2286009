package org.heatwatch.gdal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file says about one band.
 *
 * @param type of its pixels
 * @param noData the pixel value that stands for no observation
 * @param scale physical value = pixel value times this, plus the offset; 1 if the file says nothing
 * @param offset 0 if the file says nothing
 * @param description its name
 */
public record Band(DataType type, OptionalDouble noData, double scale, double offset, Optional<String> description) {}
