package org.heatwatch.validation;

import org.heatwatch.sampling.GridCandidate;

/**
 * Grid and samples of one date of a series of surface temperatures.
 *
 * @param image pixels of the date
 * @param without best grid of the pixels as they are
 * @param with best grid of the pixels less the static pattern of the other dates
 * @param patternScale size of the static pattern on this date relative to the mean of all dates
 * @param samples native samples of the pixels less the static pattern
 */
record DateGrid(
        SeriesImage image, GridCandidate without, GridCandidate with, double patternScale, DateSamples samples) {

    /** Whether the grid with the static pattern is accepted by the criteria of the series. */
    boolean isResolved() {
        return with.objections().isEmpty();
    }
}
