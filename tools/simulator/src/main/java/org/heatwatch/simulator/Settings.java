package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The plain settings of a simulated scene; each {@code with} returns a changed copy.
 *
 * @param scene the pixels of the whole band
 * @param window the part that is simulated
 * @param satellite whose calibration is used
 * @param landscapeSeed decides the landscape
 * @param rotationPrior degrees round which a scene's grid is drawn
 * @param meanKelvin mean temperature of the ground
 * @param yearFraction time of year, 0..1
 * @param contrast factor on the landscape, 1 as drawn
 * @param sceneClutterKelvin contrast at 100 m of what each scene draws anew
 * @param sceneClutterMetres length over which the clutter of a scene is smooth; 0: it follows the fields and roofs
 * @param pointSpread of the native samples
 * @param noiseKelvin noise-equivalent temperature difference of a sample
 * @param atmosphere between ground and sensor
 * @param resampling from samples to pixels
 * @param clouds over the site
 * @param snow whether QA_PIXEL says snow
 * @param offsetEast how far the ground that is seen lies east of where the product says, in metres
 * @param offsetNorth how far the ground that is seen lies north of where the product says, in metres
 */
@RecordBuilder
public record Settings(
        SceneGrid scene,
        PixelWindow window,
        Satellite satellite,
        long landscapeSeed,
        double rotationPrior,
        double meanKelvin,
        double yearFraction,
        double contrast,
        double sceneClutterKelvin,
        double sceneClutterMetres,
        PointSpread pointSpread,
        double noiseKelvin,
        Atmosphere atmosphere,
        Resampling resampling,
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
                .satellite(Satellite.LANDSAT_8)
                .landscapeSeed(1)
                .rotationPrior(SceneSimulator.DAY_ROTATION)
                .meanKelvin(295)
                .yearFraction(0.5)
                .contrast(1)
                .pointSpread(PointSpread.gaussian(Sensor.FWHM_METRES))
                .noiseKelvin(Sensor.NOISE_KELVIN)
                .atmosphere(Atmosphere.of(0.8))
                .resampling(Resampling.KEYS_ALONG_AKIMA_ACROSS)
                .clouds(List.of())
                .build();
    }

    /** The margin of ground that the window needs on every side, in metres. */
    double groundMargin() {
        Sensor sensor = new Sensor(pointSpread, noiseKelvin, satellite.planck());
        return sensor.groundMargin() + Math.hypot(offsetEast, offsetNorth);
    }

    /** At the level, contrast, air and time of year of a scene. */
    public Settings under(Weather weather) {
        return withMeanKelvin(weather.kelvin())
                .withYearFraction(weather.yearFraction())
                .withContrast(weather.contrast())
                .withAtmosphere(Atmosphere.of(weather.transmittance()));
    }

    /** The product is misplaced: what it shows at a position lies so many metres east and north of it. */
    public Settings withOffset(double east, double north) {
        return withOffsetEast(east).withOffsetNorth(north);
    }
}
