package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.validation.SeasonalBaseline.DatedValue;

/** A method that measures each scene separately and scores the value of a facility against its seasonal baseline. */
record PerSceneMethod(String name, Learner learner, SeasonalBaseline.Terms terms) implements Method {
    /** Measures the facilities of a scene: values by id, without facilities that are masked. */
    interface Measure {
        Map<String, Double> of(ArchiveScene scene);
    }

    /** Learns a measure from the reference scenes. */
    interface Learner {
        Measure learn(SimulatedArchive archive, List<ArchiveScene> referenceScenes);
    }

    @Override
    public Fitted fit(SimulatedArchive archive, List<ArchiveScene> referenceScenes) {
        Measure measure = learner.learn(archive, referenceScenes);
        Map<String, List<DatedValue>> history = new HashMap<>();
        List<Map<String, Double>> values =
                referenceScenes.parallelStream().map(measure::of).toList();
        for (int i = 0; i < referenceScenes.size(); i++) {
            ArchiveScene scene = referenceScenes.get(i);
            values.get(i)
                    .forEach((facility, value) -> history.computeIfAbsent(facility, _ -> new ArrayList<>())
                            .add(dated(scene, value)));
        }
        Map<String, SeasonalBaseline> baselines = new HashMap<>();
        history.forEach((facility, all) ->
                SeasonalBaseline.of(all, terms).ifPresent(baseline -> baselines.put(facility, baseline)));
        return scene -> {
            Map<String, MethodScore> scores = new LinkedHashMap<>();
            measure.of(scene).forEach((facility, value) -> {
                SeasonalBaseline baseline = baselines.get(facility);
                if (baseline != null) {
                    scores.put(facility, baseline.score(dated(scene, value)));
                }
            });
            return scores;
        };
    }

    private static DatedValue dated(ArchiveScene scene, double value) {
        return new DatedValue(scene.sampled().scene().acquisition().date(), value);
    }
}
