package org.heatwatch.story;

import org.heatwatch.landsat.SceneFootprint;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;

/** Rotation of the sampling grid against the map, in degrees. */
@FunctionalInterface
interface GridRotation {

    /** The rotation of the images of a path and row. */
    double degrees(WrsScene scene, Pass pass);

    /** That of the paths over Korea, which the scenarios use. */
    static GridRotation overKorea() {
        return (_, pass) -> pass == Pass.DAY ? SceneSimulator.DAY_ROTATION : SceneSimulator.NIGHT_ROTATION;
    }

    /** That of the ground track at a site: the angle of the track in the zone of the site. */
    static GridRotation at(Site site) {
        Coordinate centre = site.bounds().centre();
        return (scene, _) -> {
            SceneFootprint.Track track = SceneFootprint.of(scene).trackAt(centre.x, centre.y);
            Coordinate before = site.utm().toUtm(track.fromLongitude(), track.fromLatitude());
            Coordinate after = site.utm().toUtm(track.toLongitude(), track.toLatitude());
            return Math.toDegrees(Math.atan((after.x - before.x) / (after.y - before.y)));
        };
    }
}
