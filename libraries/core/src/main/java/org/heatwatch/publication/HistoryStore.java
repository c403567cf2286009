package org.heatwatch.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Stores the parts of published histories. Parts are immutable; putting one again has no effect.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not respond, and {@link AccessDenied} if it denies
 * access.
 */
public interface HistoryStore {

    /**
     * Stores parts of a site's history. A part that is {@linkplain #removeUnnamed about to be removed} is kept again.
     */
    void put(String siteId, Map<PartKey, byte[]> parts);

    /** Reads parts; the result lacks those that are not in the store. */
    Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys);

    /**
     * Removes the parts that the site's manifest does not name, once they have not been named for a grace period, in
     * which readers of earlier manifests may still read them and runs that are under way may name them.
     *
     * @param named reads the keys that the current manifest names; called after the parts were listed, and
     *     again after parts were marked
     * @param grace time that must pass between two calls until a part is removed
     * @return number of removed parts
     */
    default int removeUnnamed(
            String siteId, Supplier<? extends Collection<PartKey>> named, Instant now, Duration grace) {
        return 0;
    }
}
