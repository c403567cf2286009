package org.heatwatch.simulator;

import java.util.List;

/** The plain settings of a simulated scene. Immutable: each {@code with} returns a changed copy. */
public final class Settings {
    private final SceneGrid scene;
    private PixelWindow window;
    private Satellite satellite = Satellite.LANDSAT_8;
    private long landscapeSeed = 1;
    private double rotationPrior = SceneSimulator.DAY_ROTATION;
    private double meanKelvin = 295;
    private double yearFraction = 0.5;
    private double contrast = 1;
    private double sceneClutterKelvin;
    private double sceneClutterMetres;
    private PointSpread pointSpread = PointSpread.gaussian(Sensor.FWHM_METRES);
    private double noiseKelvin = Sensor.NOISE_KELVIN;
    private Atmosphere atmosphere = Atmosphere.of(0.8);
    private Resampling resampling = Resampling.KEYS_ALONG_AKIMA_ACROSS;
    private List<Cloud> clouds = List.of();
    private boolean snow;
    private double offsetEast;
    private double offsetNorth;

    private Settings(SceneGrid scene, PixelWindow window) {
        this.scene = scene;
        this.window = window;
    }

    static Settings usual(SceneGrid scene, PixelWindow window) {
        return new Settings(scene, window);
    }

    private Settings copy() {
        Settings copy = new Settings(scene, window);
        copy.satellite = satellite;
        copy.landscapeSeed = landscapeSeed;
        copy.rotationPrior = rotationPrior;
        copy.meanKelvin = meanKelvin;
        copy.yearFraction = yearFraction;
        copy.contrast = contrast;
        copy.sceneClutterKelvin = sceneClutterKelvin;
        copy.sceneClutterMetres = sceneClutterMetres;
        copy.pointSpread = pointSpread;
        copy.noiseKelvin = noiseKelvin;
        copy.atmosphere = atmosphere;
        copy.resampling = resampling;
        copy.clouds = clouds;
        copy.snow = snow;
        copy.offsetEast = offsetEast;
        copy.offsetNorth = offsetNorth;
        return copy;
    }

    /** The margin of ground that the window needs on every side, in metres. */
    double groundMargin() {
        Sensor sensor = new Sensor(pointSpread, noiseKelvin, satellite.planck());
        return sensor.groundMargin() + Math.hypot(offsetEast, offsetNorth);
    }

    /** The pixels of the whole band. */
    public SceneGrid scene() {
        return scene;
    }

    /** The part that is simulated. */
    public PixelWindow window() {
        return window;
    }

    /** Whose calibration is used. */
    public Satellite satellite() {
        return satellite;
    }

    /** Decides the landscape. */
    public long landscapeSeed() {
        return landscapeSeed;
    }

    /** Degrees round which a scene's grid is drawn. */
    public double rotationPrior() {
        return rotationPrior;
    }

    /** Mean temperature of the ground. */
    public double meanKelvin() {
        return meanKelvin;
    }

    /** Time of year, 0..1. */
    public double yearFraction() {
        return yearFraction;
    }

    /** Factor on the landscape, 1 as drawn. */
    public double contrast() {
        return contrast;
    }

    /** Contrast at 100 m of what each scene draws anew. */
    public double sceneClutterKelvin() {
        return sceneClutterKelvin;
    }

    /** Length in metres over which the clutter of a scene is smooth; 0: it follows the fields and roofs. */
    public double sceneClutterMetres() {
        return sceneClutterMetres;
    }

    /** Of the native samples. */
    public PointSpread pointSpread() {
        return pointSpread;
    }

    /** Noise-equivalent temperature difference of a sample. */
    public double noiseKelvin() {
        return noiseKelvin;
    }

    /** Between ground and sensor. */
    public Atmosphere atmosphere() {
        return atmosphere;
    }

    /** From samples to pixels. */
    public Resampling resampling() {
        return resampling;
    }

    /** Over the site. */
    public List<Cloud> clouds() {
        return clouds;
    }

    /** Whether QA_PIXEL says snow. */
    public boolean snow() {
        return snow;
    }

    /** How far the ground that is seen lies east of where the product says, in metres. */
    public double offsetEast() {
        return offsetEast;
    }

    /** How far the ground that is seen lies north of where the product says, in metres. */
    public double offsetNorth() {
        return offsetNorth;
    }

    public Settings withWindow(PixelWindow changed) {
        Settings copy = copy();
        copy.window = changed;
        return copy;
    }

    public Settings withSatellite(Satellite changed) {
        Settings copy = copy();
        copy.satellite = changed;
        return copy;
    }

    public Settings withLandscapeSeed(long changed) {
        Settings copy = copy();
        copy.landscapeSeed = changed;
        return copy;
    }

    public Settings withRotationPrior(double changed) {
        Settings copy = copy();
        copy.rotationPrior = changed;
        return copy;
    }

    public Settings withMeanKelvin(double changed) {
        Settings copy = copy();
        copy.meanKelvin = changed;
        return copy;
    }

    public Settings withYearFraction(double changed) {
        Settings copy = copy();
        copy.yearFraction = changed;
        return copy;
    }

    public Settings withContrast(double changed) {
        Settings copy = copy();
        copy.contrast = changed;
        return copy;
    }

    public Settings withSceneClutterKelvin(double changed) {
        Settings copy = copy();
        copy.sceneClutterKelvin = changed;
        return copy;
    }

    /** Clutter of a scene is smooth over so many metres; 0: it follows the fields and roofs of the landscape. */
    public Settings withSceneClutterMetres(double changed) {
        Settings copy = copy();
        copy.sceneClutterMetres = changed;
        return copy;
    }

    public Settings withPointSpread(PointSpread changed) {
        Settings copy = copy();
        copy.pointSpread = changed;
        return copy;
    }

    public Settings withNoiseKelvin(double changed) {
        Settings copy = copy();
        copy.noiseKelvin = changed;
        return copy;
    }

    public Settings withAtmosphere(Atmosphere changed) {
        Settings copy = copy();
        copy.atmosphere = changed;
        return copy;
    }

    public Settings withResampling(Resampling changed) {
        Settings copy = copy();
        copy.resampling = changed;
        return copy;
    }

    public Settings withClouds(List<Cloud> changed) {
        Settings copy = copy();
        copy.clouds = changed;
        return copy;
    }

    public Settings withSnow(boolean changed) {
        Settings copy = copy();
        copy.snow = changed;
        return copy;
    }

    /** The product is misplaced: what it shows at a position lies so many metres east and north of it. */
    public Settings withOffset(double east, double north) {
        Settings copy = copy();
        copy.offsetEast = east;
        copy.offsetNorth = north;
        return copy;
    }
}
