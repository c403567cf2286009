package org.heatwatch.simulator;

/** Mean and standard deviation of the block means of a field, over square blocks of cells. */
record BlockStatistics(double mean, double standardDeviation) {
    static BlockStatistics of(Extent extent, double[] values, int size) {
        double sum = 0;
        double sumOfSquares = 0;
        int count = 0;
        for (int row = 0; row + size <= extent.rows(); row += size) {
            for (int column = 0; column + size <= extent.columns(); column += size) {
                double mean = mean(values, row * extent.columns() + column, extent.columns(), size);
                sum += mean;
                sumOfSquares += mean * mean;
                count++;
            }
        }
        double mean = sum / count;
        return new BlockStatistics(mean, Math.sqrt(Math.max(0, sumOfSquares / count - mean * mean)));
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
