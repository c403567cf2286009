package org.heatwatch.ledger;

import java.util.Optional;
import org.heatwatch.landsat.ProductId;

/**
 * The outcome of one product for one site.
 *
 * @param readVersion version of what was read, if the product is unreadable: it is read again only if this changes;
 *     empty for other outcomes, and where the version is unknown
 */
public record IntakeRecord(ProductId product, IntakeOutcome outcome, Optional<String> readVersion) {

    /** An outcome without a version of what was read. */
    public IntakeRecord(ProductId product, IntakeOutcome outcome) {
        this(product, outcome, Optional.empty());
    }

    /** Whether the product was unreadable in this version of its files. An unknown version is never the same. */
    public boolean isUnreadableIn(Optional<String> version) {
        return outcome instanceof IntakeOutcome.Unreadable && version.isPresent() && version.equals(readVersion);
    }

    /**
     * The outcome, given the recorded scene of the acquisition: a superseded product names the recorded product, and a
     * failure is superseded by a better product. So the outcome does not depend on the order of the products.
     *
     * @param recorded scene of this product's acquisition
     */
    public IntakeRecord inViewOf(Optional<SceneRecord> recorded) {
        return recorded.map(this::inViewOf)
                .filter(now -> !now.equals(outcome))
                .map(now -> new IntakeRecord(product, now))
                .orElse(this);
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
