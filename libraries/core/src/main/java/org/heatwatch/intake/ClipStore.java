package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Store of encoded clips. Clips are immutable, so repeating a put has no effect.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface ClipStore {

    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);
}
