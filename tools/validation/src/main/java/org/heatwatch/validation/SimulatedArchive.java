package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.heatwatch.simulator.Landscape;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SensorPointSpread;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/**
 * The scenes of one simulated site over years, in memory. They depend only on recipe and seed, and are simulated in
 * parallel.
 *
 * @param seed seed of all random draws
 * @param recipe parameters of the archive
 * @param site site definition for the estimator
 * @param buildings buildings at their true positions: facilities, reference parcels, controls
 * @param spread point spread of the sensor
 * @param scenes reference and test scenes in the order of their overpasses
 */
public record SimulatedArchive(
        long seed,
        ArchiveRecipe recipe,
        Site site,
        List<Building> buildings,
        SensorPointSpread spread,
        List<ArchiveScene> scenes) {
    /** Group of the scenes of the reference period. */
    public static final String REFERENCE = "reference";

    public SimulatedArchive {
        buildings = List.copyOf(buildings);
        scenes = List.copyOf(scenes);
    }

    /** Simulates all scenes of a recipe and recovers their samples. */
    public static SimulatedArchive of(ArchiveRecipe recipe, long seed) {
        return of(recipe, seed, SimulatedSampleExtraction.blind(SceneSimulator.DAY_ROTATION));
    }

    /** Simulates all scenes of a recipe, with a given extraction of samples. */
    public static SimulatedArchive of(ArchiveRecipe recipe, long seed, SimulatedSampleExtraction extraction) {
        return of(recipe, ScenePlan.of(recipe, seed), seed, extraction);
    }

    /** Simulates given scenes instead of those planned by the recipe. */
    static SimulatedArchive of(
            ArchiveRecipe recipe, List<ScenePlan> plans, long seed, SimulatedSampleExtraction extraction) {
        List<Building> buildings = SimulatedSite.buildings(seed);
        SensorPointSpread spread = spread(recipe, seed);
        SceneSimulator ground = ground(recipe, seed, spread);
        IdleBuildingExcess warmth = IdleBuildingExcess.of(recipe, buildings.size(), plans, seed);
        SceneMaker maker = new SceneMaker(recipe, plan -> excesses(buildings, warmth, plan), ground, extraction);
        Site site = SimulatedSite.definition(buildings, recipe.footprintErrorMetres(), seed);
        List<ArchiveScene> scenes = plans.parallelStream().map(maker::make).toList();
        return new SimulatedArchive(seed, recipe, site, buildings, spread, scenes);
    }

    private static List<SimulatedExcess> excesses(List<Building> buildings, IdleBuildingExcess warmth, ScenePlan plan) {
        return IntStream.range(0, buildings.size())
                .mapToObj(i -> SimulatedExcess.ofBuilding(
                        buildings.get(i),
                        warmth.constant(i),
                        warmth.variation(i, plan),
                        plan.isOn(i + 1) ? plan.kelvin() : 0))
                .toList();
    }

    /** Simulator of the idle ground of an archive without its buildings. */
    static SceneSimulator ground(ArchiveRecipe recipe, long seed, SensorPointSpread spread) {
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

    /** Shape of the point spread of an archive. */
    static SpreadShape shape(ArchiveRecipe recipe, long seed) {
        List<SpreadShape> shapes = List.of(SpreadShape.values());
        SpreadShape drawn = shapes.get(RandomStreams.of(seed, "point spread").nextInt(shapes.size()));
        return recipe.shape().orElse(drawn);
    }

    static SensorPointSpread spread(ArchiveRecipe recipe, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "width");
        double width = recipe.fwhmMetres() * (1 + recipe.fwhmJitter() * (2 * random.nextDouble() - 1));
        return shape(recipe, seed).ofFullWidth(width);
    }

    /** Simulates all scenes; their samples are read from the cache folder if a previous run has stored them. */
    public static SimulatedArchive keptIn(Path folder, ArchiveRecipe recipe, long seed) {
        return of(
                recipe,
                seed,
                new CachedSampleExtraction(folder, SimulatedSampleExtraction.blind(SceneSimulator.DAY_ROTATION)));
    }

    /** The scenes of the reference period. */
    public List<ArchiveScene> referenceScenes() {
        return group(REFERENCE);
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
