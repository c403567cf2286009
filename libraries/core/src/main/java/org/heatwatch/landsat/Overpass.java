package org.heatwatch.landsat;

import java.time.LocalDate;

/**
 * One flight of a satellite along a path: all that it acquires over a site at one time. A site in the overlap of two
 * rows of the path is in two products of one overpass, which are acquired 24 s apart and show the same ground through
 * the same detectors. They are one observation, not two.
 *
 * <p>A satellite flies each path once in 16 days, so satellite, path and date identify the orbit. Day and night passes
 * over a site are on different paths. The southward and the northward part of an orbit are distinguished nevertheless,
 * because their rows never overlap outside the polar regions.
 *
 * @param path of the Worldwide Reference System 2, 1 to 233
 * @param ascending whether it is on the northward part of the orbit, mostly at night
 * @param date UTC date of the equator crossing of this part of the orbit, which adjacent rows share even if midnight
 *     lies between them; it differs from that of the acquisitions only within half an hour of midnight
 */
public record Overpass(Satellite satellite, int path, boolean ascending, LocalDate date) {

    /** The overpass during which a scene was acquired. */
    public static Overpass of(Acquisition acquisition) {
        return new Overpass(
                acquisition.satellite(),
                acquisition.scene().path(),
                acquisition.scene().isAscending(),
                OrbitCalendar.equatorDate(acquisition));
    }
}
