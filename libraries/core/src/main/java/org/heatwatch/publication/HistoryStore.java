package org.heatwatch.publication;

import java.util.Collection;
import java.util.Map;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Where the parts of histories are kept. A part never changes; putting it again changes nothing.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface HistoryStore {

    void put(String siteId, Map<PartKey, byte[]> parts);

    /** Those of the parts that are there. */
    Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys);
}
