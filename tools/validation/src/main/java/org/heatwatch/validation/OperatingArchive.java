package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.site.Site;

/**
 * A simulated site whose five facilities ran in its reference period; afterwards one stops, one falls to half its
 * activity, one grows by half, and two continue unchanged. The ground is that of the reference experiment.
 *
 * @param archive scenes of the site, whose definition states that it was in operation
 */
record OperatingArchive(SimulatedArchive archive) {
    /** First day after all changes. */
    static final LocalDate CHANGE = LocalDate.of(2023, 6, 1);

    static final String BEFORE = "before";
    static final String AFTER = "after";

    static final LocalDate TESTS_FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TESTS_TO = LocalDate.of(2024, 5, 31);
    private static final double CLEAR = 0.4;
    private static final double LEAST_KELVIN = 4;
    private static final double MOST_KELVIN = 12;

    /** Changes of the facilities, in their order. */
    private static final List<ActivityChange> CHANGES = List.of(
            ActivityChange.STOPPED,
            ActivityChange.UNCHANGED,
            ActivityChange.HALVED,
            ActivityChange.GROWN,
            ActivityChange.UNCHANGED);

    /** Simulates a site. */
    static OperatingArchive of(OperatingActivity activity, long seed, SimulatedSampleExtraction extraction) {
        ArchiveRecipe recipe = ArchiveRecipe.reference();
        List<ScenePlan> plans = plans(seed);
        List<Building> buildings = SimulatedSite.buildings(seed);
        IdleBuildingExcess warmth = IdleBuildingExcess.of(recipe, buildings.size(), plans, seed);
        List<Map<LocalDate, Double>> series = IntStream.range(0, CHANGES.size())
                .mapToObj(i -> kelvin(i, activity, plans, seed))
                .toList();
        SceneMaker maker = new SceneMaker(
                recipe,
                plan -> IntStream.range(0, buildings.size())
                        .mapToObj(i -> SimulatedExcess.ofBuilding(
                                buildings.get(i),
                                warmth.constant(i),
                                warmth.variation(i, plan),
                                i < series.size()
                                        ? series.get(i).getOrDefault(plan.pass().date(), 0.0)
                                        : 0))
                        .toList(),
                SimulatedArchive.ground(recipe, seed, SimulatedArchive.spread(recipe, seed)),
                extraction);
        Site site = inOperation(SimulatedSite.definition(buildings, recipe.footprintErrorMetres(), seed));
        List<ArchiveScene> scenes = plans.parallelStream().map(maker::make).toList();
        return new OperatingArchive(
                new SimulatedArchive(seed, recipe, site, buildings, SimulatedArchive.spread(recipe, seed), scenes));
    }

    /** What becomes of the facility with this id. */
    static ActivityChange change(String facility) {
        return CHANGES.get(Integer.parseInt(facility.substring("facility-".length())) - 1);
    }

    /** Excess of a facility in kelvin on the day of each scene. */
    private static Map<LocalDate, Double> kelvin(
            int facility, OperatingActivity activity, List<ScenePlan> plans, long seed) {
        double mean = RandomStreams.of(seed, "operation " + facility).nextDouble(LEAST_KELVIN, MOST_KELVIN);
        Map<LocalDate, Double> kelvin = activity.on(
                plans.stream().map(plan -> plan.pass().date()).toList(),
                RandomStreams.of(seed, "activity " + facility));
        kelvin.replaceAll((date, fraction) -> mean
                * fraction
                * (date.isBefore(CHANGE) ? 1 : CHANGES.get(facility).factor()));
        return kelvin;
    }

    private static List<ScenePlan> plans(long seed) {
        return clearPasses(TESTS_TO, seed)
                .map(pass -> new ScenePlan(
                        group(pass.date()),
                        pass,
                        /* kelvin= */ 0,
                        /* on= */ Set.of(),
                        RandomStreams.seed(seed, pass.acquisition().id())))
                .toList();
    }

    /**
     * Clear overpasses: two in five of one satellite in the reference period, and of both from {@link #TESTS_FROM} on.
     *
     * @param to last day
     */
    static Stream<ExpectedPass> clearPasses(LocalDate to, long seed) {
        ReferencePeriod reference = SimulatedSite.REFERENCE_PERIOD;
        return Stream.concat(
                        OrbitCalendar.passes(SimulatedSite.SCENE, reference.from(), reference.to()).stream()
                                .filter(pass -> pass.satellite() == Satellite.LANDSAT_8),
                        OrbitCalendar.passes(SimulatedSite.SCENE, TESTS_FROM, to).stream())
                .filter(pass ->
                        RandomStreams.of(seed, "sky " + pass.acquisition().id()).nextDouble() < CLEAR);
    }

    private static String group(LocalDate date) {
        if (date.isBefore(TESTS_FROM)) {
            return SimulatedArchive.REFERENCE;
        }
        return date.isBefore(CHANGE) ? BEFORE : AFTER;
    }

    private static Site inOperation(Site site) {
        ReferencePeriod reference = SimulatedSite.REFERENCE_PERIOD;
        return new Site(
                site.id(),
                site.presentation(),
                site.utm(),
                site.scenes(),
                List.of(new ReferencePeriod(reference.from(), reference.to(), 1, ReferenceKind.OPERATING)),
                site.bounds(),
                site.features());
    }
}
