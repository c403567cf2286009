package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;

/**
 * An event in a history that may be announced.
 *
 * @param subject id of the feature, or name of a heat source outside all features
 * @param date UTC date of the acquisition, or the day on which staleness follows from the calendar alone
 * @param acquisition that shows the event; empty if it follows from the calendar alone
 * @param place position of a heat source outside all features; otherwise empty
 */
public record NotableEvent(
        String subject, Topic topic, LocalDate date, Optional<Acquisition> acquisition, Optional<UtmPosition> place) {

    static NotableEvent of(String subject, Topic topic, LocalDate date, Optional<Acquisition> acquisition) {
        return new NotableEvent(subject, topic, date, acquisition, Optional.empty());
    }
}
