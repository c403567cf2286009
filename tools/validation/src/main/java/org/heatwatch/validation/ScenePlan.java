package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.intake.OrbitCalendar;
import org.heatwatch.simulator.RandomStreams;

/**
 * When a scene is taken and what is on.
 *
 * @param group name of its group
 * @param kelvin of the facilities that are on
 * @param on numbers of those, from 1
 * @param seed of all that is drawn for it; belongs to the pass, so that it does not depend on how many others there are
 */
record ScenePlan(String group, ExpectedPass pass, double kelvin, Set<Integer> on, long seed) {
    /** The two satellites together pass the site every eighth day. */
    private static final LocalDate TESTS_FROM = LocalDate.of(2022, 1, 1);

    private static final double DAYS_BETWEEN_PASSES = 8;
    private static final int FEWEST_TEST_YEARS = 4;

    ScenePlan {
        on = Set.copyOf(on);
    }

    /** Whether a facility, numbered from 1, is on. */
    boolean isOn(int facility) {
        return on.contains(facility);
    }

    /** All scenes of an archive in their order. */
    static List<ScenePlan> of(ArchiveRecipe recipe, long seed) {
        List<ScenePlan> plans = new ArrayList<>();
        List<ExpectedPass> dormant = new ArrayList<>(
                OrbitCalendar.passes(SimulatedSite.SCENE, SimulatedSite.DORMANT.from(), SimulatedSite.DORMANT.to()));
        Collections.shuffle(dormant, Random.from(RandomStreams.of(seed, "dormant looks")));
        for (ExpectedPass pass : dormant.subList(0, recipe.dormantLooks())) {
            plans.add(new ScenePlan(SimulatedArchive.DORMANT, pass, 0, Set.of(), seedOf(pass, seed)));
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
