package org.heatwatch.landsat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Predicted pass of a satellite over the centre of a scene. Does not imply that an image was acquired.
 *
 * @param at predicted time, accurate to a few minutes
 */
public record ExpectedPass(Satellite satellite, WrsScene scene, Instant at) {

    /** UTC date of the pass; may be off by one day within a few minutes of midnight. */
    public LocalDate date() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The acquisition of the scene, if there is one. */
    public Acquisition acquisition() {
        return new Acquisition(satellite, scene, date());
    }

    /** The overpass, which the passes over adjacent rows share. */
    public Overpass overpass() {
        return acquisition().overpass();
    }
}
