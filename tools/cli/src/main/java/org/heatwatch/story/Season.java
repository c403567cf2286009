package org.heatwatch.story;

import java.time.LocalDate;

/** Meteorological seasons of the northern hemisphere; winter begins in December. */
enum Season {
    WINTER,
    SPRING,
    SUMMER,
    AUTUMN;

    private static final int MONTHS = 3;

    static Season of(LocalDate date) {
        return values()[date.getMonthValue() / MONTHS % values().length];
    }
}
