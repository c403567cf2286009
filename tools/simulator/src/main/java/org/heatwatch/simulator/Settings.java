package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Settings of a simulated scene; each {@code with} method returns a modified copy.
 *
 * @param scene pixel grid of the whole band
 * @param window the part of the scene that is simulated
 * @param satellite satellite whose calibration is used
 * @param landscapeSeed seed of the landscape
 * @param rotationPrior rotation in degrees about which the grid of a scene is drawn
 * @param meanKelvin mean temperature of the ground in kelvin
 * @param yearFraction time of year, 0..1
 * @param contrast factor applied to the landscape; 1 leaves it unchanged
 * @param backgroundScatterKelvin background scatter of a scene: contrast at 100 m, in kelvin
 * @param backgroundScatterMetres correlation length of the background scatter in metres; 0: it follows the fields
 *     and roofs
 * @param pointSpread point spread of the native samples
 * @param noiseKelvin noise-equivalent temperature difference of a sample in kelvin
 * @param atmosphere atmosphere between ground and sensor
 * @param resampling interpolation from samples to pixels
 * @param clouds clouds over the site
 * @param snow whether QA_PIXEL flags snow
 * @param offsetEast eastward offset in metres from the position in the product to the ground that it shows
 * @param offsetNorth northward offset in metres from the position in the product to the ground that it shows
 */
@RecordBuilder
public record Settings(
        SceneGrid scene,
        PixelWindow window,
        SimulatedSatellite satellite,
        long landscapeSeed,
        double rotationPrior,
        double meanKelvin,
        double yearFraction,
        double contrast,
        double backgroundScatterKelvin,
        double backgroundScatterMetres,
        SensorPointSpread pointSpread,
        double noiseKelvin,
        Atmosphere atmosphere,
        ResamplingMethod resampling,
        List<Cloud> clouds,
        boolean snow,
        double offsetEast,
        double offsetNorth)
        implements SettingsBuilder.With {

    public Settings {
        clouds = List.copyOf(clouds);
    }

    static Settings usual(SceneGrid scene, PixelWindow window) {
        return SettingsBuilder.builder()
                .scene(scene)
                .window(window)
                .satellite(SimulatedSatellite.LANDSAT_8)
                .landscapeSeed(1)
                .rotationPrior(SceneSimulator.DAY_ROTATION)
                .meanKelvin(295)
                .yearFraction(0.5)
                .contrast(1)
                .pointSpread(SensorPointSpread.gaussian(SimulatedSensor.FWHM_METRES))
                .noiseKelvin(SimulatedSensor.NOISE_KELVIN)
                .atmosphere(Atmosphere.of(0.8))
                .resampling(ResamplingMethod.KEYS_ALONG_AKIMA_ACROSS)
                .clouds(List.of())
                .build();
    }

    /** Margin of ground in metres that the window needs on every side. */
    double groundMargin() {
        SimulatedSensor sensor = new SimulatedSensor(pointSpread, noiseKelvin, satellite.planck());
        return sensor.groundMargin() + Math.hypot(offsetEast, offsetNorth);
    }

    /** Settings with the mean temperature, contrast, transmittance and time of year of a scene. */
    public Settings under(Weather weather) {
        return withMeanKelvin(weather.kelvin())
                .withYearFraction(weather.yearFraction())
                .withContrast(weather.contrast())
                .withAtmosphere(Atmosphere.of(weather.transmittance()));
    }

    /**
     * Settings of a misregistered product, which shows ground this many metres east and north of the stated position.
     */
    public Settings withOffset(double east, double north) {
        return withOffsetEast(east).withOffsetNorth(north);
    }
}
