package org.heatwatch.pictures;

import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.idle.SceneResidual;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * One sample of the sensor and the ground it stands for.
 *
 * @param outline its cell of the sampling grid, in metres of the site's zone
 * @param kelvin effective kelvin above the idle map
 */
public record MapCell(Polygon outline, double kelvin) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double[][] CORNERS = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}, {-0.5, -0.5}};

    /** Every sample of a scene, at its place on the map. */
    static List<MapCell> of(SceneResidual residual) {
        SamplingGrid grid = residual.grid();
        return IntStream.range(0, residual.count())
                .mapToObj(i -> of(grid, residual.east(i), residual.north(i), residual.kelvin(i)))
                .toList();
    }

    /** The cell of a grid round a sample. */
    static MapCell of(SamplingGrid grid, double east, double north, double kelvin) {
        double[] index = grid.indexOf(east, north);
        Coordinate[] ring = new Coordinate[CORNERS.length];
        for (int i = 0; i < ring.length; i++) {
            double[] at = grid.positionOf(index[0] + CORNERS[i][0], index[1] + CORNERS[i][1]);
            ring[i] = new Coordinate(at[0], at[1]);
        }
        return new MapCell(FACTORY.createPolygon(ring), kelvin);
    }
}
