package org.heatwatch.clip;

/**
 * How much of the ground's thermal radiance gets through the atmosphere.
 *
 * @param tau 0 to 1
 * @param source where the number is from
 */
public record Transmittance(double tau, Source source) {

    /** Where a transmittance is from. */
    public enum Source {
        /** The product's own atmosphere: the median of its clear pixels at the site. */
        ST_ATRAN,
        /** No level-2 product yet: a usual value, so that kelvins are provisional. */
        ASSUMED
    }

    /** For want of anything better. */
    public static final Transmittance USUAL = new Transmittance(0.8, Source.ASSUMED);

    public Transmittance {
        if (!(tau > 0 && tau <= 1)) {
            throw new IllegalArgumentException("a transmittance of %s is outside 0..1".formatted(tau));
        }
    }
}
