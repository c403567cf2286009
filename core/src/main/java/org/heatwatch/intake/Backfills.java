package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Remembers the latest back-fill of each site.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface Backfills {

    /** Kept before the first product is asked for. What an earlier one still waits for is given up, unless it is named. */
    void begin(String siteId, Backfill backfill);

    Optional<Backfill> latest(String siteId);

    /** For who does not back-fill step by step. */
    static Backfills none() {
        return new Backfills() {
            @Override
            public void begin(String siteId, Backfill backfill) {}

            @Override
            public Optional<Backfill> latest(String siteId) {
                return Optional.empty();
            }
        };
    }
}
