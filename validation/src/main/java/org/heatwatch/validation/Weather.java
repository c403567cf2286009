package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Level, contrast and air of a scene.
 *
 * @param yearFraction 0 at the start of the year to 1 at its end
 * @param kelvin mean temperature of the ground
 * @param contrast factor on all static contrasts
 * @param tau transmittance, in steps of 0.0001 as the product states it
 * @param isTauKnown whether there is a level-2 product that states it
 */
record Weather(double yearFraction, double kelvin, double contrast, double tau, boolean isTauKnown) {
    private static final double MEAN_KELVIN = 285;
    private static final double YEARLY_KELVIN = 15;
    private static final double DAILY_KELVIN = 3;
    private static final double WARMEST = 0.55;
    private static final double MEAN_TAU = 0.75;
    private static final double YEARLY_TAU = 0.12;
    private static final double DAILY_TAU = 0.03;
    private static final double TAU_STEP = 1e-4;
    private static final double LEAST_CONTRAST = 0.3;

    static Weather draw(LocalDate date, ArchiveRecipe recipe, long sceneSeed) {
        RandomGenerator random = Seeds.random(sceneSeed, "weather");
        double year = (date.getDayOfYear() - 0.5) / date.lengthOfYear();
        double summer = Math.cos(2 * Math.PI * (year - WARMEST));
        double kelvin = MEAN_KELVIN + YEARLY_KELVIN * summer + DAILY_KELVIN * random.nextGaussian();
        double tau = Math.clamp(MEAN_TAU - YEARLY_TAU * summer + DAILY_TAU * random.nextGaussian(), 0.6, 0.9);
        double contrast = Math.max(LEAST_CONTRAST, 1 + recipe.contrastJitter() * random.nextGaussian());
        boolean known = random.nextDouble() >= recipe.assumedTauShare();
        return new Weather(year, kelvin, contrast, Math.rint(tau / TAU_STEP) * TAU_STEP, known);
    }
}
