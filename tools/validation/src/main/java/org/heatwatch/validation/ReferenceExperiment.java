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
import org.heatwatch.history.RoofHistory;
import org.heatwatch.site.Role;
import org.heatwatch.state.JudgedObservation;

/**
 * The reference experiment: archives of five factories among idle neighbours, with 90 and with 35 dormant looks, all
 * methods on the same scenes. What several chapters need is gathered on the way, so that each archive is simulated once and
 * forgotten.
 */
final class ReferenceExperiment {
    static final String IDLE = "idle";
    static final int[] LOOKS = {90, 35};

    /** Excesses in kelvin of the ground, by the name of their group. */
    static final Map<String, Double> EXCESSES = new TreeMap<>(Map.of("2 K", 2.0, "3 K", 3.0, "5 K", 5.0));

    private static final long FIRST_SEED = 1000;

    private final Effort effort;
    private final Map<Integer, List<Trial>> trials = new LinkedHashMap<>();
    private final Map<Integer, Findings> findings = new LinkedHashMap<>();

    /** What the chain under test said where the truth is known, with one number of dormant looks. */
    static final class Findings {
        final List<Double> idleFacilities = new ArrayList<>();
        final List<Double> idleParcels = new ArrayList<>();
        final List<Double> dormantParcels = new ArrayList<>();
        final List<Double> parcelMeans = new ArrayList<>();
        final List<Double> idleErrors = new ArrayList<>();
        final List<Double> idleDeviations = new ArrayList<>();
        final Map<SpreadShape, Map<String, List<Double>>> recovered = new EnumMap<>(SpreadShape.class);
        final List<Double> parcelZ = new ArrayList<>();
        int falseStarts;
        double roofYears;
    }

    private ReferenceExperiment(Effort effort) {
        this.effort = effort;
        for (int looks : LOOKS) {
            trials.put(looks, new ArrayList<>());
            findings.put(looks, new Findings());
        }
    }

    /**
     * Runs it.
     *
     * @param kept folder of samples that were recovered before
     * @param progress told of each archive
     */
    static ReferenceExperiment run(Effort effort, Path kept, Consumer<String> progress) {
        ReferenceExperiment experiment = new ReferenceExperiment(effort);
        for (int i = 0; i < effort.archives(); i++) {
            progress.accept("reference archive %d of %d".formatted(i + 1, effort.archives()));
            experiment.take(SimulatedArchive.keptIn(kept, recipe(effort), FIRST_SEED + i));
        }
        return experiment;
    }

    private static ArchiveRecipe recipe(Effort effort) {
        List<TestGroup> groups = new ArrayList<>();
        groups.add(TestGroup.idle(IDLE, effort.idleScenes()));
        EXCESSES.forEach((name, kelvin) ->
                groups.add(TestGroup.allOn(name, kelvin > 3 ? effort.onScenes() / 3 : effort.onScenes(), kelvin)));
        return ArchiveRecipe.reference().withDormantLooks(LOOKS[0]).withGroups(groups);
    }

    private void take(SimulatedArchive whole) {
        for (int looks : LOOKS) {
            SimulatedArchive archive = looks == LOOKS[0] ? whole : JudgedArchive.withDormantLooks(whole, looks);
            JudgedArchive judged = JudgedArchive.of(archive);
            List<Method> methods = new ArrayList<>(Methods.all());
            methods.add(methods.size() - 3, judged.method());
            trials(looks).addAll(Trial.of(archive, methods));
            gather(judged, findings(looks));
        }
    }

    private static void gather(JudgedArchive judged, Findings into) {
        judged.looks(Role.FACILITY, IDLE).forEach(j -> {
            into.idleFacilities.add(j.look().heat().score() / 100);
            into.idleErrors.add(j.look().standardError());
            into.idleDeviations.add(j.look().z());
        });
        judged.looks(Role.NULL, IDLE).forEach(j -> {
            into.idleParcels.add(j.look().heat().score() / 100);
            into.parcelZ.add(j.look().z());
        });
        judged.looks(Role.NULL, SimulatedArchive.DORMANT)
                .forEach(j -> into.dormantParcels.add(j.look().heat().score() / 100));
        Map<String, List<Double>> byParcel = new LinkedHashMap<>();
        judged.looks(Role.NULL, IDLE)
                .forEach(j -> byParcel.computeIfAbsent(j.roof().feature().id(), _ -> new ArrayList<>())
                        .add(j.look().z()));
        byParcel.values().forEach(z -> into.parcelMeans.add(Sample.of(z).mean()));
        SpreadShape shape = SimulatedArchive.shape(
                judged.archive().recipe(), judged.archive().seed());
        EXCESSES.forEach((group, kelvin) -> {
            List<Double> shares = into.recovered
                    .computeIfAbsent(shape, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(group, _ -> new ArrayList<>());
            judged.looks(Role.FACILITY, group).forEach(j -> shares.add(j.look().effectiveKelvin() / kelvin));
        });
        for (RoofHistory roof : judged.history().roofs()) {
            if (roof.feature().role() == Role.NULL) {
                into.falseStarts += (int) roof.track().transitions().stream()
                        .filter(StateChapter::isStart)
                        .count();
                into.roofYears += roof.looks().stream()
                                .filter(look -> look.outcome() instanceof JudgedObservation.Scored)
                                .count()
                        / PlaceboChapter.LOOKS_PER_YEAR;
            }
        }
    }

    Effort effort() {
        return effort;
    }

    List<Trial> trials(int looks) {
        return trials.getOrDefault(looks, List.of());
    }

    Findings findings(int looks) {
        return Objects.requireNonNull(findings.get(looks));
    }
}
