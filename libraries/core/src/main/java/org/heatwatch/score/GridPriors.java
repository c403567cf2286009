package org.heatwatch.score;

import org.heatwatch.clip.Clip;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.OrbitTrack;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Site;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.site.WatchedScene;
import org.locationtech.jts.geom.Coordinate;

/** Prior knowledge of a clip's native sampling grid: the geometry frozen in the site, otherwise the orbit. */
public final class GridPriors {
    private GridPriors() {}

    /** The frozen geometry of this path and row if the site has one, otherwise the prior from the orbit. */
    public static GridPrior of(Clip clip, Site site) {
        return site.watched(clip.product().id().scene())
                .flatMap(WatchedScene::grid)
                .map(geometry -> GridPrior.frozen(inZoneOf(clip, site, geometry)))
                .orElseGet(() -> ofOrbit(clip));
    }

    /** A geometry of the site's zone in that of the clip. */
    private static GridGeometry inZoneOf(Clip clip, Site site, GridGeometry geometry) {
        if (clip.grid().epsg() == site.utm().epsg()) {
            return geometry;
        }
        UtmProjection utm = UtmProjection.ofEpsg(clip.grid().epsg());
        Coordinate lonLat = centre(clip.grid(), utm);
        Coordinate centre = site.utm().toUtm(lonLat.x, lonLat.y);
        return ZoneTransfer.transferred(new SamplingGrid(geometry, 0, 0, centre.x, centre.y), site.utm(), utm)
                .geometry();
    }

    /** Longitude and latitude of the centre. */
    private static Coordinate centre(RasterGrid grid, UtmProjection utm) {
        return utm.toLonLat(
                grid.west() + grid.columns() * grid.pixelWidth() / 2,
                grid.north() - grid.rows() * grid.pixelHeight() / 2);
    }

    /** The prior from the orbit at the centre of the clip. */
    public static GridPrior ofOrbit(Clip clip) {
        RasterGrid grid = clip.grid();
        UtmProjection utm = UtmProjection.ofEpsg(grid.epsg());
        Coordinate centre = centre(grid, utm);
        WrsScene scene = clip.product().id().scene();
        return GridPrior.ofOrbit(OrbitTrack.rotationDegrees(
                centre.y, utm.convergenceDegrees(centre.x, centre.y), OrbitTrack.isAscending(scene.row())));
    }
}
