package org.heatwatch.site;

import java.time.LocalDate;

/**
 * A period with whose scenes later ones are compared: nothing ran in it, or the facilities ran as usual.
 *
 * @param from first day
 * @param to last day, not before the first
 * @param weight confidence that it was so, 0 to 1
 * @param kind what the site did in it
 */
public record ReferencePeriod(LocalDate from, LocalDate to, double weight, ReferenceKind kind) {

    public ReferencePeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the reference period starts on " + from + ", after it ends on " + to);
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight " + weight + " of the reference period is outside 0..1");
        }
    }

    /** A period in which nothing ran. */
    public ReferencePeriod(LocalDate from, LocalDate to, double weight) {
        this(from, to, weight, ReferenceKind.IDLE);
    }

    /** The same period, taken as one in which nothing ran. */
    public ReferencePeriod asIdle() {
        return new ReferencePeriod(from, to, weight, ReferenceKind.IDLE);
    }

    /** Whether a day is in the period, which includes its first and last day. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean overlaps(ReferencePeriod other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }
}
