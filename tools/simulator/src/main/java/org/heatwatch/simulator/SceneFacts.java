package org.heatwatch.simulator;

import java.time.LocalTime;

/**
 * Metadata of a scene that do not follow from its name.
 *
 * @param centreTime time of the scene centre, UTC
 * @param sunElevation in degrees, negative at night
 * @param sunAzimuth in degrees
 * @param cloudCover cloud cover in percent
 */
public record SceneFacts(LocalTime centreTime, double sunElevation, double sunAzimuth, double cloudCover) {
    /** Metadata of a day pass over Korea, 02:11 UTC. */
    public static SceneFacts day() {
        return new SceneFacts(LocalTime.of(2, 11, 7, 123_456_700), 55.5, 141.2, 10);
    }

    /** Metadata of a night pass over Korea, 13:35 UTC. */
    public static SceneFacts night() {
        return new SceneFacts(LocalTime.of(13, 35, 21, 765_432_100), -27.3, 321.4, 10);
    }
}
