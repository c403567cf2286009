package org.heatwatch.site.plan;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * What a person states of a new site.
 *
 * @param name for people
 * @param id lower-case words joined by hyphens; by default derived from the name
 * @param longitude of the centre in degrees, -180 to 180
 * @param latitude of the centre in degrees, -90 to 90
 * @param radiusMetres of the area whose buildings are judged; not used if there is an outline
 * @param outline of that area in degrees
 * @param outlineSource where the outline comes from, such as the name of a file
 * @param reference periods from which baselines are learned; empty for the first two years of scenes
 */
public record SiteRequest(
        String name,
        Optional<String> id,
        double longitude,
        double latitude,
        double radiusMetres,
        Optional<Geometry> outline,
        String outlineSource,
        List<PlannedPeriod> reference) {

    /** Radius in metres if none is given: that of a large works. */
    public static final double USUAL_RADIUS_METRES = 2_000;

    public SiteRequest {
        reference = List.copyOf(reference);
    }

    /** A site that is a circle. */
    public static SiteRequest circle(String name, double longitude, double latitude, double radiusMetres) {
        return new SiteRequest(
                name, Optional.empty(), longitude, latitude, radiusMetres, Optional.empty(), "", List.of());
    }
}
