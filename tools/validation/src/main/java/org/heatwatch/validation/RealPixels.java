package org.heatwatch.validation;

import java.util.List;

/**
 * Real images that are added to the report.
 *
 * @param products single products whose grids are recovered
 * @param series series of surface temperatures
 */
public record RealPixels(List<GridImage> products, List<ImageSeries> series) {
    /** No real images except those of the project. */
    public static final RealPixels NONE = new RealPixels(List.of(), List.of());

    public RealPixels {
        products = List.copyOf(products);
        series = List.copyOf(series);
    }
}
