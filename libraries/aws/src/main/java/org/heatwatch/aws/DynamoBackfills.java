package org.heatwatch.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.publication.PackedJson;

/** The latest back-fill of each site, stored in the ledger's table. */
public final class DynamoBackfills implements Backfills {
    private static final String BEGUN_AT = "begunAt";
    private static final String PRODUCTS = "products";

    private final LedgerTable table;

    /** Uses the given table. */
    public DynamoBackfills(LedgerTable table) {
        this.table = table;
    }

    @Override
    public void keep(String siteId, Backfill backfill) {
        table.put(
                about(siteId),
                Key.backfill(siteId),
                Map.of(
                        BEGUN_AT,
                        Items.text(backfill.begunAt().toString()),
                        PRODUCTS,
                        Items.bytes(PackedJson.pack(new TreeSet<>(backfill.products())))));
    }

    @Override
    public Optional<Backfill> latest(String siteId) {
        return table.find(
                about(siteId),
                Key.backfill(siteId),
                item -> new Backfill(
                        Set.of(PackedJson.unpack(Items.bytes(item, PRODUCTS), String[].class)),
                        Instant.parse(Items.text(item, BEGUN_AT))));
    }

    private static String about(String siteId) {
        return "back-fill of site " + siteId;
    }
}
