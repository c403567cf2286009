package org.heatwatch.site.plan;

import java.time.LocalDate;

/**
 * A reference period of a new site, both days included.
 *
 * @param operating whether the site operated in it; otherwise it was idle
 */
public record PlannedPeriod(LocalDate from, LocalDate to, boolean operating) {

    public PlannedPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period starts on " + from + ", after it ends on " + to);
        }
    }
}
