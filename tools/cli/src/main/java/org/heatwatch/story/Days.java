package org.heatwatch.story;

import java.time.LocalDate;

/** Days from one to another, both included. */
record Days(LocalDate from, LocalDate to) {
    Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from " + from + " to " + to + " are no days");
        }
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
