package org.heatwatch.source;

import java.time.LocalDate;

/**
 * The time in which a source was warm: the range of its observations whose mean excess explains them best, with no excess
 * before and after.
 *
 * @param first date of the first observation in the range
 * @param last date of the last observation in the range
 * @param kelvin mean excess in the range, effective kelvin
 * @param standardError of the mean, effective kelvin
 * @param overpasses number of observations in the range
 * @param isOpen whether the range reaches the latest observation
 */
public record ActivitySpan(
        LocalDate first, LocalDate last, double kelvin, double standardError, int overpasses, boolean isOpen) {}
