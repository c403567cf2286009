package org.heatwatch.story;

import java.time.LocalDate;

/** Three months each, north of the equator; winter begins in December. */
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
