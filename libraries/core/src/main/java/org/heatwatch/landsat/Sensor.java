package org.heatwatch.landsat;

import java.util.Arrays;
import java.util.Optional;

/** Instruments of Landsat 8 or 9 that acquired a scene: the second character of a product id. */
public enum Sensor {
    /** Operational Land Imager and Thermal Infrared Sensor. */
    OLI_TIRS('C'),
    /** Operational Land Imager alone. */
    OLI('O'),
    /** Thermal Infrared Sensor alone. */
    TIRS('T');

    private final char letter;

    Sensor(char letter) {
        this.letter = letter;
    }

    /** The second character of a product id. */
    public char letter() {
        return letter;
    }

    static Optional<Sensor> ofLetter(char letter) {
        return Arrays.stream(values()).filter(sensor -> sensor.letter == letter).findFirst();
    }
}
