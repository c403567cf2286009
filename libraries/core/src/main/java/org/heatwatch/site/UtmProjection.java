package org.heatwatch.site;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.Projection;

/**
 * A WGS 84 / UTM zone: longitude and latitude in degrees to easting and northing in metres, and back. Coordinates are
 * x = longitude or easting, y = latitude or northing. Safe to share between threads.
 */
public final class UtmProjection {

    /** SRID of geometries in longitude and latitude. */
    static final int WGS84 = 4326;

    private static final int NORTH = 32600;
    private static final int SOUTH = 32700;
    private static final int ZONES = 60;
    private static final double CONVERGENCE_STEP_DEGREES = 1e-4;

    private final int epsg;
    private final Projection projection;

    private UtmProjection(int epsg) {
        this.epsg = epsg;
        // Built from parameters: the projection database is a separate artifact that one zone does not need.
        String parameters = "+proj=utm +zone=" + zone(epsg) + (isSouthern(epsg) ? " +south" : "")
                + " +datum=WGS84 +units=m +no_defs";
        this.projection = new CRSFactory()
                .createFromParameters("EPSG:" + epsg, parameters)
                .getProjection();
    }

    /**
     * The zone of an EPSG code.
     *
     * @param epsg 32601 to 32660 (north) or 32701 to 32760 (south)
     * @throws IllegalArgumentException for any other code
     */
    public static UtmProjection ofEpsg(int epsg) {
        if (!isUtm(epsg)) {
            throw new IllegalArgumentException("EPSG:" + epsg + " is no WGS 84 / UTM zone");
        }
        return new UtmProjection(epsg);
    }

    static boolean isUtm(int epsg) {
        int zone = zone(epsg);
        return ((epsg > NORTH && epsg < NORTH + 100) || isSouthern(epsg)) && zone >= 1 && zone <= ZONES;
    }

    public int epsg() {
        return epsg;
    }

    /** Longitude of the zone's middle, degrees. */
    public double centralMeridian() {
        return zone(epsg) * 6 - 183;
    }

    /** Whether northings are counted from 10,000 km south of the equator. */
    public boolean isSouthern() {
        return isSouthern(epsg);
    }

    public Coordinate toUtm(double longitude, double latitude) {
        ProjCoordinate to = new ProjCoordinate();
        projection.project(new ProjCoordinate(longitude, latitude), to);
        return new Coordinate(to.x, to.y);
    }

    public Coordinate toLonLat(double easting, double northing) {
        ProjCoordinate to = new ProjCoordinate();
        projection.inverseProject(new ProjCoordinate(easting, northing), to);
        return new Coordinate(to.x, to.y);
    }

    /** A copy in UTM metres of a geometry in longitude and latitude. */
    public Geometry toUtm(Geometry lonLat) {
        return transformed(lonLat, epsg, position -> position.setCoordinate(toUtm(position.x, position.y)));
    }

    /** A copy in longitude and latitude of a geometry in UTM metres. */
    public Geometry toLonLat(Geometry utm) {
        return transformed(utm, WGS84, position -> position.setCoordinate(toLonLat(position.x, position.y)));
    }

    /**
     * Degrees from true north to grid north, clockwise, at a point: negative west of the central meridian in the northern
     * hemisphere.
     */
    public double convergenceDegrees(double longitude, double latitude) {
        Coordinate south = toUtm(longitude, latitude - CONVERGENCE_STEP_DEGREES);
        Coordinate north = toUtm(longitude, latitude + CONVERGENCE_STEP_DEGREES);
        return -Math.toDegrees(Math.atan2(north.x - south.x, north.y - south.y));
    }

    private static Geometry transformed(Geometry geometry, int srid, CoordinateFilter filter) {
        Geometry copy = geometry.copy();
        copy.apply(filter);
        copy.geometryChanged();
        copy.setSRID(srid);
        return copy;
    }

    private static boolean isSouthern(int epsg) {
        return epsg > SOUTH && epsg < SOUTH + 100;
    }

    private static int zone(int epsg) {
        return epsg % 100;
    }

    @Override
    public String toString() {
        return "EPSG:" + epsg;
    }

    /** Zones are equal whose codes are: two readings of one definition must be. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UtmProjection zone && zone.epsg == epsg;
    }

    @Override
    public int hashCode() {
        return epsg;
    }
}
