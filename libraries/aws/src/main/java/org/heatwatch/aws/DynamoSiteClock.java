package org.heatwatch.aws;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.run.SiteClock;
import org.heatwatch.site.Site;

/**
 * The current day in UTC, except for simulated sites whose clock was set. The clock of a real site cannot be set,
 * because that would stop the monitoring of the site without any error.
 */
public final class DynamoSiteClock implements SiteClock {
    private static final String DAY = "day";

    private final LedgerTable table;
    private final SiteClock real;

    /**
     * Uses the given table.
     *
     * @param real clock of all sites whose clock is not set
     */
    public DynamoSiteClock(LedgerTable table, SiteClock real) {
        this.table = table;
        this.real = real;
    }

    @Override
    public LocalDate today(Site site) {
        Optional<LocalDate> fixed = site.presentation().simulated() ? day(site.id()) : Optional.empty();
        return fixed.orElseGet(() -> real.today(site));
    }

    private Optional<LocalDate> day(String siteId) {
        return table.find(about(siteId), Key.clock(siteId), item -> LocalDate.parse(Items.text(item, DAY)));
    }

    /**
     * Sets the clock of a simulated site to a fixed day.
     *
     * @throws IllegalArgumentException if the site is not simulated
     */
    public void set(Site site, LocalDate day) {
        if (!site.presentation().simulated()) {
            throw new IllegalArgumentException(
                    "site %s is not simulated; the clock of a real site cannot be set".formatted(site.id()));
        }
        table.put(about(site.id()), Key.clock(site.id()), Map.of(DAY, Items.text(day.toString())));
    }

    private static String about(String siteId) {
        return "clock of site " + siteId;
    }
}
