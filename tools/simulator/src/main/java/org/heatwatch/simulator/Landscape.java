package org.heatwatch.simulator;

/**
 * The ground of a site without any activity, in kelvin about its level: fields, roads, roofs, bare soil, ponds and soft
 * gradients in a fixed random arrangement, a yearly cycle of the contrasts, and draws of what differs from scene to
 * scene on the same fields and roofs.
 *
 * <p>All parts are scaled to the standard deviation of means over 100 m: the static part to
 * {@link #STATIC_KELVIN} by default, each half of the yearly cycle to {@link #YEARLY_SHARE} of it.
 */
public final class Landscape {
    /** Standard deviation of the static part at 100 m, in kelvin. */
    public static final double STATIC_KELVIN = 2.2;

    /** Amplitude of cosine and sine of the year, as shares of the static part. */
    public static final double YEARLY_SHARE = 0.25;

    private final LandscapePattern pattern;
    private final double[] still;
    private final double[] cosine;
    private final double[] sine;

    private Landscape(LandscapePattern pattern, long seed, double staticKelvin) {
        this.pattern = pattern;
        this.still = pattern.draw(RandomStreams.within(seed, "static"), 1, staticKelvin);
        this.cosine = pattern.draw(RandomStreams.within(seed, "cosine"), 0.3, YEARLY_SHARE * staticKelvin);
        this.sine = pattern.draw(RandomStreams.within(seed, "sine"), 0.3, YEARLY_SHARE * staticKelvin);
    }

    public static Landscape random(Extent extent, long seed) {
        return random(extent, seed, STATIC_KELVIN);
    }

    /** With the given standard deviation of the static part at 100 m, in kelvin. */
    public static Landscape random(Extent extent, long seed, double staticKelvin) {
        return new Landscape(
                LandscapePattern.random(extent, RandomStreams.within(seed, "pattern")), seed, staticKelvin);
    }

    public Extent extent() {
        return pattern.extent();
    }

    /** Kelvin about the level at a time of year (0..1 from new year to new year), one value a 10 m cell. */
    public double[] at(double yearFraction) {
        double c = Math.cos(2 * Math.PI * yearFraction);
        double s = Math.sin(2 * Math.PI * yearFraction);
        double[] field = new double[still.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = still[i] + c * cosine[i] + s * sine[i];
        }
        return field;
    }

    /** What is different in one scene: new values on the same fields, roads and roofs, of the given contrast at 100 m. */
    public double[] variation(long sceneSeed, double kelvin) {
        return pattern.draw(RandomStreams.within(sceneSeed, "variation"), 0.3, kelvin);
    }
}
