package org.heatwatch.intake;

import java.util.List;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;

/** Where USGS keeps the products. What is read is derived from the product's id alone. */
public interface Archive {

    /** The files of a product, which need not be there: reading them tells. */
    ProductFiles open(ProductId product);

    /**
     * The products of an acquisition that are there now. Costs listings: for when a file is missing.
     *
     * @throws AccessDenied if the archive may not be listed
     * @throws SourceUnavailable if it does not answer
     */
    List<ProductId> list(Acquisition acquisition);
}
