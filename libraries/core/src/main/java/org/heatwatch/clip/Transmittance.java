package org.heatwatch.clip;

/**
 * Transmittance of the atmosphere in the thermal band.
 *
 * @param tau 0 to 1
 * @param source of the value
 */
public record Transmittance(double tau, Source source) {

    /** Source of a transmittance. */
    public enum Source {
        /** The ST_ATRAN band of the product: median over the clear pixels at the site. */
        ST_ATRAN,
        /** A usual value, for lack of a level-2 product; excesses are provisional. */
        ASSUMED
    }

    /** The usual value, used if no other is known. */
    public static final Transmittance USUAL = new Transmittance(0.8, Source.ASSUMED);

    public Transmittance {
        if (!(tau > 0 && tau <= 1)) {
            throw new IllegalArgumentException("a transmittance of %s is outside 0..1".formatted(tau));
        }
    }
}
