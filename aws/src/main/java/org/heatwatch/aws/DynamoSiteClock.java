package org.heatwatch.aws;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.site.Site;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The day in UTC, but for simulated sites whose clock was set to a day of their story. The clock of a site that is not
 * simulated can't be set: it would be a silent failure of the watch.
 */
public final class DynamoSiteClock implements SiteClock {
    private static final String DAY = "day";

    private final DynamoDbClient client;
    private final LedgerTable table;
    private final SiteClock real;

    /**
     * The client stays the caller's.
     *
     * @param real for sites whose clock goes
     */
    public DynamoSiteClock(DynamoDbClient client, String tableName, SiteClock real) {
        this.client = client;
        this.table = new LedgerTable(client, tableName);
        this.real = real;
    }

    @Override
    public LocalDate today(Site site) {
        Optional<LocalDate> set = site.presentation().simulated() ? day(site.id()) : Optional.empty();
        return set.orElseGet(() -> real.today(site));
    }

    private Optional<LocalDate> day(String siteId) {
        return DynamoRetries.call(
                "clock of site " + siteId,
                () -> table.find(LedgerTable.site(siteId), LedgerTable.CLOCK)
                        .map(item -> LocalDate.parse(Items.text(item, DAY))));
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
        boolean _ = DynamoRetries.call("clock of site " + site.id(), () -> {
            client.putItem(request -> request.tableName(table.name())
                    .item(table.item(
                            LedgerTable.site(site.id()), LedgerTable.CLOCK, Map.of(DAY, Items.text(day.toString())))));
            return true;
        });
    }
}
