package org.heatwatch.intake;

import java.net.URI;
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

    /**
     * The first bytes of a clip, where its header is; all bytes if the clip is shorter.
     *
     * @param length number of bytes, which a store may exceed
     */
    default Optional<byte[]> start(String key, int length) {
        return get(key);
    }

    /** An address at which a clip can be read for some minutes without credentials; empty if the store has none. */
    default Optional<URI> link(String key) {
        return Optional.empty();
    }

    /** Keeps nothing, for callers that need the samples only. */
    static ClipStore none() {
        return new ClipStore() {
            @Override
            public void put(String key, byte[] bytes) {}

            @Override
            public Optional<byte[]> get(String key) {
                return Optional.empty();
            }
        };
    }
}
