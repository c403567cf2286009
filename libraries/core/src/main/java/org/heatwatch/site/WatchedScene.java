package org.heatwatch.site;

import java.util.Optional;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.sampling.GridGeometry;

/**
 * A WRS-2 scene that shows the site.
 *
 * @param grid geometry of the native sampling grid, once an operator has fixed it
 */
public record WatchedScene(WrsScene scene, Pass pass, Optional<GridGeometry> grid) {}
