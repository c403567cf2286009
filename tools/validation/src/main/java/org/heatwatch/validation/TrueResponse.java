package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.simulator.PointSpread;

/** How much a sample of the simulated sensor sees of a building as it really lies. */
final class TrueResponse {
    private static final double CELL_METRES = 5;

    private final List<double[]> cells = new ArrayList<>();
    private final PointSpread spread;
    private final double perVolume;
    private final double reach;

    TrueResponse(Building building, PointSpread spread) {
        this.spread = spread;
        this.reach = 2 * spread.reachMetres();
        double c = Math.cos(Math.toRadians(building.degrees()));
        double s = Math.sin(Math.toRadians(building.degrees()));
        int along = (int) Math.ceil(building.length() / CELL_METRES);
        int across = (int) Math.ceil(building.width() / CELL_METRES);
        for (int i = 0; i < along; i++) {
            for (int j = 0; j < across; j++) {
                double a = ((i + 0.5) / along - 0.5) * building.length();
                double b = ((j + 0.5) / across - 0.5) * building.width();
                cells.add(new double[] {building.east() + c * a - s * b, building.north() + s * a + c * b});
            }
        }
        double area = building.length() * building.width() / cells.size();
        this.perVolume = area / volume(spread);
    }

    private static double volume(PointSpread spread) {
        double sum = 0;
        double reach = spread.reachMetres() + CELL_METRES;
        for (double x = -reach; x <= reach; x += CELL_METRES) {
            for (double y = -reach; y <= reach; y += CELL_METRES) {
                sum += spread.weight(x, y);
            }
        }
        return sum * CELL_METRES * CELL_METRES;
    }

    /** Share of the weight of a sample at this place of the ground, on a grid turned by so many degrees. */
    double at(double east, double north, double rotationDegrees) {
        double c = Math.cos(Math.toRadians(rotationDegrees));
        double s = Math.sin(Math.toRadians(rotationDegrees));
        double sum = 0;
        for (double[] cell : cells) {
            double x = cell[0] - east;
            double y = north - cell[1];
            if (Math.abs(x) < reach && Math.abs(y) < reach) {
                sum += spread.weight(c * x + s * y, c * y - s * x);
            }
        }
        return sum * perVolume;
    }
}
