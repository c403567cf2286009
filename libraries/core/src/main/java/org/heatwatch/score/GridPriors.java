package org.heatwatch.score;

import org.heatwatch.clip.Clip;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.OrbitTrack;
import org.heatwatch.site.Site;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.site.WatchedScene;
import org.locationtech.jts.geom.Coordinate;

/** What is known of a clip's native grid beforehand: the site's frozen geometry, else the orbit. */
public final class GridPriors {
    private GridPriors() {}

    /** The frozen geometry of this path and row if the site has one, else what the orbit tells. */
    public static GridPrior of(Clip clip, Site site) {
        return site.watched(clip.product().id().scene())
                .flatMap(WatchedScene::grid)
                .map(GridPrior::frozen)
                .orElseGet(() -> ofOrbit(clip));
    }

    /** What the orbit tells at the middle of the clip. */
    public static GridPrior ofOrbit(Clip clip) {
        RasterGrid grid = clip.grid();
        UtmProjection utm = UtmProjection.ofEpsg(grid.epsg());
        Coordinate centre = utm.toLonLat(
                grid.west() + grid.columns() * grid.pixelWidth() / 2,
                grid.north() - grid.rows() * grid.pixelHeight() / 2);
        WrsScene scene = clip.product().id().scene();
        return GridPrior.ofOrbit(OrbitTrack.rotationDegrees(
                centre.y, utm.convergenceDegrees(centre.x, centre.y), OrbitTrack.isAscending(scene.row())));
    }
}
