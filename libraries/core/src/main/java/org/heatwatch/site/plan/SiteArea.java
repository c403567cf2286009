package org.heatwatch.site.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.heatwatch.errors.BadOutlines;
import org.heatwatch.landsat.CoveringScenes;
import org.heatwatch.landsat.SceneCoverage;
import org.heatwatch.landsat.SceneFootprint;
import org.heatwatch.site.Bounds;
import org.heatwatch.site.RingOrientation;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The area of a new site, what Landsat shows of it, and the zone of its coordinates.
 *
 * @param outline of the area whose buildings are judged, in degrees
 * @param bounds outline and the ground around it, from which the background model is learned
 * @param scenes every path and row that shows the whole bounds at least in some overpasses
 * @param utm zone of the products of the day scene that contains the bounds best
 */
record SiteArea(Geometry outline, Bounds bounds, List<SceneCoverage> scenes, UtmProjection utm) {
    /** Ground around the outline. */
    static final double SURROUNDINGS_METRES = 1_500;

    static final double LARGEST_SIDE_METRES = 50_000;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double SMALLEST_RADIUS_METRES = 100;
    private static final int CIRCLE_SEGMENTS = 8;
    private static final int NORTHERN_ZONES = 32_600;
    /** Rounds to about 1 m. */
    private static final double GRAIN = 1e5;

    static SiteArea of(SiteRequest request) {
        Geometry outline = request.outline().map(RingOrientation::turned).orElseGet(() -> circle(request));
        Bounds bounds = bounds(request.name(), outline);
        List<SceneCoverage> scenes = CoveringScenes.of(bounds.west(), bounds.south(), bounds.east(), bounds.north());
        if (scenes.stream().noneMatch(SceneCoverage::byDay)) {
            throw new BadOutlines(
                    request.name(),
                    "no WRS-2 path and row contains the whole bounds " + text(bounds),
                    "choose a smaller radius or outline");
        }
        return new SiteArea(outline, bounds, scenes, zone(scenes));
    }

    private static Geometry circle(SiteRequest request) {
        requirePosition(request.name(), request.longitude(), request.latitude());
        double radius = request.radiusMetres();
        double largest = LARGEST_SIDE_METRES / 2 - SURROUNDINGS_METRES;
        if (!(radius >= SMALLEST_RADIUS_METRES && radius <= largest)) {
            throw new BadOutlines(
                    request.name(),
                    String.format(
                            Locale.ROOT,
                            "the radius of %.2f km is outside 0.1 to %.1f km",
                            radius / 1000,
                            largest / 1000),
                    "give the radius of the works in kilometres");
        }
        requireOneSideOf180(request.name(), request.longitude(), request.latitude(), radius + SURROUNDINGS_METRES);
        UtmProjection zone = UtmProjection.ofEpsg(NORTHERN_ZONES + zoneNumber(request.longitude()));
        Coordinate centre = zone.toUtm(request.longitude(), request.latitude());
        return RingOrientation.turned(
                zone.toLonLat(new GeometryFactory().createPoint(centre).buffer(radius, CIRCLE_SEGMENTS)));
    }

    private static void requirePosition(String name, double longitude, double latitude) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new BadOutlines(
                    name,
                    "there is no position " + latitude + "," + longitude,
                    "give the latitude first, -90 to 90, then the longitude, -180 to 180");
        }
        if (Math.abs(latitude) > CoveringScenes.FARTHEST_LATITUDE) {
            throw new BadOutlines(
                    name,
                    String.format(
                            Locale.ROOT,
                            "Landsat shows nothing beyond %.1f degrees of latitude, and the site is at %.2f",
                            CoveringScenes.FARTHEST_LATITUDE,
                            latitude),
                    "check the latitude");
        }
    }

    private static void requireOneSideOf180(String name, double longitude, double latitude, double reach) {
        double degrees = reach / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
        if (Math.abs(longitude) + degrees > 180) {
            throw new BadOutlines(
                    name,
                    String.format(
                            Locale.ROOT,
                            "its bounds, %.1f km around the centre, cross the 180th meridian",
                            reach / 1000),
                    "choose a smaller radius, or one site on each side");
        }
    }

    private static Bounds bounds(String name, Geometry outline) {
        Envelope inner = outline.getEnvelopeInternal();
        requirePosition(name, inner.centre().x, inner.centre().y);
        double latitude = Math.max(Math.abs(inner.getMinY()), Math.abs(inner.getMaxY()));
        double up = SURROUNDINGS_METRES / METRES_PER_DEGREE;
        double aside = up / Math.cos(Math.toRadians(Math.min(latitude, CoveringScenes.FARTHEST_LATITUDE)));
        double height = (inner.getHeight() + 2 * up) * METRES_PER_DEGREE;
        double width = (inner.getWidth() + 2 * aside) * METRES_PER_DEGREE * Math.cos(Math.toRadians(inner.centre().y));
        if (Math.max(width, height) > LARGEST_SIDE_METRES) {
            throw new BadOutlines(
                    name,
                    String.format(
                            Locale.ROOT,
                            "the outline with %.1f km around it is %.0f km large, more than 50 km",
                            SURROUNDINGS_METRES / 1000,
                            Math.max(width, height) / 1000),
                    "give an outline of one works, or several sites");
        }
        double west = Math.floor((inner.getMinX() - aside) * GRAIN) / GRAIN;
        double east = Math.ceil((inner.getMaxX() + aside) * GRAIN) / GRAIN;
        if (west < -180 || east > 180) {
            requireOneSideOf180(name, inner.centre().x, inner.centre().y, width / 2);
        }
        return new Bounds(
                Math.max(-180, west),
                Math.floor((inner.getMinY() - up) * GRAIN) / GRAIN,
                Math.min(180, east),
                Math.ceil((inner.getMaxY() + up) * GRAIN) / GRAIN);
    }

    /** The zone of a scene's products is that of its centre, so that an adjacent zone is read as rarely as possible. */
    private static UtmProjection zone(List<SceneCoverage> scenes) {
        SceneCoverage best = scenes.stream()
                .filter(SceneCoverage::byDay)
                .max(Comparator.comparingDouble(SceneCoverage::marginMetres))
                .orElseThrow();
        double longitude = SceneFootprint.of(best.scene()).longitude();
        return UtmProjection.ofEpsg(NORTHERN_ZONES + zoneNumber(longitude));
    }

    private static int zoneNumber(double longitude) {
        return Math.floorMod((int) Math.floor((longitude + 180) / 6), 60) + 1;
    }

    private static String text(Bounds bounds) {
        return String.format(
                Locale.ROOT, "[%s, %s, %s, %s]", bounds.west(), bounds.south(), bounds.east(), bounds.north());
    }
}
