package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.simulator.RandomStreams;

/**
 * Overpass of a scene and the facilities that are on.
 *
 * @param group name of its group
 * @param pass the overpass
 * @param kelvin excess of the facilities that are on
 * @param on numbers of those facilities, from 1
 * @param seed seed of all random draws of the scene; derived from the overpass, so that it does not depend on the other
 *     scenes
 */
record ScenePlan(String group, ExpectedPass pass, double kelvin, Set<Integer> on, long seed) {
    private static final LocalDate TESTS_FROM = LocalDate.of(2022, 1, 1);

    /** The two satellites together pass the site every eighth day. */
    private static final double DAYS_BETWEEN_PASSES = 8;

    private static final int FEWEST_TEST_YEARS = 4;

    ScenePlan {
        on = Set.copyOf(on);
    }

    /** Whether the facility with this number, from 1, is on. */
    boolean isOn(int facility) {
        return on.contains(facility);
    }

    /** Plans of all scenes of an archive in the order of their overpasses. */
    static List<ScenePlan> of(ArchiveRecipe recipe, long seed) {
        List<ScenePlan> plans = new ArrayList<>();
        List<ExpectedPass> reference = new ArrayList<>(OrbitCalendar.passes(
                SimulatedSite.SCENE, SimulatedSite.REFERENCE_PERIOD.from(), SimulatedSite.REFERENCE_PERIOD.to()));
        Collections.shuffle(reference, Random.from(RandomStreams.of(seed, "dormant looks")));
        for (ExpectedPass pass : reference.subList(0, recipe.referenceScenes())) {
            plans.add(new ScenePlan(SimulatedArchive.REFERENCE, pass, 0, Set.of(), seedOf(pass, seed)));
        }
        List<TestGroup> groups = new ArrayList<>();
        for (TestGroup group : recipe.groups()) {
            groups.addAll(Collections.nCopies(group.scenes(), group));
        }
        RandomGenerator random = RandomStreams.of(seed, "test scenes");
        Collections.shuffle(groups, Random.from(random));
        int years = (int) Math.max(FEWEST_TEST_YEARS, Math.ceil(groups.size() * DAYS_BETWEEN_PASSES / 365) + 1);
        List<ExpectedPass> tests =
                new ArrayList<>(OrbitCalendar.passes(SimulatedSite.SCENE, TESTS_FROM, TESTS_FROM.plusYears(years)));
        Collections.shuffle(tests, Random.from(random));
        for (int i = 0; i < groups.size(); i++) {
            TestGroup group = groups.get(i);
            ExpectedPass pass = tests.get(i);
            plans.add(new ScenePlan(group.name(), pass, group.kelvin(), group.facilities(), seedOf(pass, seed)));
        }
        plans.sort(Comparator.comparing(plan -> plan.pass().at()));
        return List.copyOf(plans);
    }

    private static long seedOf(ExpectedPass pass, long seed) {
        return RandomStreams.seed(seed, pass.acquisition().id());
    }
}
