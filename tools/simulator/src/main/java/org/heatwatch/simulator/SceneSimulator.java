package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Simulates what a level-1 product of band 10 holds over a site whose ground is known. Immutable: each method returns
 * a changed copy. What is drawn depends on the landscape's seed and on the seed of the scene only.
 *
 * <pre>{@code
 * SceneSimulator site = SceneSimulator.kaesong().landscapeSeed(7).prepared();
 * SimulatedScene idle = site.simulate(1);
 * SimulatedScene hot = site.excess(roof, 5).clouds(List.of(Cloud.blob(e, n, 400))).simulate(2);
 * hot.write(bucket, ProductName.level1(Satellite.LANDSAT_8, 116, 34, date, Tier.T1), SceneFacts.day());
 * }</pre>
 */
public final class SceneSimulator {
    /** Rotation in degrees that the orbit predicts for the descending path 116. */
    public static final double DAY_ROTATION = 14.9;

    /** Rotation in degrees that the orbit predicts for the ascending path 213. */
    public static final double NIGHT_ROTATION = -12.0;

    private final Settings settings;
    private final @Nullable NativeGrid grid;
    private final @Nullable Landscape landscape;
    private final List<Excess> excesses;

    private SceneSimulator(
            Settings settings, @Nullable NativeGrid grid, @Nullable Landscape landscape, List<Excess> excesses) {
        this.settings = settings;
        this.grid = grid;
        this.landscape = landscape;
        this.excesses = excesses;
    }

    /** 130 x 130 pixels round the Kaesong site in a day pass of Landsat 8, landscape 1. */
    public static SceneSimulator kaesong() {
        SceneGrid scene = SceneGrid.kaesong();
        PixelWindow window = scene.windowAround(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, 130, 130);
        return at(scene, window);
    }

    /** Any window of any scene, otherwise like {@link #kaesong()}. */
    public static SceneSimulator at(SceneGrid scene, PixelWindow window) {
        window.requireInside(scene);
        return new SceneSimulator(Settings.usual(scene, window), null, null, List.of());
    }

    /** Another size of window round the middle of this one, in pixels. Forgets a prepared landscape. */
    public SceneSimulator size(int columns, int rows) {
        SceneGrid scene = settings.scene();
        PixelWindow now = settings.window();
        PixelWindow window = scene.windowAround(now.centreEast(scene), now.centreNorth(scene), columns, rows);
        window.requireInside(scene);
        return new SceneSimulator(settings.withWindow(window), grid, null, excesses);
    }

    /** Changes any of the plain settings. */
    public SceneSimulator with(UnaryOperator<Settings> change) {
        return new SceneSimulator(change.apply(settings), grid, landscape, excesses);
    }

    public SceneSimulator satellite(Satellite satellite) {
        return with(s -> s.withSatellite(satellite));
    }

    /** The landscape of this seed is drawn at the next {@link #prepared()} or at each scene. */
    public SceneSimulator landscapeSeed(long seed) {
        return new SceneSimulator(settings.withLandscapeSeed(seed), grid, null, excesses);
    }

    /** With its landscape drawn now, once for all scenes. */
    public SceneSimulator prepared() {
        return landscape(drawnLandscape());
    }

    /** A landscape whose extent reaches beyond the window by the sensor's reach, about 700 m. */
    public SceneSimulator landscape(Landscape drawn) {
        return new SceneSimulator(settings, grid, drawn, excesses);
    }

    /** This grid exactly; without it each scene draws one round the window's middle. */
    public SceneSimulator grid(NativeGrid exact) {
        return new SceneSimulator(settings, exact, landscape, excesses);
    }

    public SceneSimulator rotationPrior(double degrees) {
        return with(s -> s.withRotationPrior(degrees));
    }

    public SceneSimulator clouds(List<Cloud> clouds) {
        return with(s -> s.withClouds(List.copyOf(clouds)));
    }

    /**
     * One more roof, a polygon of {east, north} corners in metres, that is warmer than what it stands on. It hides what the
     * ground below does in one scene only.
     */
    public SceneSimulator excess(double[][] polygon, double kelvin) {
        List<Excess> more = new ArrayList<>(excesses);
        more.add(new Excess(polygon, kelvin));
        return new SceneSimulator(settings, grid, landscape, List.copyOf(more));
    }

    /** Ground almost without contrast at 268 K, flagged as snow. */
    public SceneSimulator snow() {
        return with(s -> s.withSnow(true).withContrast(0.03).withMeanKelvin(268));
    }

    public SceneGrid scene() {
        return settings.scene();
    }

    public PixelWindow window() {
        return settings.window();
    }

    /** The ground on which all this is drawn. */
    public Extent extent() {
        return landscape != null ? landscape.extent() : neededExtent();
    }

    /** One scene; the seed decides its grid (unless one is set), its own clutter and its noise. */
    public SimulatedScene simulate(long sceneSeed) {
        Landscape ground = drawnLandscape();
        Extent extent = ground.extent();
        Settings s = settings;
        GroundTruth truth = GroundTruth.flat(extent, s.meanKelvin()).plus(ground.at(s.yearFraction()), s.contrast());
        if (s.sceneClutterKelvin() > 0) {
            double[] variation = s.sceneClutterMetres() > 0
                    ? SmoothField.draw(
                            extent,
                            RandomStreams.within(sceneSeed, "variation"),
                            s.sceneClutterKelvin(),
                            s.sceneClutterMetres())
                    : ground.variation(sceneSeed, s.sceneClutterKelvin());
            excesses.forEach(roof -> roof.hide(extent, variation));
            truth = truth.plus(variation, 1);
        }
        truth = truth.with(excesses);
        Sky sky = new Sky(extent, s.clouds());
        truth = sky.shade(truth);

        Sensor sensor =
                new Sensor(s.pointSpread(), s.noiseKelvin(), s.satellite().planck());
        double[] radiance = sensor.radiance(truth, s.atmosphere());
        sky.cover(radiance, sensor.planck());
        NativeSamples samples = sensor.sample(
                extent,
                radiance,
                gridOf(sceneSeed),
                s.scene(),
                s.window(),
                s.offsetEast(),
                s.offsetNorth(),
                RandomStreams.within(sceneSeed, "noise"));
        double[] pixels = s.resampling().pixels(samples, s.scene(), s.window());
        int[] quality = sky.quality(s.scene(), s.window(), s.snow() ? Sky.CLEAR_SNOW : Sky.CLEAR_LAND);
        return new SimulatedScene(s, truth, samples, pixels, quality);
    }

    private NativeGrid gridOf(long sceneSeed) {
        if (grid != null) {
            return grid;
        }
        RandomGenerator random = RandomStreams.within(sceneSeed, "grid");
        PixelWindow window = settings.window();
        return NativeGrid.random(random, settings.rotationPrior())
                .about(window.centreEast(settings.scene()), window.centreNorth(settings.scene()));
    }

    private Landscape drawnLandscape() {
        return landscape != null ? landscape : Landscape.random(neededExtent(), settings.landscapeSeed());
    }

    private Extent neededExtent() {
        return Extent.around(settings.scene(), settings.window(), settings.groundMargin());
    }
}
