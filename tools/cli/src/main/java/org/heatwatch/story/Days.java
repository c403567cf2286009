package org.heatwatch.story;

import java.time.LocalDate;

/** A range of days, both ends included. */
record Days(LocalDate from, LocalDate to) {
    Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from " + from + " to " + to + " is not a range of days");
        }
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
