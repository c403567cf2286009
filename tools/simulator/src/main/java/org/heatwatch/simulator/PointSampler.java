package org.heatwatch.simulator;

/** Means of a field of 10 m cells under a point spread whose axes are rotated. */
final class PointSampler {
    private static final double SMALLEST = 1e-9;

    private final Extent extent;
    private final double[] field;
    private final PointSpread spread;
    private final double cosine;
    private final double sine;
    private final int reach;
    private final double steep;
    private final double flat;
    private final double halfAcross;
    private final double halfAlong;

    PointSampler(Extent extent, double[] field, PointSpread spread, double rotation) {
        this.extent = extent;
        this.field = field;
        this.spread = spread;
        this.cosine = Math.cos(rotation);
        this.sine = Math.sin(rotation);
        this.steep = notZero(cosine);
        this.flat = notZero(sine);
        this.halfAcross = spread.reachMetres() / Math.abs(steep);
        this.halfAlong = spread.reachMetres() / Math.abs(flat);
        double corner = Math.abs(cosine) + Math.abs(sine);
        this.reach = (int) Math.ceil(spread.reachMetres() * corner / Extent.CELL_METRES);
    }

    double mean(double east, double north) {
        int middleColumn = (int) extent.column(east);
        int middleRow = (int) extent.row(north);
        if (middleColumn < reach
                || middleRow < reach
                || middleColumn + reach >= extent.columns()
                || middleRow + reach >= extent.rows()) {
            throw new IllegalArgumentException("no ground round E " + east + " N " + north + " in " + extent);
        }
        double sum = 0;
        double weights = 0;
        for (int row = middleRow - reach; row <= middleRow + reach; row++) {
            double y = north - extent.north(row);
            // The part of the row inside the turned square beyond which there is no weight.
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
