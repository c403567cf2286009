package org.heatwatch.intake;

import java.util.List;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;

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

    /**
     * The products of all acquisitions of a scene by a satellite in a year that are there now.
     *
     * @throws AccessDenied if the archive may not be listed
     * @throws SourceUnavailable if it does not answer
     */
    List<ProductId> list(Satellite satellite, WrsScene scene, int year);
}
