package org.heatwatch.simulator;

import java.util.List;

/**
 * The plain settings of a simulated scene.
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
 * @param pointSpread of the native samples
 * @param noiseKelvin noise-equivalent temperature difference of a sample
 * @param atmosphere between ground and sensor
 * @param resampling from samples to pixels
 * @param clouds over the site
 * @param snow whether QA_PIXEL says snow
 * @param offsetEast how far the ground that is seen lies east of where the product says, in metres
 * @param offsetNorth the same, northwards
 */
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
        PointSpread pointSpread,
        double noiseKelvin,
        Atmosphere atmosphere,
        Resampling resampling,
        List<Cloud> clouds,
        boolean snow,
        double offsetEast,
        double offsetNorth) {

    static Settings usual(SceneGrid scene, PixelWindow window) {
        return new Settings(
                scene,
                window,
                Satellite.LANDSAT_8,
                1,
                SceneSimulator.DAY_ROTATION,
                295,
                0.5,
                1,
                0,
                PointSpread.gaussian(Sensor.FWHM_METRES),
                Sensor.NOISE_KELVIN,
                Atmosphere.of(0.8),
                Resampling.KEYS_ALONG_AKIMA_ACROSS,
                List.of(),
                false,
                0,
                0);
    }

    double groundMargin() {
        return new Sensor(pointSpread, noiseKelvin, satellite.planck()).groundMargin()
                + Math.hypot(offsetEast, offsetNorth);
    }

    public Settings withWindow(PixelWindow changed) {
        return new Settings(
                scene,
                changed,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withSatellite(Satellite changed) {
        return new Settings(
                scene,
                window,
                changed,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withLandscapeSeed(long changed) {
        return new Settings(
                scene,
                window,
                satellite,
                changed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withRotationPrior(double changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                changed,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withMeanKelvin(double changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                changed,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withYearFraction(double changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                changed,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withContrast(double changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                changed,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withSceneClutterKelvin(double changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                changed,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withPointSpread(PointSpread changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                changed,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withNoiseKelvin(double changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                changed,
                atmosphere,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withAtmosphere(Atmosphere changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                changed,
                resampling,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withResampling(Resampling changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                changed,
                clouds,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withClouds(List<Cloud> changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                changed,
                snow,
                offsetEast,
                offsetNorth);
    }

    public Settings withSnow(boolean changed) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                changed,
                offsetEast,
                offsetNorth);
    }

    /** The product is misplaced: what it shows at a position lies so many metres east and north of it. */
    public Settings withOffset(double east, double north) {
        return new Settings(
                scene,
                window,
                satellite,
                landscapeSeed,
                rotationPrior,
                meanKelvin,
                yearFraction,
                contrast,
                sceneClutterKelvin,
                pointSpread,
                noiseKelvin,
                atmosphere,
                resampling,
                clouds,
                snow,
                east,
                north);
    }
}
