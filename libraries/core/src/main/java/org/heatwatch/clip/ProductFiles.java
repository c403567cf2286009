package org.heatwatch.clip;

import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;

/** The files of one product, in a folder or a bucket. */
public interface ProductFiles {

    /** Name of the product in messages: its id. */
    String name();

    /**
     * Reads a text file.
     *
     * @param suffix of the file name after the product id and an underscore, such as {@code MTL.json}
     * @return empty if there is no such file
     * @throws AccessDenied if reading is not permitted
     * @throws SourceUnavailable if the store does not answer
     */
    Optional<String> text(String suffix);

    /**
     * Opens a raster file.
     *
     * @param suffix such as {@code B10.TIF}
     * @throws ProductMissing if there is no such file
     * @throws ProductUnreadable if it is not a readable raster
     * @throws AccessDenied if reading is not permitted
     * @throws SourceUnavailable if the store does not answer
     */
    BandRaster band(String suffix);
}
