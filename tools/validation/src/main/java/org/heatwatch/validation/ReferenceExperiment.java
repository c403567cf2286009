package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.site.Role;
import org.heatwatch.state.JudgedObservation;

/**
 * The reference experiment: archives of five factories among idle neighbours, with 90 and with 35 reference scenes, and
 * all methods applied to the same scenes. It collects the findings of several chapters, so that each archive is
 * simulated once and then discarded.
 */
final class ReferenceExperiment {
    static final String IDLE = "idle";
    /** Numbers of reference scenes. */
    static final int[] SCENE_COUNTS = {90, 35};

    /** Excesses in kelvin of the ground by name of the test group. */
    static final Map<String, Double> EXCESSES = new TreeMap<>(Map.of("2 K", 2.0, "3 K", 3.0, "5 K", 5.0));

    private static final long FIRST_SEED = 1000;

    private final Effort effort;
    private final Map<Integer, List<Trial>> trials = new LinkedHashMap<>();
    private final Map<Integer, Findings> findings = new LinkedHashMap<>();

    /** Results of the chain under test for one number of reference scenes. */
    static final class Findings {
        final List<Double> idleFacilities = new ArrayList<>();
        final List<Double> referenceParcels = new ArrayList<>();
        final List<Double> referencePeriodParcels = new ArrayList<>();
        final List<Double> parcelMeans = new ArrayList<>();
        final List<Double> idleErrors = new ArrayList<>();
        final List<Double> idleDeviations = new ArrayList<>();
        final Map<SpreadShape, Map<String, List<Double>>> recovered = new EnumMap<>(SpreadShape.class);
        final List<Double> parcelZ = new ArrayList<>();
        int falseStarts;
        double parcelYears;
    }

    private ReferenceExperiment(Effort effort) {
        this.effort = effort;
        for (int sceneCount : SCENE_COUNTS) {
            trials.put(sceneCount, new ArrayList<>());
            findings.put(sceneCount, new Findings());
        }
    }

    /**
     * Runs the experiment.
     *
     * @param cache folder of cached samples
     * @param progress receives a line per archive
     */
    static ReferenceExperiment run(Effort effort, Path cache, Consumer<String> progress) {
        ReferenceExperiment experiment = new ReferenceExperiment(effort);
        for (int i = 0; i < effort.archives(); i++) {
            progress.accept("reference archive %d of %d".formatted(i + 1, effort.archives()));
            experiment.take(SimulatedArchive.keptIn(cache, recipe(effort), FIRST_SEED + i));
        }
        return experiment;
    }

    private static ArchiveRecipe recipe(Effort effort) {
        List<TestGroup> groups = new ArrayList<>();
        groups.add(TestGroup.idle(IDLE, effort.idleScenes()));
        EXCESSES.forEach((name, kelvin) ->
                groups.add(TestGroup.allOn(name, kelvin > 3 ? effort.onScenes() / 3 : effort.onScenes(), kelvin)));
        return ArchiveRecipe.reference().withReferenceScenes(SCENE_COUNTS[0]).withGroups(groups);
    }

    private void take(SimulatedArchive whole) {
        for (int sceneCount : SCENE_COUNTS) {
            SimulatedArchive archive =
                    sceneCount == SCENE_COUNTS[0] ? whole : JudgedArchive.withReferenceScenes(whole, sceneCount);
            JudgedArchive judged = JudgedArchive.of(archive);
            List<Method> methods = new ArrayList<>(Methods.all());
            methods.add(methods.size() - 3, judged.method());
            trials(sceneCount).addAll(Trial.of(archive, methods));
            gather(judged, findings(sceneCount));
        }
    }

    private static void gather(JudgedArchive judged, Findings into) {
        judged.observations(Role.FACILITY, IDLE).forEach(judgement -> {
            into.idleFacilities.add(judgement.observation().heat().score() / 100);
            into.idleErrors.add(judgement.observation().standardError());
            into.idleDeviations.add(judgement.observation().z());
        });
        judged.observations(Role.REFERENCE, IDLE).forEach(judgement -> {
            into.referenceParcels.add(judgement.observation().heat().score() / 100);
            into.parcelZ.add(judgement.observation().z());
        });
        judged.observations(Role.REFERENCE, SimulatedArchive.REFERENCE)
                .forEach(judgement -> into.referencePeriodParcels.add(
                        judgement.observation().heat().score() / 100));
        Map<String, List<Double>> byParcel = new LinkedHashMap<>();
        judged.observations(Role.REFERENCE, IDLE)
                .forEach(judgement -> byParcel.computeIfAbsent(
                                judgement.footprint().feature().id(), _ -> new ArrayList<>())
                        .add(judgement.observation().z()));
        byParcel.values()
                .forEach(z -> into.parcelMeans.add(SampleStatistics.of(z).mean()));
        SpreadShape shape = SimulatedArchive.shape(
                judged.archive().recipe(), judged.archive().seed());
        EXCESSES.forEach((group, kelvin) -> {
            List<Double> shares = into.recovered
                    .computeIfAbsent(shape, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(group, _ -> new ArrayList<>());
            judged.observations(Role.FACILITY, group)
                    .forEach(judgement -> shares.add(judgement.observation().effectiveKelvin() / kelvin));
        });
        for (FeatureHistory footprint : judged.history().features()) {
            if (footprint.feature().role() == Role.REFERENCE) {
                into.falseStarts += (int) footprint.track().transitions().stream()
                        .filter(StateChapter::isStart)
                        .count();
                into.parcelYears += footprint.observations().stream()
                                .filter(observation -> observation.outcome() instanceof JudgedObservation.Scored)
                                .count()
                        / FalseStartChapter.OBSERVATIONS_PER_YEAR;
            }
        }
    }

    Effort effort() {
        return effort;
    }

    List<Trial> trials(int sceneCount) {
        return trials.getOrDefault(sceneCount, List.of());
    }

    Findings findings(int sceneCount) {
        return Objects.requireNonNull(findings.get(sceneCount));
    }
}
