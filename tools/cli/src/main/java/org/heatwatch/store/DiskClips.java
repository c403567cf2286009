package org.heatwatch.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.ClipStore;

/** Clips in a folder. Its server only says that it failed; what it depends on is the disk. */
final class DiskClips implements ClipStore {
    private final ClipStore clips;
    private final Path folder;

    DiskClips(ClipStore clips, Path folder) {
        this.clips = clips;
        this.folder = folder;
    }

    @Override
    public void put(String key, byte[] bytes) {
        try {
            clips.put(key, bytes);
        } catch (SourceUnavailable e) {
            throw new StoreUnusable(
                    "%s: cannot be written (clip %s); check the disk, its free space and its permissions, and try again"
                            .formatted(folder, key),
                    e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        return clips.get(key);
    }

    @Override
    public Optional<URI> link(String key) {
        return clips.link(key);
    }
}
