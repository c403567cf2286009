package org.heatwatch.fit;

/** The samples round one roof in one scene, with what each sees of the roof, its neighbours and a plane. */
final class LocalPatch {
    private final double[] east;
    private final double[] north;
    private final double[][] columns;
    private final double[] values;
    private final int freeColumns;

    /** @param freeColumns how many of the first columns are fitted when nothing is known beforehand */
    LocalPatch(double[] east, double[] north, double[][] columns, double[] values, int freeColumns) {
        this.east = east;
        this.north = north;
        this.columns = columns;
        this.values = values;
        this.freeColumns = freeColumns;
    }

    int freeColumns() {
        return freeColumns;
    }

    /** Its normal equations under a clutter. */
    LocalNormal normal(GroundClutter clutter) {
        double[][] whitened = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            whitened[i] = columns[i].clone();
        }
        return LocalNormal.of(east, north, whitened, values.clone(), clutter);
    }
}
