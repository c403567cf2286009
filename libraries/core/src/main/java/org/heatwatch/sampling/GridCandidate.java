package org.heatwatch.sampling;

import java.util.List;

/**
 * The best grid of an image, whether or not it is accepted.
 *
 * @param samples on the grid
 * @param quality of the fit
 * @param residuals residuals of the pixels
 * @param objections reasons not to accept the grid, in words, for people; empty if it is accepted
 */
public record GridCandidate(
        NativeSamples samples, GridQuality quality, PixelResiduals residuals, List<String> objections) {

    public GridCandidate {
        objections = List.copyOf(objections);
    }
}
