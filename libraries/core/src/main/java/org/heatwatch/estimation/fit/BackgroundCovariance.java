package org.heatwatch.estimation.fit;

/** Covariance of the samples of the background: their variance, and their correlation by distance. */
public sealed interface BackgroundCovariance permits SingleSceneCovariance, ResidualCovariance {

    /** Variance of one sample, in the square of the samples' unit. */
    double variance();

    /** Correlation of two different samples, given their distance in metres; 0 to 1. */
    double correlation(double metres);
}
