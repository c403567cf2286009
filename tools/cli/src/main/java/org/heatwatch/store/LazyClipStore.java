package org.heatwatch.store;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.intake.ClipStore;
import org.jspecify.annotations.Nullable;

/** A store of clips that is opened at its first use, since most commands use no clip. */
final class LazyClipStore implements ClipStore {
    private final Supplier<ClipStore> open;
    private @Nullable ClipStore opened;

    LazyClipStore(Supplier<ClipStore> open) {
        this.open = open;
    }

    private synchronized ClipStore opened() {
        if (opened == null) {
            opened = open.get();
        }
        return opened;
    }

    @Override
    public void put(String key, byte[] bytes) {
        opened().put(key, bytes);
    }

    @Override
    public Optional<byte[]> get(String key) {
        return opened().get(key);
    }

    @Override
    public Optional<byte[]> start(String key, int length) {
        return opened().start(key, length);
    }

    /** None: a local server answers with the bytes, since the store that would be linked may be closed soon. */
    @Override
    public Optional<URI> link(String key) {
        return Optional.empty();
    }
}
