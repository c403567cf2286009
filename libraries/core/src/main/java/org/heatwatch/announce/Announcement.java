package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One event or correction to announce.
 *
 * @param record keeps the event from being announced twice
 * @param event as in the history; empty if it was withdrawn
 * @param before the date that was announced before, if it changed or was withdrawn; the first day of a digest
 */
public record Announcement(
        Kind kind, Change change, AnnouncementRecord record, Optional<NotableEvent> event, Optional<LocalDate> before) {

    /** Relation of an announcement to the earlier ones about the same event. */
    public enum Change {
        /** The first announcement. */
        NEW,
        /** The event happened on another date than announced. */
        MOVED,
        /** The event did not happen. */
        WITHDRAWN,
        /** The event was withdrawn, but did happen. */
        REINSTATED
    }
}
