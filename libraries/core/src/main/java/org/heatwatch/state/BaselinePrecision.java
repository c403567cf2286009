package org.heatwatch.state;

/**
 * Precision of a facility's baseline and frequency of its observations: everything that its threshold depends on.
 *
 * @param referenceObservations n, valid observations of the reference period, more than there are parameters. For two
 *     observing regimes of equal frequency it is twice the harmonic mean of their numbers, since the errors of their
 *     baselines average out
 * @param parameters of the baseline: 1 its mean, 2 also the common mode of the scene, 3 mean and annual cycle, 4 all of
 *     them
 * @param priorDegreesOfFreedom d0, the weight of the empirical-Bayes prior of the facility's variance, at least 0; 0 if
 *     the facility ran in its reference period, so that its own observations alone determine the variance;
 *     infinite if the prior variance is taken as it is
 * @param autocorrelation of successive idle residuals, 0 to 0.9; use 0 for a negative estimate, which would make false
 *     starts rarer
 * @param observationsPerYear valid observations per year in all observing regimes, 1 to 366
 * @param facilities number of monitored facilities of the site, at least 1; they share its allowed false starts
 */
public record BaselinePrecision(
        int referenceObservations,
        int parameters,
        double priorDegreesOfFreedom,
        double autocorrelation,
        double observationsPerYear,
        int facilities) {

    private static final double LARGEST_AUTOCORRELATION = 0.9;

    public BaselinePrecision {
        if (parameters < 1 || parameters > 4 || referenceObservations <= parameters) {
            throw new IllegalArgumentException(
                    "%d parameters of %d reference observations".formatted(parameters, referenceObservations));
        }
        if (!(priorDegreesOfFreedom >= 0)) {
            throw new IllegalArgumentException("%s prior degrees of freedom".formatted(priorDegreesOfFreedom));
        }
        if (!(autocorrelation >= 0 && autocorrelation <= LARGEST_AUTOCORRELATION)) {
            throw new IllegalArgumentException("an autocorrelation of %s is outside 0..0.9".formatted(autocorrelation));
        }
        if (!(observationsPerYear >= 1 && observationsPerYear <= 366)) {
            throw new IllegalArgumentException(
                    "%s observations per year are outside 1..366".formatted(observationsPerYear));
        }
        if (facilities < 1) {
            throw new IllegalArgumentException("a site of %d facilities".formatted(facilities));
        }
    }

    /** Degrees of freedom of Student's t that an idle excess follows: d0 + n - parameters. */
    public double degreesOfFreedom() {
        return priorDegreesOfFreedom + referenceObservations - parameters;
    }
}
