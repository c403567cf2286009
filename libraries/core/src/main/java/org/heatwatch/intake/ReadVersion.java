package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.landsat.ProductId;

/**
 * Version of everything that decides whether a product can be read for a site: its files, the bounds of the site, and
 * the checks of this program. An unreadable product is read again only if it changes.
 */
public final class ReadVersion {
    /** Incremented if products that were refused can be read. */
    private static final int CHECKS = 1;

    private ReadVersion() {}

    /**
     * The current version; empty if the archive does not know the version of the files.
     *
     * @throws org.heatwatch.errors.HeatWatchException if the archive does not answer or refuses
     */
    public static Optional<String> of(ProductId product, WatchedSite watched, Archive archive) {
        return archive.version(product).map(files -> "%s-%d-%d".formatted(files, watched.boundsVersion(), CHECKS));
    }
}
