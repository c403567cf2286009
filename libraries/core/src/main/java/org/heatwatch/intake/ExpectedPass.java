package org.heatwatch.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;

/**
 * A satellite over the middle of a scene, as the orbit has it; whether it took the image is another matter.
 *
 * @param at to a few minutes
 */
public record ExpectedPass(Satellite satellite, WrsScene scene, Instant at) {

    /** UTC date of the pass; may be the neighbouring one within some minutes of midnight. */
    public LocalDate date() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    public Acquisition acquisition() {
        return new Acquisition(satellite, scene, date());
    }
}
