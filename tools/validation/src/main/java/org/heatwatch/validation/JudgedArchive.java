package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Role;
import org.heatwatch.state.JudgedObservation;

/**
 * A simulated archive and its history, computed by the whole processing chain from the samples of the ledger, without
 * knowledge of the truth.
 *
 * @param archive the archive, with the reference scenes from which the history was computed
 * @param history the history
 */
record JudgedArchive(SimulatedArchive archive, SiteHistory history) {
    /** Name of the chain under test in tables. */
    static final String NAME = "Heat Watch: native samples, background model, GLS";

    /** One scored observation of a footprint, with its scene. */
    record Judged(ArchiveScene scene, FeatureHistory footprint, JudgedObservation.Scored observation) {}

    static JudgedArchive of(SimulatedArchive archive) {
        List<SampledScene> scenes =
                archive.scenes().stream().map(ArchiveScene::sampled).toList();
        LocalDate last = scenes.stream()
                .map(s -> s.scene().acquisition().date())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new JudgedArchive(archive, SiteHistory.of(archive.site(), scenes, last));
    }

    /** A copy of an archive with a random subset of its reference scenes. */
    static SimulatedArchive withReferenceScenes(SimulatedArchive archive, int sceneCount) {
        List<ArchiveScene> referenceScenes = new ArrayList<>(archive.referenceScenes());
        Collections.shuffle(referenceScenes, new Random(archive.seed()));
        Set<ArchiveScene> kept =
                referenceScenes.stream().limit(sceneCount).collect(Collectors.toCollection(LinkedHashSet::new));
        List<ArchiveScene> scenes = archive.scenes().stream()
                .filter(s -> !s.group().equals(SimulatedArchive.REFERENCE) || kept.contains(s))
                .toList();
        return new SimulatedArchive(
                archive.seed(),
                archive.recipe().withReferenceScenes(sceneCount),
                archive.site(),
                archive.buildings(),
                archive.spread(),
                scenes);
    }

    /** All scored observations of features with a role, in scenes of a group. */
    List<Judged> observations(Role role, String group) {
        Map<Acquisition, ArchiveScene> scenes = new HashMap<>();
        archive.scenes().stream()
                .filter(s -> s.group().equals(group))
                .forEach(s -> scenes.put(s.sampled().scene().acquisition(), s));
        List<Judged> judged = new ArrayList<>();
        for (FeatureHistory footprint : history.features()) {
            if (footprint.feature().role() == role) {
                for (JudgedObservation observation : footprint.observations()) {
                    ArchiveScene scene = scenes.get(observation.acquisition());
                    if (scene != null && observation.outcome() instanceof JudgedObservation.Scored scored) {
                        judged.add(new Judged(scene, footprint, scored));
                    }
                }
            }
        }
        return judged;
    }

    /** The check of a scene as a whole, if the history has one. */
    Optional<SceneCheck> check(ArchiveScene scene) {
        return history.scenes().stream()
                .filter(c -> c.product().equals(scene.sampled().scene().product()))
                .findFirst();
    }

    /** The chain as one of the methods compared in tables. */
    Method method() {
        Map<ArchiveScene, Map<String, MethodScore>> scores = new HashMap<>();
        for (String group :
                archive.scenes().stream().map(ArchiveScene::group).distinct().toList()) {
            for (Judged judged : observations(Role.FACILITY, group)) {
                scores.computeIfAbsent(judged.scene(), _ -> new LinkedHashMap<>())
                        .put(
                                judged.footprint().feature().id(),
                                new MethodScore(
                                        judged.observation().effectiveKelvin(),
                                        judged.observation().standardError(),
                                        judged.observation().degreesOfFreedom()));
            }
        }
        return new Method() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Fitted fit(SimulatedArchive of, List<ArchiveScene> referenceScenes) {
                return scene -> scores.getOrDefault(scene, Map.of());
            }
        };
    }
}
