package org.heatwatch.ledger;

import java.util.Optional;
import org.heatwatch.landsat.ProductId;

/** What the ledger made of a scene that was handed to it. */
public sealed interface Verdict {

    /**
     * It holds the place of its acquisition now.
     *
     * @param replaced the product that held it before, which may be the same in an older reading
     */
    record Written(Optional<ProductId> replaced) implements Verdict {}

    /** The same product was read before, just as well or better; nothing was changed. */
    record AlreadyThere() implements Verdict {}

    /** Another product holds the place, and keeps it; the newcomer is noted as superseded. */
    record Superseded(ProductId by) implements Verdict {}
}
