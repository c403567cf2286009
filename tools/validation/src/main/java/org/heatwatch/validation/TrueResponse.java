package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.simulator.SensorPointSpread;

/** Response of samples of the simulated sensor to a building at its true position. */
final class TrueResponse {
    private static final double CELL_METRES = 5;

    private final List<double[]> cells;
    private final SensorPointSpread spread;
    private final double perVolume;
    private final double reach;

    private TrueResponse(List<double[]> cells, SensorPointSpread spread, double perVolume, double reach) {
        this.cells = cells;
        this.spread = spread;
        this.perVolume = perVolume;
        this.reach = reach;
    }

    static TrueResponse of(Building building, SensorPointSpread spread) {
        List<double[]> cells = new ArrayList<>();
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
        return new TrueResponse(cells, spread, area / volume(spread), 2 * spread.reachMetres());
    }

    private static double volume(SensorPointSpread spread) {
        double sum = 0;
        double reach = spread.reachMetres() + CELL_METRES;
        for (double x = -reach; x <= reach; x += CELL_METRES) {
            for (double y = -reach; y <= reach; y += CELL_METRES) {
                sum += spread.weight(x, y);
            }
        }
        return sum * CELL_METRES * CELL_METRES;
    }

    /** Share of the weight of a sample at this position that falls on the building, for a grid with this rotation. */
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
