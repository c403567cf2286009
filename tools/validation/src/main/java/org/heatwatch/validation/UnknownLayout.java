package org.heatwatch.validation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.validation.LayoutBuilding.Change;
import org.heatwatch.validation.LayoutBuilding.Group;

/**
 * Simulates sites whose buildings are known only to the simulation: an industrial park on a rotated, partly filled
 * lattice, idle in the reference period, with some buildings in use later.
 */
public final class UnknownLayout {
    private static final double SHORTEST_LENGTH_METRES = 40;
    private static final double LONGEST_LENGTH_METRES = 105;
    private static final double SHORTEST_WIDTH_METRES = 35;
    private static final double LONGEST_WIDTH_METRES = 80;
    private static final double SMALLEST_FIELD_METRES = 150;
    private static final double LARGEST_FIELD_METRES = 300;

    private UnknownLayout() {}

    /** Simulates all scenes of the reference recipe; their samples are read from the cache folder if they are there. */
    public static LayoutArchive keptIn(Path folder, long seed) {
        return keptIn(folder, LayoutRecipe.reference(), seed);
    }

    /** Simulates all scenes of a recipe; their samples are read from the cache folder if they are there. */
    public static LayoutArchive keptIn(Path folder, LayoutRecipe recipe, long seed) {
        return of(
                recipe,
                seed,
                new CachedSampleExtraction(folder, SimulatedSampleExtraction.blind(SceneSimulator.DAY_ROTATION)));
    }

    /** Simulates all scenes of a recipe in parallel, with a given extraction of samples. */
    public static LayoutArchive of(LayoutRecipe recipe, long seed, SimulatedSampleExtraction extraction) {
        ArchiveRecipe ground = recipe.scenes();
        List<LayoutBuilding> buildings = buildings(recipe, seed);
        List<Building> fields = fields(recipe, seed);
        List<ScenePlan> plans = LayoutPlan.scenes(recipe, seed);
        SceneMaker maker = new SceneMaker(
                ground,
                LayoutExcesses.of(recipe, buildings, fields, plans, seed),
                SimulatedArchive.ground(ground, seed, SimulatedArchive.spread(ground, seed)),
                extraction);
        List<ArchiveScene> scenes = plans.parallelStream().map(maker::make).toList();
        return new LayoutArchive(seed, recipe, LayoutSite.definition(recipe, seed), buildings, fields, scenes);
    }

    /** All buildings, row by row. */
    static List<LayoutBuilding> buildings(LayoutRecipe recipe, long seed) {
        List<Building> all = outlines(recipe, seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        // Hot buildings from one end, those in use from the other, changed ones between: counts are independent.
        Collections.shuffle(order, Random.from(RandomStreams.of(seed, "groups")));
        int idleFrom = Math.min(recipe.inUse(), all.size());
        int idleTo = Math.max(idleFrom, all.size() - recipe.hot());
        int resurfacedTo = Math.min(idleTo, idleFrom + recipe.changes().resurfaced());
        int demolishedFrom = Math.max(resurfacedTo, idleTo - recipe.changes().demolished());
        LayoutBuilding[] buildings = new LayoutBuilding[all.size()];
        for (int rank = 0; rank < all.size(); rank++) {
            Group group = rank < idleFrom ? Group.IN_USE : rank < idleTo ? Group.IDLE : Group.HOT;
            Change change =
                    rank < resurfacedTo ? Change.RESURFACED : rank < demolishedFrom ? Change.NONE : Change.DEMOLISHED;
            int i = order.get(rank);
            buildings[i] = building(recipe, all.get(i), group, group == Group.IDLE ? change : Change.NONE, seed);
        }
        return List.of(buildings);
    }

    private static LayoutBuilding building(
            LayoutRecipe recipe, Building building, Group group, Change change, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "excess of " + building.id());
        return switch (group) {
            case HOT -> active(building, group, recipe.hotKelvin().draw(random), recipe.hotFrom());
            case IN_USE -> active(building, group, recipe.inUseKelvin().draw(random), recipe.inUseFrom());
            case IDLE -> new LayoutBuilding(building, group, /* kelvin= */ 0, Optional.empty(), change);
        };
    }

    private static LayoutBuilding active(Building building, Group group, double kelvin, LocalDate start) {
        return new LayoutBuilding(building, group, kelvin, Optional.of(start), Change.NONE);
    }

    private static List<Building> outlines(LayoutRecipe recipe, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "lattice");
        Lattice lattice = Lattice.of(recipe);
        List<Building> buildings = new ArrayList<>();
        for (int place = 0; place < recipe.columns() * recipe.rows(); place++) {
            // Every place draws the same count of values, so that its building does not depend on the others.
            boolean isFilled = random.nextDouble() < recipe.filledShare();
            double x = lattice.x(place % recipe.columns()) + jitter(recipe, random);
            double y = lattice.y(place / recipe.columns()) + jitter(recipe, random);
            double length = random.nextDouble(SHORTEST_LENGTH_METRES, LONGEST_LENGTH_METRES);
            double width = random.nextDouble(SHORTEST_WIDTH_METRES, LONGEST_WIDTH_METRES);
            if (isFilled) {
                buildings.add(lattice.building("building-%03d".formatted(place + 1), x, y, length, width));
            }
        }
        return buildings;
    }

    private static double jitter(LayoutRecipe recipe, RandomGenerator random) {
        return recipe.jitterMetres() * (2 * random.nextDouble() - 1);
    }

    private static List<Building> fields(LayoutRecipe recipe, long seed) {
        Lattice lattice = Lattice.of(recipe);
        List<Building> fields = new ArrayList<>();
        for (int i = 1; i <= recipe.changes().fields(); i++) {
            RandomGenerator random = RandomStreams.of(seed, "field " + i);
            double x = lattice.width() * (random.nextDouble() - 0.5);
            double y = lattice.height() * (random.nextDouble() - 0.5);
            double length = random.nextDouble(SMALLEST_FIELD_METRES, LARGEST_FIELD_METRES);
            double width = random.nextDouble(SMALLEST_FIELD_METRES, LARGEST_FIELD_METRES);
            fields.add(lattice.building("field-" + i, x, y, length, width));
        }
        return List.copyOf(fields);
    }
}
