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
