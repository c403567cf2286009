package org.heatwatch.intake;

import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;

/** The archive in which USGS publishes products. Every location follows from the product id alone. */
public interface Archive {

    /** The files of a product. Their existence is not checked until they are read. */
    ProductFiles open(ProductId product);

    /**
     * Lists the available products of an acquisition. Needs list requests, so call it only when a file is missing.
     *
     * @throws AccessDenied if the archive may not be listed
     * @throws SourceUnavailable if it does not answer
     */
    List<ProductId> list(Acquisition acquisition);

    /**
     * Version of a product's files: changes if a file is added, removed or replaced. Needs a list request. Empty if the
     * product has no files, or the archive does not know.
     *
     * @throws AccessDenied if the archive may not be listed
     * @throws SourceUnavailable if it does not answer
     */
    default Optional<String> version(ProductId product) {
        return Optional.empty();
    }

    /**
     * Lists the available products of all acquisitions of a scene by a satellite in a year.
     *
     * @throws AccessDenied if the archive may not be listed
     * @throws SourceUnavailable if it does not answer
     */
    List<ProductId> list(Satellite satellite, WrsScene scene, int year);
}
