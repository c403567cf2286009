package org.heatwatch.state;

/**
 * What the idle behaviour of a facility is known from, and how often it is looked at: all that its threshold depends on.
 *
 * @param dormantLooks n, valid looks of the dormant era, more than there are parameters. Of two strata that are looked at
 *     equally often it is twice the harmonic mean of theirs, since the errors of their predictions average out
 * @param parameters of the idle prediction: 1 its mean, 2 also the common mode of the scene, 3 mean and annual cycle, 4 all
 *     of them
 * @param priorFreedom d0, degrees of freedom with which the pool of idle parcels stands in for the facility's own variance,
 *     from 0; infinite if the pool's variance is taken as it is
 * @param autocorrelation of successive idle residuals, 0 to 0.9; a negative estimate makes starts rarer and is best taken
 *     as 0
 * @param looksPerYear valid looks a year that it is judged by, of all strata, 1 to 366
 * @param facilities of the site that are watched, from 1: they share its false starts
 */
public record IdleRecord(
        int dormantLooks,
        int parameters,
        double priorFreedom,
        double autocorrelation,
        double looksPerYear,
        int facilities) {

    private static final double LARGEST_AUTOCORRELATION = 0.9;

    public IdleRecord {
        if (parameters < 1 || parameters > 4 || dormantLooks <= parameters) {
            throw new IllegalArgumentException("%d parameters of %d dormant looks".formatted(parameters, dormantLooks));
        }
        if (!(priorFreedom >= 0)) {
            throw new IllegalArgumentException("%s prior degrees of freedom".formatted(priorFreedom));
        }
        if (!(autocorrelation >= 0 && autocorrelation <= LARGEST_AUTOCORRELATION)) {
            throw new IllegalArgumentException("an autocorrelation of %s is outside 0..0.9".formatted(autocorrelation));
        }
        if (!(looksPerYear >= 1 && looksPerYear <= 366)) {
            throw new IllegalArgumentException("%s looks a year are outside 1..366".formatted(looksPerYear));
        }
        if (facilities < 1) {
            throw new IllegalArgumentException("a site of %d facilities".formatted(facilities));
        }
    }

    /** Degrees of freedom of Student's t that an idle deviation has: d0 + n - parameters. */
    public double freedom() {
        return priorFreedom + dormantLooks - parameters;
    }
}
