package org.heatwatch.intake;

import java.time.Instant;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Remembers when the archive last told of a product of a site. Silence is the only sign of a subscription that broke.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface NoticeTimes {

    /** Keeps the moment if it is the latest. */
    void heard(String siteId, Instant at);

    /** The latest moment that was kept. */
    Optional<Instant> lastHeard(String siteId);

    /** For who does not wait for notices. */
    static NoticeTimes none() {
        return new NoticeTimes() {
            @Override
            public void heard(String siteId, Instant at) {}

            @Override
            public Optional<Instant> lastHeard(String siteId) {
                return Optional.empty();
            }
        };
    }
}
