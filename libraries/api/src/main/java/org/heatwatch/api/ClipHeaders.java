package org.heatwatch.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.pictures.GeoTiffHeader;

/** Headers of clips, which never change. Thread-safe. */
final class ClipHeaders {
    private static final int MAX_HEADERS = 20_000;
    /** The directory of a clip and the values of its tags are in its first two kilobytes. */
    private static final int START_BYTES = 8192;

    private final ClipStore clips;
    private final Cache<String, Optional<GeoTiffHeader>> headers =
            Caffeine.newBuilder().maximumSize(MAX_HEADERS).build();

    ClipHeaders(ClipStore clips) {
        this.clips = clips;
    }

    /** Headers of nothing, for files beside which no server answers. */
    static ClipHeaders none() {
        return new ClipHeaders(ClipStore.none());
    }

    /** The header of a clip; empty if there is no such clip, or if the store does not answer. */
    Optional<GeoTiffHeader> of(String key) {
        try {
            return Objects.requireNonNull(
                    headers.get(key, _ -> clips.start(key, START_BYTES).flatMap(GeoTiffHeader::read)));
        } catch (SourceUnavailable | AccessDenied e) {
            // The features are complete without it, and the clip itself says why it cannot be read.
            return Optional.empty();
        }
    }
}
