package org.heatwatch.landsat;

import java.util.Arrays;
import java.util.Optional;

/** Which instruments of Landsat 8 or 9 recorded a scene: the second letter of a product id. */
public enum Sensor {
    OLI_TIRS('C'),
    OLI('O'),
    TIRS('T');

    private final char letter;

    Sensor(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    static Optional<Sensor> ofLetter(char letter) {
        return Arrays.stream(values()).filter(sensor -> sensor.letter == letter).findFirst();
    }
}
