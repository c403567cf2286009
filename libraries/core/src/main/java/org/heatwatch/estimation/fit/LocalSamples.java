package org.heatwatch.estimation.fit;

/** Samples of one scene, at their places on the map. */
public interface LocalSamples {
    int count();

    /** Easting in metres. */
    double east(int sample);

    /** Northing in metres. */
    double north(int sample);

    /** Effective kelvin. */
    double kelvin(int sample);
}
