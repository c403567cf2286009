package org.heatwatch.local.story;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.heatwatch.site.Pass;

/**
 * Level, contrast and air of a scene, with the usual climate of Korea.
 *
 * @param yearFraction 0 at the start of the year to 1 at its end
 * @param kelvin mean temperature of the ground
 * @param contrast factor on all that is warmer or colder than the ground round it and always is
 * @param clutter factor on what differs from scene to scene
 * @param transmittance of the air, 0.6 to 0.9
 * @param isSnowy whether snow lies
 */
record Weather(
        double yearFraction, double kelvin, double contrast, double clutter, double transmittance, boolean isSnowy) {
    private static final double MEAN_KELVIN = 285;
    private static final double YEARLY_KELVIN = 15;
    private static final double DAILY_KELVIN = 3;
    private static final double NIGHT_KELVIN = -8;
    private static final double WARMEST = 0.55;
    private static final double MEAN_TRANSMITTANCE = 0.75;
    private static final double YEARLY_TRANSMITTANCE = 0.12;
    private static final double DAILY_TRANSMITTANCE = 0.03;
    private static final double CONTRAST_JITTER = 0.1;
    private static final double LEAST_CONTRAST = 0.3;

    /** Snow does not get warmer than this, and it evens out what it lies on. */
    private static final double SNOW_KELVIN = 270;

    private static final double SNOW_CONTRAST = 0.35;

    static Weather draw(LocalDate date, Pass pass, boolean isSnowy, long sceneSeed) {
        RandomGenerator random = Draws.of(sceneSeed, "weather");
        double year = (date.getDayOfYear() - 0.5) / date.lengthOfYear();
        double summer = Math.cos(2 * Math.PI * (year - WARMEST));
        double kelvin = MEAN_KELVIN
                + YEARLY_KELVIN * summer
                + DAILY_KELVIN * random.nextGaussian()
                + (pass == Pass.NIGHT ? NIGHT_KELVIN : 0);
        double transmittance =
                MEAN_TRANSMITTANCE - YEARLY_TRANSMITTANCE * summer + DAILY_TRANSMITTANCE * random.nextGaussian();
        double contrast = Math.max(LEAST_CONTRAST, 1 + CONTRAST_JITTER * random.nextGaussian());
        return new Weather(
                year,
                isSnowy ? Math.min(kelvin, SNOW_KELVIN) : kelvin,
                isSnowy ? SNOW_CONTRAST * contrast : contrast,
                isSnowy ? SNOW_CONTRAST : 1,
                Math.clamp(transmittance, 0.6, 0.9),
                isSnowy);
    }
}
