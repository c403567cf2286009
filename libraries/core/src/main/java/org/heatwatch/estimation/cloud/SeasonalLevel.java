package org.heatwatch.estimation.cloud;

import java.util.List;

/**
 * Yearly cycle of the level of clear scenes.
 *
 * @param mean mean level, kelvin
 * @param cosine amplitude that is highest on 1 January, kelvin
 * @param sine amplitude that is highest in April, kelvin
 * @param deviation robust standard deviation of the level of a scene from the cycle, kelvin
 */
record SeasonalLevel(double mean, double cosine, double sine, double deviation) {
    /** No scene is too cold. */
    static final SeasonalLevel UNKNOWN = new SeasonalLevel(Double.NEGATIVE_INFINITY, 0, 0, 1);

    private static final int FEWEST = 8;
    private static final int TURNS = 10;

    /** Weather changes the temperature of the ground by at least this. */
    private static final double LEAST_DEVIATION = 3;

    private static final double PRIOR = 2;

    /**
     * Level of a scene.
     *
     * @param kelvin temperature of the scene relative to the known ground
     */
    record Level(ThermalScene scene, double kelvin) {}

    /** Fits the cycle to the levels of clear scenes; unknown if there are fewer than eight. */
    static SeasonalLevel of(List<Level> levels) {
        if (levels.size() < FEWEST) {
            return UNKNOWN;
        }
        SeasonalLevel cycle = new SeasonalLevel(
                Robust.median(levels.stream().mapToDouble(Level::kelvin).toArray()), 0, 0, Double.POSITIVE_INFINITY);
        for (int turn = 0; turn < TURNS; turn++) {
            cycle = cycle.refit(levels);
        }
        return cycle;
    }

    /** One step of a fit with limited residuals. */
    private SeasonalLevel refit(List<Level> levels) {
        double cc = PRIOR;
        double ss = PRIOR;
        double cs = 0;
        double c = 0;
        double s = 0;
        double limit = 2 * deviation;
        for (Level level : levels) {
            double rest = Math.clamp(level.kelvin() - at(level.scene()), -limit, limit);
            double x = level.scene().cosine();
            double y = level.scene().sine();
            cc += x * x;
            ss += y * y;
            cs += x * y;
            c += x * rest;
            s += y * rest;
        }
        double determinant = cc * ss - cs * cs;
        SeasonalLevel turned = new SeasonalLevel(
                mean, cosine + (ss * c - cs * s) / determinant, sine + (cc * s - cs * c) / determinant, deviation);
        double[] rest = levels.stream()
                .mapToDouble(level -> level.kelvin() - turned.at(level.scene()))
                .toArray();
        return new SeasonalLevel(
                mean + Robust.median(rest),
                turned.cosine,
                turned.sine,
                Math.max(LEAST_DEVIATION, Robust.deviation(rest)));
    }

    /** Expected level on the day of a scene, kelvin. */
    double at(ThermalScene scene) {
        return mean + cosine * scene.cosine() + sine * scene.sine();
    }
}
