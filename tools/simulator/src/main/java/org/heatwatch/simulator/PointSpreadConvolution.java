package org.heatwatch.simulator;

/** Weighted means of a field of 10 m cells under a point spread with rotated axes. */
final class PointSpreadConvolution {
    private static final double SMALLEST = 1e-9;

    private final Extent extent;
    private final double[] field;
    private final SensorPointSpread spread;
    private final double cosine;
    private final double sine;
    private final int reach;

    private PointSpreadConvolution(
            Extent extent, double[] field, SensorPointSpread spread, double cosine, double sine, int reach) {
        this.extent = extent;
        this.field = field;
        this.spread = spread;
        this.cosine = cosine;
        this.sine = sine;
        this.reach = reach;
    }

    /** @param rotation of the axes of the point spread, in radians */
    static PointSpreadConvolution of(Extent extent, double[] field, SensorPointSpread spread, double rotation) {
        double cosine = Math.cos(rotation);
        double sine = Math.sin(rotation);
        double corner = Math.abs(cosine) + Math.abs(sine);
        int reach = (int) Math.ceil(spread.reachMetres() * corner / Extent.CELL_METRES);
        return new PointSpreadConvolution(extent, field, spread, cosine, sine, reach);
    }

    double mean(double east, double north) {
        int middleColumn = (int) extent.column(east);
        int middleRow = (int) extent.row(north);
        if (middleColumn < reach
                || middleRow < reach
                || middleColumn + reach >= extent.columns()
                || middleRow + reach >= extent.rows()) {
            throw new IllegalArgumentException("no ground around E " + east + " N " + north + " in " + extent);
        }
        double steep = notZero(cosine);
        double flat = notZero(sine);
        double halfAcross = spread.reachMetres() / Math.abs(steep);
        double halfAlong = spread.reachMetres() / Math.abs(flat);
        double sum = 0;
        double weights = 0;
        for (int row = middleRow - reach; row <= middleRow + reach; row++) {
            double y = north - extent.north(row);
            // The part of the row inside the rotated square outside which the weight is zero.
            double from = Math.max(-sine * y / steep - halfAcross, cosine * y / flat - halfAlong);
            double to = Math.min(-sine * y / steep + halfAcross, cosine * y / flat + halfAlong);
            int first = Math.max(middleColumn - reach, (int) Math.floor(extent.column(east + from)) - 1);
            int last = Math.min(middleColumn + reach, (int) Math.ceil(extent.column(east + to)));
            for (int column = first; column <= last; column++) {
                double x = extent.east(column) - east;
                double weight = spread.weight(cosine * x + sine * y, cosine * y - sine * x);
                sum += weight * field[row * extent.columns() + column];
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double notZero(double x) {
        return Math.abs(x) < SMALLEST ? SMALLEST : x;
    }
}
