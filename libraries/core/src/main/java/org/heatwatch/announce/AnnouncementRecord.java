package org.heatwatch.announce;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Record of one event that was announced, or taken as known without an announcement.
 *
 * @param subject id of the feature, or name of a heat source outside all features
 * @param episode permanent name of the event: the date on which it was first recorded, or the next free one
 * @param date last known date of the event, which a better product may change
 * @param announced whether the event was announced; false if it was too old, or followed from an edit of the site
 * @param valid whether the history still contains the event
 * @param place position of a heat source outside all features; otherwise empty
 * @param revision number of changes so far, from 0
 */
public record AnnouncementRecord(
        String subject,
        Topic topic,
        LocalDate episode,
        LocalDate date,
        @JsonProperty("told") boolean announced,
        @JsonProperty("stands") boolean valid,
        Optional<UtmPosition> place,
        int revision) {

    /** The key of this record, unique within its site. */
    public String key() {
        return subject + "#" + topic + "#" + episode;
    }

    static AnnouncementRecord first(NotableEvent event, LocalDate episode, boolean isAnnounced) {
        return new AnnouncementRecord(
                event.subject(),
                event.topic(),
                episode,
                event.date(),
                isAnnounced,
                /* valid= */ true,
                event.place(),
                0);
    }

    AnnouncementRecord reinstated(LocalDate newDate, Optional<UtmPosition> newPlace) {
        return new AnnouncementRecord(
                subject, topic, episode, newDate, announced, /* valid= */ true, newPlace, revision + 1);
    }

    /** The record after the event was withdrawn. */
    public AnnouncementRecord withdrawn() {
        return new AnnouncementRecord(
                subject, topic, episode, date, announced, /* valid= */ false, place, revision + 1);
    }
}
