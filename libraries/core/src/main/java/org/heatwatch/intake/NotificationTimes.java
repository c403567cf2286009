package org.heatwatch.intake;

import java.time.Instant;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/**
 * Records when the archive last sent a notification for each site. A long gap is the only sign of a broken
 * subscription.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface NotificationTimes {

    /** Stores the time of a notification unless a later one is stored. */
    void record(String siteId, Instant at);

    /** Time of the latest notification; empty if there was none. */
    Optional<Instant> lastNotification(String siteId);

    /** No-op implementation, for callers that do not expect notifications. */
    static NotificationTimes none() {
        return new NotificationTimes() {
            @Override
            public void record(String siteId, Instant at) {}

            @Override
            public Optional<Instant> lastNotification(String siteId) {
                return Optional.empty();
            }
        };
    }
}
