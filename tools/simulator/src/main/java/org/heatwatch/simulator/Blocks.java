package org.heatwatch.simulator;

/** Mean and standard deviation of the means over square blocks of cells. */
record Blocks(double mean, double standardDeviation) {
    static Blocks of(Extent extent, double[] values, int size) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row + size <= extent.rows(); row += size) {
            for (int column = 0; column + size <= extent.columns(); column += size) {
                double mean = mean(values, row * extent.columns() + column, extent.columns(), size);
                sum += mean;
                squares += mean * mean;
                count++;
            }
        }
        double mean = sum / count;
        return new Blocks(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }

    private static double mean(double[] values, int start, int stride, int size) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                sum += values[start + row * stride + column];
            }
        }
        return sum / (size * size);
    }
}
