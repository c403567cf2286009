package org.heatwatch.ledger;

import java.util.Optional;
import org.heatwatch.landsat.ProductId;

/** The outcome of one product for one site. */
public record IntakeRecord(ProductId product, IntakeOutcome outcome) {

    /**
     * The outcome in view of what is recorded of the acquisition: a product that lost names the one that holds the place
     * now, whichever it lost to first, and one that failed does not count where a better one is recorded. So the outcome
     * does not depend on the order in which products came.
     *
     * @param holder the scene of this product's acquisition
     */
    public IntakeRecord inViewOf(Optional<SceneRecord> holder) {
        return holder.map(scene -> new IntakeRecord(product, inViewOf(scene))).orElse(this);
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
