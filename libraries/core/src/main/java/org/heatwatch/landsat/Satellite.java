package org.heatwatch.landsat;

import java.util.Arrays;
import java.util.Optional;

/** The satellites that carry the Thermal Infrared Sensor (TIRS). */
public enum Satellite {
    LANDSAT_8("08"),
    LANDSAT_9("09");

    private final String number;

    Satellite(String number) {
        this.number = number;
    }

    /** Two digits, as in product ids. */
    public String number() {
        return number;
    }

    /** The code of the combined instruments, {@code LC08} or {@code LC09}: how an acquisition names its satellite. */
    public String code() {
        return "LC" + number;
    }

    static Optional<Satellite> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(satellite -> satellite.number.equals(number))
                .findFirst();
    }
}
