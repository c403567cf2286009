package org.heatwatch.landsat;

import java.util.Arrays;
import java.util.Optional;

/** The satellites that carry the Thermal Infrared Sensor (TIRS). */
public enum Satellite {
    /** Launched in February 2013. */
    LANDSAT_8("08"),
    /** Launched in September 2021. */
    LANDSAT_9("09");

    private final String number;

    Satellite(String number) {
        this.number = number;
    }

    /**
     * The published calibration of band 10, by which the metadata of products are checked. Temperatures are computed
     * with the calibration of the product.
     */
    public ThermalRadiometry radiometry() {
        return switch (this) {
            case LANDSAT_8 -> new ThermalRadiometry(3.3420E-04, 0.1, 774.8853, 1321.0789);
            case LANDSAT_9 -> new ThermalRadiometry(3.8000E-04, 0.1, 799.0284, 1329.2405);
        };
    }

    /** The name as USGS writes it, such as {@code Landsat 8}. */
    String text() {
        return "Landsat " + Integer.parseInt(number);
    }

    /** Two digits, as in product ids. */
    public String number() {
        return number;
    }

    /** The code in acquisition ids, {@code LC08} or {@code LC09}, where {@code C} means OLI and TIRS combined. */
    public String code() {
        return "LC" + number;
    }

    static Optional<Satellite> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(satellite -> satellite.number.equals(number))
                .findFirst();
    }
}
