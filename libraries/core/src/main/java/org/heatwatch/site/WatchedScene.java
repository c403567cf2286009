package org.heatwatch.site;

import java.util.Optional;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.sampling.GridGeometry;

/**
 * A scene that shows the site.
 *
 * @param grid the frozen native grid, once an operator has frozen one
 */
public record WatchedScene(WrsScene scene, Pass pass, Optional<GridGeometry> grid) {}
