package org.heatwatch.validation;

import java.util.List;

/**
 * Surface-temperature images of one place on several dates.
 *
 * @param name name in the report
 * @param images of the same pixels, by date
 */
public record ImageSeries(String name, List<SeriesImage> images) {
    /** Fewest dates of a series: with fewer, the static pattern of the other dates cannot be estimated. */
    public static final int FEWEST_DATES = 6;

    public ImageSeries {
        images = List.copyOf(images);
        if (images.size() < FEWEST_DATES) {
            throw new IllegalArgumentException(
                    "%s has %d dates, at least %d are needed".formatted(name, images.size(), FEWEST_DATES));
        }
    }
}
