package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.validation.LayoutBuilding.Change;

/**
 * Excesses at a simulated site with unknown layout.
 *
 * @param recipe parameters of the archive
 * @param buildings all buildings
 * @param fields areas whose ground changes
 * @param warmth excess of the idle buildings
 * @param seed seed of all random draws
 */
record LayoutExcesses(
        LayoutRecipe recipe,
        List<LayoutBuilding> buildings,
        List<Building> fields,
        IdleBuildingExcess warmth,
        long seed)
        implements SimulatedExcesses {
    static LayoutExcesses of(
            LayoutRecipe recipe,
            List<LayoutBuilding> buildings,
            List<Building> fields,
            List<ScenePlan> plans,
            long seed) {
        IdleBuildingExcess warmth = IdleBuildingExcess.of(recipe.ground(), buildings.size(), plans, seed);
        return new LayoutExcesses(recipe, buildings, fields, warmth, seed);
    }

    @Override
    public List<SimulatedExcess> in(ScenePlan plan) {
        boolean isChanged = !plan.pass().date().isBefore(recipe.changes().from());
        List<SimulatedExcess> excesses = new ArrayList<>();
        for (int i = 0; i < buildings.size(); i++) {
            LayoutBuilding building = buildings.get(i);
            if (isChanged && building.change() == Change.DEMOLISHED) {
                continue;
            }
            double constant = warmth.constant(i) + (isChanged ? resurfacedKelvin(building) : 0);
            excesses.add(SimulatedExcess.ofBuilding(
                    building.building(), constant, warmth.variation(i, plan), activity(building, plan)));
        }
        if (isChanged) {
            fields.forEach(field -> excesses.add(SimulatedExcess.ofGround(field, fieldKelvin(field))));
        }
        return excesses;
    }

    private double resurfacedKelvin(LayoutBuilding building) {
        return building.change() == Change.RESURFACED
                ? recipe.changes().resurfacedKelvin()
                        * RandomStreams.of(seed, "resurfaced " + building.id()).nextGaussian()
                : 0;
    }

    private double fieldKelvin(Building field) {
        RandomGenerator random = RandomStreams.of(seed, "change of " + field.id());
        double kelvin = recipe.changes().fieldKelvin().draw(random);
        return random.nextBoolean() ? kelvin : -kelvin;
    }

    /** Excess in kelvin due to the activity of a building in a scene. */
    private double activity(LayoutBuilding building, ScenePlan plan) {
        LocalDate start = building.start().orElse(LocalDate.MAX);
        if (plan.pass().date().isBefore(start)) {
            return 0;
        }
        boolean isActive = building.group() == LayoutBuilding.Group.HOT
                || RandomStreams.of(plan.seed(), "activity of " + building.id()).nextDouble() < recipe.activeShare();
        return isActive ? building.kelvin() : 0;
    }
}
