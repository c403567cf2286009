package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;

/**
 * Something that a history says, and that people may have to be told.
 *
 * @param subject id of the feature, or a name for a place
 * @param date UTC date of the acquisition, or the day by which it follows from the date alone
 * @param acquisition that it rests on; empty where it follows from the date alone
 * @param place of a topic that is of no feature
 */
public record Occurrence(
        String subject, Topic topic, LocalDate date, Optional<Acquisition> acquisition, Optional<Place> place) {

    static Occurrence of(String subject, Topic topic, LocalDate date, Optional<Acquisition> acquisition) {
        return new Occurrence(subject, topic, date, acquisition, Optional.empty());
    }
}
