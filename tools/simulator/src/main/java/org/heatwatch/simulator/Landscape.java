package org.heatwatch.simulator;

/**
 * Ground temperature of a site without activity, in kelvin relative to its mean: fields, roads, roofs, bare soil, ponds
 * and smooth gradients in a fixed random arrangement, a yearly cycle of the contrasts, and random variations of single
 * scenes on the same fields and roofs.
 *
 * <p>All parts are scaled by their standard deviation of means over 100 m: the static part to
 * {@link #STATIC_KELVIN} by default, cosine and sine of the yearly cycle to {@link #YEARLY_SHARE} of it each.
 */
public final class Landscape {
    /** Standard deviation of the static part at 100 m, in kelvin. */
    public static final double STATIC_KELVIN = 2.2;

    /** Amplitude of cosine and sine of the year, as shares of the static part. */
    public static final double YEARLY_SHARE = 0.25;

    private final LandscapePattern pattern;
    private final double[] constant;
    private final double[] cosine;
    private final double[] sine;

    private Landscape(LandscapePattern pattern, double[] constant, double[] cosine, double[] sine) {
        this.pattern = pattern;
        this.constant = constant;
        this.cosine = cosine;
        this.sine = sine;
    }

    public static Landscape random(Extent extent, long seed) {
        return random(extent, seed, STATIC_KELVIN);
    }

    /** A random landscape with the given standard deviation of the static part at 100 m, in kelvin. */
    public static Landscape random(Extent extent, long seed, double staticKelvin) {
        LandscapePattern pattern = LandscapePattern.random(extent, RandomStreams.within(seed, "pattern"));
        return new Landscape(
                pattern,
                pattern.draw(RandomStreams.within(seed, "static"), 1, staticKelvin),
                pattern.draw(RandomStreams.within(seed, "cosine"), 0.3, YEARLY_SHARE * staticKelvin),
                pattern.draw(RandomStreams.within(seed, "sine"), 0.3, YEARLY_SHARE * staticKelvin));
    }

    public Extent extent() {
        return pattern.extent();
    }

    /** Kelvin relative to the mean at a time of year (0..1, from 1 January to 31 December), one value per cell. */
    public double[] at(double yearFraction) {
        double c = Math.cos(2 * Math.PI * yearFraction);
        double s = Math.sin(2 * Math.PI * yearFraction);
        double[] field = new double[constant.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = constant[i] + c * cosine[i] + s * sine[i];
        }
        return field;
    }

    /**
     * Variation of one scene: new values on the same fields, roads and roofs, with the given contrast at 100 m in
     * kelvin.
     */
    public double[] variation(long sceneSeed, double kelvin) {
        return pattern.draw(RandomStreams.within(sceneSeed, "variation"), 0.3, kelvin);
    }
}
