package org.heatwatch.history;

/**
 * Share of a scene that is clear, and what says so.
 *
 * @param fraction share of the covered pixels that are clear, 0 to 1
 * @param mask the masks that the fraction is based on
 * @param maskedBuildingSamples number of samples that are used although the product's mask flags them: it flags the
 *     same few pixels in most clear scenes, as it does for bright buildings
 */
public record ClearSky(double fraction, Mask mask, int maskedBuildingSamples) {

    /** The masks that a clear fraction is based on. */
    public enum Mask {
        /** That of the product only: the known ground was not sufficient for a test by temperature. */
        QA_PIXEL,
        /** That of the product and the test by temperature. */
        QA_PIXEL_AND_TEMPERATURE
    }
}
