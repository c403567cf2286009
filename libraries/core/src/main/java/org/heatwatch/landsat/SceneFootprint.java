package org.heatwatch.landsat;

import org.heatwatch.landsat.Ellipsoid.Vector;

/**
 * Area on the ground that the thermal images of a WRS-2 path and row show: a rectangle along the ground track.
 *
 * <p>Its nominal size is 196 km along and 186 km across the track. The thermal pixels of a real product of 008/059 have
 * that size. The centres of eight real products were up to 0.6 km along and 4.2 km across the track away from the
 * nominal centre, since Landsat keeps to its track within some kilometres only. Whether a point within
 * {@value #UNCERTAIN_ALONG_METRES} m along or {@value #UNCERTAIN_ACROSS_METRES} m across the track from the border is
 * shown differs from overpass to overpass.
 */
public final class SceneFootprint {
    /** Half the length along the track. */
    static final double HALF_LENGTH_METRES = 98_000;
    /** Half the width of the swath. */
    static final double HALF_WIDTH_METRES = 93_000;
    /** Uncertainty of the first and the last line. */
    public static final int UNCERTAIN_ALONG_METRES = 2_000;
    /** Uncertainty of the sides. */
    public static final int UNCERTAIN_ACROSS_METRES = 7_000;

    private static final double FAR_METRES = 400_000;
    private static final double ROW_STEP = 0.01;
    private static final double NEAR_ROWS = 3;
    private static final int BISECTIONS = 40;
    private static final double SUNRISE_HOUR = 6;
    private static final double SUNSET_HOUR = 18;

    private final WrsScene scene;
    private final GroundTrack.Point nominal;
    private final Vector centre;
    private final Vector along;
    private final Vector across;

    private SceneFootprint(WrsScene scene) {
        this.scene = scene;
        this.nominal = GroundTrack.at(scene.path(), scene.row());
        this.centre = Ellipsoid.surface(nominal.longitude(), nominal.latitude());
        this.along = point(ROW_STEP).minus(point(-ROW_STEP)).unit();
        this.across = along.cross(Ellipsoid.up(nominal.longitude(), nominal.latitude()));
    }

    /** The footprint of a path and row. */
    public static SceneFootprint of(WrsScene scene) {
        return new SceneFootprint(scene);
    }

    /**
     * A short piece of the ground track of this path, moved along its parallel of latitude to a site. All in degrees.
     *
     * @param fromLongitude of its first point in the direction of flight
     */
    public record Track(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude) {}

    /**
     * The direction of flight at a position, in degrees, within some hundred kilometres of the footprint.
     *
     * @throws IllegalArgumentException if the track does not reach the latitude near this row
     */
    public Track trackAt(double longitude, double latitude) {
        double row = rowAt(latitude);
        GroundTrack.Point there = GroundTrack.at(scene.path(), row);
        GroundTrack.Point before = GroundTrack.at(scene.path(), row - ROW_STEP);
        GroundTrack.Point after = GroundTrack.at(scene.path(), row + ROW_STEP);
        return new Track(
                longitude + Math.IEEEremainder(before.longitude() - there.longitude(), 360),
                before.latitude(),
                longitude + Math.IEEEremainder(after.longitude() - there.longitude(), 360),
                after.latitude());
    }

    /** The position on the path, in rows, at which it has a latitude, by bisection. */
    private double rowAt(double latitude) {
        double low = scene.row() - NEAR_ROWS;
        double high = scene.row() + NEAR_ROWS;
        double atLow = GroundTrack.at(scene.path(), low).latitude() - latitude;
        if (atLow * (GroundTrack.at(scene.path(), high).latitude() - latitude) > 0) {
            throw new IllegalArgumentException("path/row %s does not reach latitude %.2f".formatted(scene, latitude));
        }
        for (int turn = 0; turn < BISECTIONS; turn++) {
            double middle = (low + high) / 2;
            double atMiddle = GroundTrack.at(scene.path(), middle).latitude() - latitude;
            if (atMiddle * atLow > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private Vector point(double rows) {
        GroundTrack.Point at = GroundTrack.at(scene.path(), scene.row() + rows);
        return Ellipsoid.surface(at.longitude(), at.latitude());
    }

    /** Longitude of the nominal centre, -180 to 180 degrees. */
    public double longitude() {
        return nominal.longitude();
    }

    /** Geodetic latitude of the nominal centre in degrees. */
    public double latitude() {
        return nominal.latitude();
    }

    /** Whether the mean local solar time of the overpass is between 6 and 18 hours. */
    public boolean isByDay() {
        return nominal.solarHour() >= SUNRISE_HOUR && nominal.solarHour() < SUNSET_HOUR;
    }

    /**
     * How far inside this footprint a rectangle in longitude and latitude is, all in degrees. The sides of the
     * rectangle are short enough that its corners represent it (at most 50 km).
     */
    public SceneCoverage coverage(double west, double south, double east, double north) {
        double alongMargin = Double.POSITIVE_INFINITY;
        double acrossMargin = Double.POSITIVE_INFINITY;
        for (double longitude : new double[] {west, east}) {
            for (double latitude : new double[] {south, north}) {
                Vector offset = Ellipsoid.surface(longitude, latitude).minus(centre);
                double beyond = offset.length() > FAR_METRES ? offset.length() : 0;
                alongMargin = Math.min(alongMargin, HALF_LENGTH_METRES - Math.abs(offset.dot(along)) - beyond);
                acrossMargin = Math.min(acrossMargin, HALF_WIDTH_METRES - Math.abs(offset.dot(across)) - beyond);
            }
        }
        return new SceneCoverage(scene, isByDay(), alongMargin, acrossMargin);
    }
}
