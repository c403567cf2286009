package org.heatwatch.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.heatwatch.landsat.Acquisition;

/**
 * What one pass contributes to one facility.
 *
 * @param time of the acquisition, on its date: passes of one day are ordered by it
 */
public record Evidence(Acquisition acquisition, Instant time, Look look) {

    public Evidence {
        if (!LocalDate.ofInstant(time, ZoneOffset.UTC).equals(acquisition.date())) {
            throw new IllegalArgumentException("%s was not acquired at %s".formatted(acquisition, time));
        }
    }

    /** UTC date of the pass. */
    public LocalDate date() {
        return acquisition.date();
    }
}
