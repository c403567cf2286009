package org.heatwatch.estimation.fit;

/** Samples of one scene with their positions on the map. */
public interface LocalSamples {
    /** Number of samples. */
    int count();

    /** Easting of a sample in metres. */
    double east(int sample);

    /** Northing of a sample in metres. */
    double north(int sample);

    /** Value of a sample in effective kelvin. */
    double kelvin(int sample);
}
