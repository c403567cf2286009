package org.heatwatch.aws;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heatwatch.run.ScoringDate;
import org.heatwatch.run.ScoringDates;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The days on which sites are due for scoring, stored in the ledger's table. */
public final class DynamoScoringDates implements ScoringDates {
    private static final String DAY = "day";
    private static final String CODE = "code";
    private static final String REVISION = "revision";

    private final LedgerTable table;

    /** Uses the given table. */
    public DynamoScoringDates(LedgerTable table) {
        this.table = table;
    }

    /** The attributes of the date of a site of which a scene or definition came. */
    static Map<String, AttributeValue> now() {
        return attributes(LocalDate.EPOCH, "");
    }

    private static Map<String, AttributeValue> attributes(LocalDate day, String code) {
        return Map.of(
                DAY,
                Items.text(day.toString()),
                CODE,
                Items.text(code),
                REVISION,
                Items.text(UUID.randomUUID().toString()));
    }

    @Override
    public Optional<ScoringDate> find(String siteId) {
        return table.find(
                about(siteId),
                Key.due(siteId),
                item -> new ScoringDate(
                        LocalDate.parse(Items.text(item, DAY)), Items.text(item, CODE), Items.text(item, REVISION)));
    }

    @Override
    public void set(String siteId, Optional<ScoringDate> seen, LocalDate day, String code) {
        Condition isUnchanged = seen.map(date -> Condition.is(REVISION, Items.text(date.revision())))
                .orElse(Condition.ABSENT);
        // If the condition fails, a scene or definition came, and the site stays due.
        boolean _ = table.put(about(siteId), Key.due(siteId), attributes(day, code), isUnchanged);
    }

    private static String about(String siteId) {
        return "scoring date of site " + siteId;
    }
}
