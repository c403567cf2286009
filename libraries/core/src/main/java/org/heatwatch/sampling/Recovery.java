package org.heatwatch.sampling;

import java.util.Optional;

/** Result of the recovery of the native grid of an image. */
public sealed interface Recovery {

    /**
     * The grid was found and accepted.
     *
     * @param samples on the grid
     * @param quality of the fit
     * @param residuals residuals of the pixels
     */
    record Resolved(NativeSamples samples, GridQuality quality, PixelResiduals residuals) implements Recovery {}

    /**
     * No grid was accepted.
     *
     * @param reason in words, for people
     * @param quality of the best candidate, if there was one
     */
    record Unresolved(String reason, Optional<GridQuality> quality) implements Recovery {}
}
