package org.heatwatch.ledger;

import java.util.Optional;
import org.heatwatch.landsat.ProductId;

/** The outcome of one product for one site. */
public record IntakeRecord(ProductId product, IntakeOutcome outcome) {

    /**
     * The outcome, given the recorded scene of the acquisition: a superseded product names the recorded product, and a
     * failure is superseded by a better product. So the outcome does not depend on the order of the products.
     *
     * @param recorded scene of this product's acquisition
     */
    public IntakeRecord inViewOf(Optional<SceneRecord> recorded) {
        return recorded.map(scene -> new IntakeRecord(product, inViewOf(scene))).orElse(this);
    }

    private IntakeOutcome inViewOf(SceneRecord scene) {
        if (scene.product().equals(product)) {
            return new IntakeOutcome.Recorded();
        }
        boolean beaten = scene.isResolved() && scene.product().rank().compareTo(product.rank()) > 0;
        return switch (outcome) {
            case IntakeOutcome.NotOurs notOurs -> notOurs;
            case IntakeOutcome.Unreadable unreadable when !beaten -> unreadable;
            case IntakeOutcome.Recorded _, IntakeOutcome.Superseded _, IntakeOutcome.Unreadable _ ->
                new IntakeOutcome.Superseded(scene.product());
        };
    }
}
