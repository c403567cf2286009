package org.heatwatch.landsat;

/**
 * The surface temperature files of an L2SP product.
 *
 * <p>Only the scale of the temperature is in the metadata; the other scales are documented constants. Source: USGS
 * LSDS-1619, Landsat 8-9 Collection 2 Level 2 Science Product Guide.
 */
public enum SurfaceTemperatureBand {
    /** Surface temperature, K; the scale here is the default if the metadata have none. */
    TEMPERATURE("ST_B10", 0.00341802, 149.0, 0),
    /** Absolute uncertainty of the temperature, K. Differences between neighbouring pixels are much more certain. */
    UNCERTAINTY("ST_QA", 0.01, 0, -9999),
    /** Distance to the nearest cloud, km. */
    CLOUD_DISTANCE("ST_CDIST", 0.01, 0, -9999),
    /** Emissivity, dimensionless. */
    EMISSIVITY("ST_EMIS", 0.0001, 0, -9999),
    /** Standard deviation of the emissivity, dimensionless. */
    EMISSIVITY_DEVIATION("ST_EMSD", 0.0001, 0, -9999),
    /** Transmittance of the atmosphere, dimensionless. */
    TRANSMITTANCE("ST_ATRAN", 0.0001, 0, -9999),
    /** Thermal radiance at the top of the atmosphere, W/(m2 sr um). */
    THERMAL_RADIANCE("ST_TRAD", 0.001, 0, -9999),
    /** Upwelled radiance of the atmosphere, W/(m2 sr um). */
    UPWELLED_RADIANCE("ST_URAD", 0.001, 0, -9999),
    /** Downwelled radiance of the atmosphere, W/(m2 sr um). */
    DOWNWELLED_RADIANCE("ST_DRAD", 0.001, 0, -9999);

    /** The group of the metadata that has the scale of the temperature. */
    static final String GROUP = "LEVEL2_SURFACE_TEMPERATURE_PARAMETERS";

    private final String code;
    private final double multiplier;
    private final double offset;
    private final int fill;

    SurfaceTemperatureBand(String code, double multiplier, double offset, int fill) {
        this.code = code;
        this.multiplier = multiplier;
        this.offset = offset;
        this.fill = fill;
    }

    /** The suffix of the file name, for {@link ProductId#fileName}: for example {@code ST_B10.TIF}. */
    public String suffix() {
        return code + ".TIF";
    }

    /** The documented scale, for use without metadata. */
    public Scaling scaling() {
        return new Scaling(multiplier, offset, fill);
    }

    /** The scale in the product's metadata, or the documented one if there is none. */
    public Scaling scaling(Metadata metadata) {
        String multiplierKey = "TEMPERATURE_MULT_BAND_" + code;
        return metadata.findGroup(GROUP)
                .filter(group -> group.find(multiplierKey).isPresent())
                .map(group ->
                        new Scaling(group.number(multiplierKey), group.number("TEMPERATURE_ADD_BAND_" + code), fill))
                .orElseGet(this::scaling);
    }
}
