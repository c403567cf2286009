package org.heatwatch.site;

import java.time.LocalDate;

/**
 * A time when nothing ran, so that its scenes show the idle site.
 *
 * @param from first day
 * @param to last day, not before the first
 * @param weight 0 to 1: how far to trust that nothing ran
 */
public record DormantPeriod(LocalDate from, LocalDate to, double weight) {

    public DormantPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("dormant from " + from + " is after to " + to);
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("dormant weight " + weight + " is outside 0..1");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean overlaps(DormantPeriod other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }
}
