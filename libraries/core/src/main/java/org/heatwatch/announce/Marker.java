package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was said of one episode, or silently taken as known.
 *
 * @param subject id of the feature, or a name for a place
 * @param episode that it names, for good: as a rule the date it was first known by
 * @param date as last told or known, which a better product may move
 * @param told whether people were told; if not, it was too old to be news, or followed from an edit of the site
 * @param stands whether the history still says so
 * @param place of a topic that is of no feature
 * @param revision one more with each change, from 0
 */
public record Marker(
        String subject,
        Topic topic,
        LocalDate episode,
        LocalDate date,
        boolean told,
        boolean stands,
        Optional<Place> place,
        int revision) {

    /** Text that tells it from every other marker of its site. */
    public String key() {
        return subject + "#" + topic + "#" + episode;
    }

    static Marker first(Occurrence of, LocalDate episode, boolean told) {
        return new Marker(of.subject(), of.topic(), episode, of.date(), told, /* stands= */ true, of.place(), 0);
    }

    Marker standing(LocalDate on, Optional<Place> at) {
        return new Marker(subject, topic, episode, on, told, /* stands= */ true, at, revision + 1);
    }

    Marker withdrawn() {
        return new Marker(subject, topic, episode, date, told, /* stands= */ false, place, revision + 1);
    }
}
