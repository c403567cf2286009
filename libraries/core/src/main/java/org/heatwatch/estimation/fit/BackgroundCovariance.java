package org.heatwatch.estimation.fit;

/** How samples of the background vary, and how much of that two of them have in common. */
public sealed interface BackgroundCovariance permits ClutterCovariance, GroundClutter {

    /** Of a sample, in the square of the samples' unit. */
    double variance();

    /** Correlation of two different samples so many metres apart. */
    double correlation(double metres);
}
