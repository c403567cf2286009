package org.heatwatch.site;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.Projection;

/**
 * Converts between longitude and latitude in degrees and easting and northing in metres of a WGS 84 / UTM zone. x is
 * the longitude or easting, y the latitude or northing. Thread-safe.
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
        // Built from parameters, because the EPSG database is a separate artifact that nothing else needs.
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
            throw new IllegalArgumentException("EPSG:" + epsg + " is not a WGS 84 / UTM zone");
        }
        return new UtmProjection(epsg);
    }

    static boolean isUtm(int epsg) {
        int zone = zone(epsg);
        return ((epsg > NORTH && epsg < NORTH + 100) || isSouthern(epsg)) && zone >= 1 && zone <= ZONES;
    }

    /** EPSG code of the zone, for example 32652. */
    public int epsg() {
        return epsg;
    }

    /** Longitude of the zone's central meridian, in degrees. */
    public double centralMeridian() {
        return zone(epsg) * 6 - 183;
    }

    /** Whether this is a southern zone, whose northings have an offset of 10,000 km. */
    public boolean isSouthern() {
        return isSouthern(epsg);
    }

    /** Whether the other zone is this one or adjacent to it, in either hemisphere. */
    public boolean isNear(int otherEpsg) {
        int apart = Math.abs(zone(epsg) - zone(otherEpsg));
        return isUtm(otherEpsg) && Math.min(apart, ZONES - apart) <= 1;
    }

    /** Easting and northing in metres of a longitude and latitude in degrees. */
    public Coordinate toUtm(double longitude, double latitude) {
        ProjCoordinate to = new ProjCoordinate();
        projection.project(new ProjCoordinate(longitude, latitude), to);
        return new Coordinate(to.x, to.y);
    }

    /** Longitude and latitude in degrees of an easting and northing in metres. */
    public Coordinate toLonLat(double easting, double northing) {
        ProjCoordinate to = new ProjCoordinate();
        projection.inverseProject(new ProjCoordinate(easting, northing), to);
        return new Coordinate(to.x, to.y);
    }

    /** A copy, in metres, of a geometry in degrees. */
    public Geometry toUtm(Geometry lonLat) {
        return transformed(lonLat, epsg, position -> position.setCoordinate(toUtm(position.x, position.y)));
    }

    /** A copy, in degrees, of a geometry in metres. */
    public Geometry toLonLat(Geometry utm) {
        return transformed(utm, WGS84, position -> position.setCoordinate(toLonLat(position.x, position.y)));
    }

    /**
     * Meridian convergence at a point: the angle from true north to grid north in degrees, clockwise. Negative west of
     * the central meridian in the northern hemisphere.
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

    /** Compares EPSG codes, so that a definition that is parsed twice gives equal sites. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UtmProjection zone && zone.epsg == epsg;
    }

    @Override
    public int hashCode() {
        return epsg;
    }
}
