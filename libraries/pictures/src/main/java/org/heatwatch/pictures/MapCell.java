package org.heatwatch.pictures;

import java.util.List;
import org.heatwatch.publication.PassMap;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * One sample of the sensor with the cell of ground around it.
 *
 * @param outline the cell of the sampling grid, in metres of the site's UTM zone
 * @param kelvin effective kelvin above the background model
 */
public record MapCell(Polygon outline, double kelvin) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double[][] CORNERS = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}, {-0.5, -0.5}};

    /** The cells of all samples of a pass. */
    static List<MapCell> of(PassMap map) {
        SamplingGrid grid = map.grid().samplingGrid();
        return map.samples().stream()
                .map(sample -> of(grid, sample.across(), sample.along(), sample.kelvin()))
                .toList();
    }

    /** The cell of a sample with the given indices in a grid. */
    public static MapCell of(SamplingGrid grid, int across, int along, double kelvin) {
        Coordinate[] ring = new Coordinate[CORNERS.length];
        for (int i = 0; i < ring.length; i++) {
            double[] at = grid.positionOf(across + CORNERS[i][0], along + CORNERS[i][1]);
            ring[i] = new Coordinate(at[0], at[1]);
        }
        return new MapCell(FACTORY.createPolygon(ring), kelvin);
    }
}
