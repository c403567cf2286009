package org.heatwatch.publication;

import java.util.Collection;
import java.util.Map;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Stores the parts of published histories. Parts are immutable; putting one again has no effect.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not respond, and {@link AccessDenied} if it denies
 * access.
 */
public interface HistoryStore {

    /** Stores parts of a site's history. */
    void put(String siteId, Map<PartKey, byte[]> parts);

    /** Reads parts; the result lacks those that are not in the store. */
    Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys);
}
