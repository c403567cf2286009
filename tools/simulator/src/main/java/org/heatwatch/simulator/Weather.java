package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Mean temperature, contrast and transmittance of a scene in the climate of Korea; each {@code with} method returns a
 * modified copy.
 *
 * @param yearFraction 0 at the start of the year to 1 at its end
 * @param kelvin mean temperature of the ground in kelvin
 * @param contrast factor applied to the static temperature contrasts of the ground
 * @param transmittance transmittance of the atmosphere, 0.6 to 0.9
 */
@RecordBuilder
public record Weather(double yearFraction, double kelvin, double contrast, double transmittance)
        implements WeatherBuilder.With {
    /** Factor by which snow reduces all contrasts. */
    public static final double SNOW_CONTRAST = 0.35;

    private static final double MEAN_KELVIN = 285;
    private static final double YEARLY_KELVIN = 15;
    private static final double DAILY_KELVIN = 3;
    private static final double WARMEST = 0.55;
    private static final double MEAN_TRANSMITTANCE = 0.75;
    private static final double YEARLY_TRANSMITTANCE = 0.12;
    private static final double DAILY_TRANSMITTANCE = 0.03;
    private static final double LEAST_CONTRAST = 0.3;
    /** Upper limit of the temperature of snow. */
    private static final double SNOW_KELVIN = 270;

    /**
     * Draws the weather of a day without snow.
     *
     * @param contrastJitter standard deviation of the contrast factor
     */
    public static Weather draw(LocalDate date, double contrastJitter, RandomGenerator random) {
        double year = (date.getDayOfYear() - 0.5) / date.lengthOfYear();
        double summer = Math.cos(2 * Math.PI * (year - WARMEST));
        double kelvin = MEAN_KELVIN + YEARLY_KELVIN * summer + DAILY_KELVIN * random.nextGaussian();
        double transmittance =
                MEAN_TRANSMITTANCE - YEARLY_TRANSMITTANCE * summer + DAILY_TRANSMITTANCE * random.nextGaussian();
        double contrast = Math.max(LEAST_CONTRAST, 1 + contrastJitter * random.nextGaussian());
        return new Weather(year, kelvin, contrast, Math.clamp(transmittance, 0.6, 0.9));
    }

    /** The same weather over snow-covered ground. */
    public Weather overSnow() {
        return withKelvin(Math.min(kelvin, SNOW_KELVIN)).withContrast(SNOW_CONTRAST * contrast);
    }
}
