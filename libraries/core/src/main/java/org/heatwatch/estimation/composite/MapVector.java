package org.heatwatch.estimation.composite;

/** Coefficients of maps, each in the order of the lattice, or a residual of their equations; four in a joint fit. */
@SuppressWarnings("ArrayRecordComponent") // modified in place
record MapVector(double[][] maps) {
    static final int MAPS = 4;
    static final int EXCESS = 3;

    static MapVector zero(int nodes) {
        return new MapVector(new double[MAPS][nodes]);
    }

    /** As many maps, all zero. */
    MapVector zeros() {
        return new MapVector(new double[maps.length][maps[0].length]);
    }

    double dot(MapVector other) {
        double sum = 0;
        for (int m = 0; m < maps.length; m++) {
            for (int i = 0; i < maps[m].length; i++) {
                sum += maps[m][i] * other.maps[m][i];
            }
        }
        return sum;
    }

    /** Adds a multiple of another vector. */
    void add(double factor, MapVector other) {
        for (int m = 0; m < maps.length; m++) {
            for (int i = 0; i < maps[m].length; i++) {
                maps[m][i] += factor * other.maps[m][i];
            }
        }
    }

    /** Multiplies this vector and adds another. */
    void scaleAndAdd(double factor, MapVector other) {
        for (int m = 0; m < maps.length; m++) {
            for (int i = 0; i < maps[m].length; i++) {
                maps[m][i] = factor * maps[m][i] + other.maps[m][i];
            }
        }
    }

    /** These maps with another excess. */
    MapVector withExcess(double[] excess) {
        double[][] others = maps.clone();
        others[EXCESS] = excess;
        return new MapVector(others);
    }

    MapVector copy() {
        double[][] copies = new double[maps.length][];
        for (int m = 0; m < maps.length; m++) {
            copies[m] = maps[m].clone();
        }
        return new MapVector(copies);
    }
}
