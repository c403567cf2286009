package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides which events are recent enough to be announced.
 *
 * @param asOf day of the history
 * @param beforeEdit the latest run before an edit of the site, if it was edited since
 */
record AnnouncementAge(LocalDate asOf, Optional<ScoringRun> beforeEdit) {
    /** Whether a new event is announced. */
    boolean isAnnounced(Topic topic, LocalDate date) {
        return !date.plusDays(AnnouncementPlanner.ANNOUNCEMENT_DAYS).isBefore(asOf) && !followsFromEdit(topic, date);
    }

    /** Staleness follows from the day of the run; every other event follows from an acquisition. */
    boolean followsFromEdit(Topic topic, LocalDate date) {
        return beforeEdit
                .map(run -> topic == Topic.STALE ? run.asOf() : run.through())
                .filter(known -> !date.isAfter(known))
                .isPresent();
    }
}
