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
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Role;
import org.heatwatch.state.JudgedObservation;

/**
 * A simulated archive as the whole chain tells it: from the ledger's samples to scores and states, knowing nothing of the
 * truth.
 *
 * @param archive with as many dormant looks as the history was told from
 */
record JudgedArchive(SimulatedArchive archive, SiteHistory history) {
    /** How tables call the chain under test. */
    static final String NAME = "Heat Watch: native samples, idle map, GLS";

    /** One look of the history and the scene it is of. */
    record Judged(ArchiveScene scene, RoofHistory roof, JudgedObservation.Scored look) {}

    static JudgedArchive of(SimulatedArchive archive) {
        List<SampledScene> scenes =
                archive.scenes().stream().map(ArchiveScene::sampled).toList();
        LocalDate last = scenes.stream()
                .map(s -> s.scene().acquisition().date())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new JudgedArchive(archive, SiteHistory.of(archive.site(), scenes, last));
    }

    /** The same archive with only some of its dormant looks, drawn at random. */
    static SimulatedArchive withDormantLooks(SimulatedArchive archive, int looks) {
        List<ArchiveScene> dormant = new ArrayList<>(archive.dormant());
        Collections.shuffle(dormant, new Random(archive.seed()));
        Set<ArchiveScene> kept = dormant.stream().limit(looks).collect(Collectors.toCollection(LinkedHashSet::new));
        List<ArchiveScene> scenes = archive.scenes().stream()
                .filter(s -> !s.group().equals(SimulatedArchive.DORMANT) || kept.contains(s))
                .toList();
        return new SimulatedArchive(
                archive.seed(),
                archive.recipe().withDormantLooks(looks),
                archive.site(),
                archive.buildings(),
                archive.spread(),
                scenes);
    }

    /** Every look of roofs of a role that was judged, in scenes of a group. */
    List<Judged> looks(Role role, String group) {
        Map<Acquisition, ArchiveScene> scenes = new HashMap<>();
        archive.scenes().stream()
                .filter(s -> s.group().equals(group))
                .forEach(s -> scenes.put(s.sampled().scene().acquisition(), s));
        List<Judged> judged = new ArrayList<>();
        for (RoofHistory roof : history.roofs()) {
            if (roof.feature().role() == role) {
                for (JudgedObservation look : roof.looks()) {
                    ArchiveScene scene = scenes.get(look.acquisition());
                    if (scene != null && look.outcome() instanceof JudgedObservation.Scored scored) {
                        judged.add(new Judged(scene, roof, scored));
                    }
                }
            }
        }
        return judged;
    }

    /** What the history says of a scene as a whole. */
    Optional<SceneCheck> check(ArchiveScene scene) {
        return history.scenes().stream()
                .filter(c -> c.product().equals(scene.sampled().scene().product()))
                .findFirst();
    }

    /** The chain as one of the methods that tables compare. */
    Method method() {
        Map<ArchiveScene, Map<String, Score>> scores = new HashMap<>();
        for (String group :
                archive.scenes().stream().map(ArchiveScene::group).distinct().toList()) {
            for (Judged judged : looks(Role.FACILITY, group)) {
                scores.computeIfAbsent(judged.scene(), _ -> new LinkedHashMap<>())
                        .put(
                                judged.roof().feature().id(),
                                new Score(
                                        judged.look().effectiveKelvin(),
                                        judged.look().standardError(),
                                        judged.look().freedom()));
            }
        }
        return new Method() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Fitted fit(SimulatedArchive of, List<ArchiveScene> dormant) {
                return scene -> scores.getOrDefault(scene, Map.of());
            }
        };
    }
}
