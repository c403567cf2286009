package org.heatwatch.aws;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.site.Site;

/**
 * The day in UTC, but for simulated sites whose clock was set to a day of their story. The clock of a site that is not
 * simulated can't be set: it would be a silent failure of the watch.
 */
public final class DynamoSiteClock implements SiteClock {
    private static final String DAY = "day";

    private final LedgerTable table;
    private final SiteClock real;

    /** @param real for sites whose clock goes */
    public DynamoSiteClock(LedgerTable table, SiteClock real) {
        this.table = table;
        this.real = real;
    }

    @Override
    public LocalDate today(Site site) {
        Optional<LocalDate> set = site.presentation().simulated() ? day(site.id()) : Optional.empty();
        return set.orElseGet(() -> real.today(site));
    }

    private Optional<LocalDate> day(String siteId) {
        return table.find(about(siteId), Key.clock(siteId), item -> LocalDate.parse(Items.text(item, DAY)));
    }

    /**
     * Lets the clock of a simulated site stand at a day.
     *
     * @throws IllegalArgumentException if the site is not simulated
     */
    public void set(Site site, LocalDate day) {
        if (!site.presentation().simulated()) {
            throw new IllegalArgumentException("site %s is not simulated, its clock goes".formatted(site.id()));
        }
        table.put(about(site.id()), Key.clock(site.id()), Map.of(DAY, Items.text(day.toString())));
    }

    private static String about(String siteId) {
        return "clock of site " + siteId;
    }
}
