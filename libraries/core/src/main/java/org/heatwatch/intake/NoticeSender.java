package org.heatwatch.intake;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;

/** Tells of a product once more, as the archive would. */
@FunctionalInterface
public interface NoticeSender {

    /**
     * Leaves a notice for who takes products in.
     *
     * @throws SourceUnavailable if it could not be left
     * @throws AccessDenied if it may not be left
     */
    void send(ProductId product);
}
