package org.heatwatch.aws;

import java.util.Map;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Outcomes of products as items. */
final class IntakeItems {
    static final String OUTCOME = "outcome";
    static final String RECORDED = "RECORDED";
    static final String SUPERSEDED = "SUPERSEDED";
    private static final String NOT_OURS = "NOT_OURS";
    private static final String UNREADABLE = "UNREADABLE";
    private static final String PRODUCT = "product";
    private static final String BY = "by";
    private static final String REASON = "reason";

    private IntakeItems() {}

    static Map<String, AttributeValue> write(IntakeRecord intake) {
        AttributeValue product = Items.text(intake.product().id());
        return switch (intake.outcome()) {
            case IntakeOutcome.Superseded superseded ->
                Map.of(
                        PRODUCT,
                        product,
                        OUTCOME,
                        Items.text(SUPERSEDED),
                        BY,
                        Items.text(superseded.by().id()));
            case IntakeOutcome.NotOurs notOurs ->
                Map.of(PRODUCT, product, OUTCOME, Items.text(NOT_OURS), REASON, Items.text(notOurs.reason()));
            case IntakeOutcome.Unreadable unreadable ->
                Map.of(PRODUCT, product, OUTCOME, Items.text(UNREADABLE), REASON, Items.text(unreadable.reason()));
            case IntakeOutcome.Recorded _ -> Map.of(PRODUCT, product, OUTCOME, Items.text(RECORDED));
        };
    }

    static IntakeRecord read(Map<String, AttributeValue> item) {
        String outcome = Items.text(item, OUTCOME);
        return new IntakeRecord(
                ProductId.parse(Items.text(item, PRODUCT)),
                switch (outcome) {
                    case RECORDED -> new IntakeOutcome.Recorded();
                    case SUPERSEDED -> new IntakeOutcome.Superseded(ProductId.parse(Items.text(item, BY)));
                    case NOT_OURS -> new IntakeOutcome.NotOurs(Items.text(item, REASON));
                    case UNREADABLE -> new IntakeOutcome.Unreadable(Items.text(item, REASON));
                    default -> throw new IllegalStateException("no outcome: " + outcome);
                });
    }
}
