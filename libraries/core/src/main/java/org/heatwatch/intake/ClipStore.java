package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Where encoded clips are kept. A clip never changes; putting it again changes nothing.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface ClipStore {

    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);
}
