package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.Landscape;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.PointSpread;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/**
 * One site over years, scene by scene, in memory. Recipe and seed decide everything in it; the scenes are made on all
 * processors.
 *
 * @param site as the estimator knows it
 * @param buildings as they really lie: facilities, idle parcels, controls
 * @param spread of the sensor
 * @param scenes in the order of their passes, dormant and test
 */
public record SimulatedArchive(
        long seed,
        ArchiveRecipe recipe,
        Site site,
        List<Building> buildings,
        PointSpread spread,
        List<ArchiveScene> scenes) {
    /** Group of the scenes of the dormant years. */
    public static final String DORMANT = "dormant";

    public SimulatedArchive {
        buildings = List.copyOf(buildings);
        scenes = List.copyOf(scenes);
    }

    /** Simulates and recovers all scenes of a recipe. */
    public static SimulatedArchive of(ArchiveRecipe recipe, long seed) {
        return of(recipe, seed, Readings.blind(SceneSimulator.DAY_ROTATION));
    }

    /** Simulates all scenes of a recipe, with samples from such readings. */
    public static SimulatedArchive of(ArchiveRecipe recipe, long seed, Readings readings) {
        return of(recipe, ScenePlan.of(recipe, seed), seed, readings);
    }

    /** Simulates scenes that are planned otherwise than the recipe would. */
    static SimulatedArchive of(ArchiveRecipe recipe, List<ScenePlan> plans, long seed, Readings readings) {
        List<Building> buildings = SimulatedSite.buildings(seed);
        PointSpread spread = spread(recipe, seed);
        SceneSimulator ground = ground(recipe, seed, spread);
        RoofWarmth warmth = new RoofWarmth(recipe, buildings.size(), plans, seed);
        SceneMaker maker = new SceneMaker(recipe, buildings, warmth, ground, readings);
        Site site = SimulatedSite.definition(buildings, recipe.footprintErrorMetres(), seed);
        List<ArchiveScene> scenes = plans.parallelStream().map(maker::make).toList();
        return new SimulatedArchive(seed, recipe, site, buildings, spread, scenes);
    }

    /** The simulator of an archive's idle ground without its buildings. */
    static SceneSimulator ground(ArchiveRecipe recipe, long seed, PointSpread spread) {
        return bare(recipe).with(s -> s.withPointSpread(spread)).landscape(landscape(recipe, seed));
    }

    static Landscape landscape(ArchiveRecipe recipe, long seed) {
        return Landscape.random(bare(recipe).extent(), RandomStreams.seed(seed, "landscape"), recipe.staticKelvin());
    }

    private static SceneSimulator bare(ArchiveRecipe recipe) {
        SceneGrid grid = SceneGrid.kaesong();
        PixelWindow window =
                grid.windowAround(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, recipe.pixels(), recipe.pixels());
        return SceneSimulator.at(grid, window);
    }

    /** The shape of the point spread of an archive. */
    static SpreadShape shape(ArchiveRecipe recipe, long seed) {
        List<SpreadShape> shapes = List.of(SpreadShape.values());
        SpreadShape drawn = shapes.get(RandomStreams.of(seed, "point spread").nextInt(shapes.size()));
        return recipe.shape().orElse(drawn);
    }

    static PointSpread spread(ArchiveRecipe recipe, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "width");
        double width = recipe.fwhmMetres() * (1 + recipe.fwhmJitter() * (2 * random.nextDouble() - 1));
        return shape(recipe, seed).ofFullWidth(width);
    }

    /** Simulates all scenes, or takes their samples from a folder if that has been done before. */
    public static SimulatedArchive keptIn(Path folder, ArchiveRecipe recipe, long seed) {
        return of(recipe, seed, new KeptReadings(folder, Readings.blind(SceneSimulator.DAY_ROTATION)));
    }

    /** The scenes of the dormant years. */
    public List<ArchiveScene> dormant() {
        return group(DORMANT);
    }

    /** The scenes of a test group. */
    public List<ArchiveScene> group(String name) {
        return scenes.stream().filter(scene -> scene.group().equals(name)).toList();
    }

    /** Ids of the facilities, {@code facility-1} first. */
    public List<String> facilities() {
        return site.features(Role.FACILITY).stream().map(f -> f.id()).toList();
    }
}
