package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Simulates the pixels of a level-1 band 10 product over a site whose ground is known. Immutable: each method returns a
 * modified copy. Random draws depend only on the seed of the landscape and the seed of the scene.
 *
 * <pre>{@code
 * SceneSimulator site = SceneSimulator.kaesong().landscapeSeed(7).prepared();
 * SimulatedScene idle = site.simulate(1);
 * SimulatedScene hot = site.excess(roof, 5).clouds(List.of(Cloud.blob(e, n, 400))).simulate(2);
 * hot.write(bucket, SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, date, Tier.T1),
 * SceneFacts.day());
 * }</pre>
 */
public final class SceneSimulator {
    /** Grid rotation in degrees predicted by the orbit for the descending path 116. */
    public static final double DAY_ROTATION = 14.9;

    /** Grid rotation in degrees predicted by the orbit for the ascending path 213. */
    public static final double NIGHT_ROTATION = -12.0;

    private final Settings settings;
    private final @Nullable NativeGrid grid;
    private final @Nullable Landscape landscape;
    private final List<ExcessPolygon> excesses;

    private SceneSimulator(
            Settings settings, @Nullable NativeGrid grid, @Nullable Landscape landscape, List<ExcessPolygon> excesses) {
        this.settings = settings;
        this.grid = grid;
        this.landscape = landscape;
        this.excesses = excesses;
    }

    /** 130 x 130 pixels around the Kaesong site in a day pass of Landsat 8, with landscape seed 1. */
    public static SceneSimulator kaesong() {
        SceneGrid scene = SceneGrid.kaesong();
        PixelWindow window = scene.windowAround(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, 130, 130);
        return at(scene, window);
    }

    /** A window of a scene, with the other settings of {@link #kaesong()}. */
    public static SceneSimulator at(SceneGrid scene, PixelWindow window) {
        window.requireInside(scene);
        return new SceneSimulator(Settings.usual(scene, window), null, null, List.of());
    }

    /** A window of another size in pixels with the same centre. Discards a prepared landscape. */
    public SceneSimulator size(int columns, int rows) {
        SceneGrid scene = settings.scene();
        PixelWindow now = settings.window();
        PixelWindow window = scene.windowAround(now.centreEast(scene), now.centreNorth(scene), columns, rows);
        window.requireInside(scene);
        return new SceneSimulator(settings.withWindow(window), grid, null, excesses);
    }

    /** Applies a change to the settings. */
    public SceneSimulator with(UnaryOperator<Settings> change) {
        return new SceneSimulator(change.apply(settings), grid, landscape, excesses);
    }

    public SceneSimulator satellite(SimulatedSatellite satellite) {
        return with(s -> s.withSatellite(satellite));
    }

    /** Sets the seed of the landscape, which is drawn by {@link #prepared()} or else anew for each scene. */
    public SceneSimulator landscapeSeed(long seed) {
        return new SceneSimulator(settings.withLandscapeSeed(seed), grid, null, excesses);
    }

    /** Draws the landscape once, for all scenes. */
    public SceneSimulator prepared() {
        return landscape(drawnLandscape());
    }

    /** Sets a landscape, whose extent must exceed the window by the reach of the sensor, about 700 m. */
    public SceneSimulator landscape(Landscape drawn) {
        return new SceneSimulator(settings, grid, drawn, excesses);
    }

    /** Sets the native grid; otherwise each scene draws one referenced to the centre of the window. */
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
     * Adds a roof, a polygon of {east, north} corners in metres, that is warmer than the ground below. It hides the
     * background scatter of a scene on the ground below.
     */
    public SceneSimulator excess(double[][] polygon, double kelvin) {
        return with(new ExcessPolygon(polygon, kelvin));
    }

    /**
     * Makes the ground and everything on it warmer within a polygon of {east, north} corners in metres. The background
     * scatter of a scene remains visible there.
     */
    public SceneSimulator groundExcess(double[][] polygon, double kelvin) {
        return with(new ExcessPolygon(polygon, kelvin, /* isOpaque= */ false));
    }

    private SceneSimulator with(ExcessPolygon excess) {
        List<ExcessPolygon> more = new ArrayList<>(excesses);
        more.add(excess);
        return new SceneSimulator(settings, grid, landscape, List.copyOf(more));
    }

    /** Sets ground at 268 K almost without contrast, flagged as snow. */
    public SceneSimulator snow() {
        return with(s -> s.withSnow(true).withContrast(0.03).withMeanKelvin(268));
    }

    public SceneGrid scene() {
        return settings.scene();
    }

    public PixelWindow window() {
        return settings.window();
    }

    /** The extent of the simulated ground. */
    public Extent extent() {
        return landscape != null ? landscape.extent() : neededExtent();
    }

    /** Simulates one scene; the seed decides its grid (unless one is set), background scatter and noise. */
    public SimulatedScene simulate(long sceneSeed) {
        Landscape ground = drawnLandscape();
        Extent extent = ground.extent();
        Settings s = settings;
        GroundTruth truth = GroundTruth.flat(extent, s.meanKelvin()).plus(ground.at(s.yearFraction()), s.contrast());
        if (s.backgroundScatterKelvin() > 0) {
            double[] variation = s.backgroundScatterMetres() > 0
                    ? SmoothField.draw(
                            extent,
                            RandomStreams.within(sceneSeed, "variation"),
                            s.backgroundScatterKelvin(),
                            s.backgroundScatterMetres())
                    : ground.variation(sceneSeed, s.backgroundScatterKelvin());
            excesses.forEach(roof -> roof.hide(extent, variation));
            truth = truth.plus(variation, 1);
        }
        truth = truth.with(excesses);
        CloudField sky = new CloudField(extent, s.clouds());
        truth = sky.shade(truth);

        SimulatedSensor sensor = new SimulatedSensor(
                s.pointSpread(), s.noiseKelvin(), s.satellite().planck());
        double[] radiance = sensor.radiance(truth, s.atmosphere());
        sky.cover(radiance, sensor.planck());
        SimulatedSamples samples = sensor.sample(
                extent,
                radiance,
                gridOf(sceneSeed),
                s.scene(),
                s.window(),
                s.offsetEast(),
                s.offsetNorth(),
                RandomStreams.within(sceneSeed, "noise"));
        double[] pixels = s.resampling().pixels(samples, s.scene(), s.window());
        int[] quality = sky.quality(s.scene(), s.window(), s.snow() ? QaValues.CLEAR_SNOW : QaValues.CLEAR_LAND);
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
