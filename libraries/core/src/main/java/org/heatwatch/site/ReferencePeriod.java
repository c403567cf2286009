package org.heatwatch.site;

import java.time.LocalDate;

/**
 * A period in which nothing ran, so that its scenes show the idle site.
 *
 * @param from first day
 * @param to last day, not before the first
 * @param weight confidence that nothing ran, 0 to 1
 */
public record ReferencePeriod(LocalDate from, LocalDate to, double weight) {

    public ReferencePeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the reference period starts on " + from + ", after it ends on " + to);
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight " + weight + " of the reference period is outside 0..1");
        }
    }

    /** Whether a day is in the period, which includes its first and last day. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean overlaps(ReferencePeriod other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }
}
