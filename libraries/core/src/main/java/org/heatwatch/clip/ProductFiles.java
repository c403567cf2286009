package org.heatwatch.clip;

import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;

/** The files of one product, wherever they lie: a folder, a bucket. */
public interface ProductFiles {

    /** What to call the product in messages: its id. */
    String name();

    /**
     * A small text file.
     *
     * @param suffix what follows the product's id and an underscore, such as {@code MTL.json}
     * @return empty if there is no such file
     * @throws AccessDenied if it may not be read
     * @throws SourceUnavailable if the store does not answer
     */
    Optional<String> text(String suffix);

    /**
     * A raster file.
     *
     * @param suffix such as {@code B10.TIF}
     * @throws ProductMissing if there is no such file
     * @throws ProductUnreadable if it is no raster that can be read
     * @throws AccessDenied if it may not be read
     * @throws SourceUnavailable if the store does not answer
     */
    BandRaster band(String suffix);
}
