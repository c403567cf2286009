package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.validation.SeasonalBaseline.Look;

/** A method that measures each scene by itself and compares the values of each facility with its own idle ones. */
record Measured(String name, Learner learner, SeasonalBaseline.Terms terms) implements Method {
    /** Values of the facilities of one scene, by id; those that are not seen are absent. */
    interface Measure {
        Map<String, Double> of(ArchiveScene scene);
    }

    /** Learns from the dormant scenes how to measure. */
    interface Learner {
        Measure learn(SimulatedArchive archive, List<ArchiveScene> dormant);
    }

    @Override
    public Fitted fit(SimulatedArchive archive, List<ArchiveScene> dormant) {
        Measure measure = learner.learn(archive, dormant);
        Map<String, List<Look>> looks = new HashMap<>();
        List<Map<String, Double>> values =
                dormant.parallelStream().map(measure::of).toList();
        for (int i = 0; i < dormant.size(); i++) {
            ArchiveScene scene = dormant.get(i);
            values.get(i)
                    .forEach((facility, value) -> looks.computeIfAbsent(facility, _ -> new ArrayList<>())
                            .add(look(scene, value)));
        }
        Map<String, SeasonalBaseline> baselines = new HashMap<>();
        looks.forEach((facility, all) ->
                SeasonalBaseline.of(all, terms).ifPresent(baseline -> baselines.put(facility, baseline)));
        return scene -> {
            Map<String, Score> scores = new LinkedHashMap<>();
            measure.of(scene).forEach((facility, value) -> {
                SeasonalBaseline baseline = baselines.get(facility);
                if (baseline != null) {
                    scores.put(facility, baseline.score(look(scene, value)));
                }
            });
            return scores;
        };
    }

    private static Look look(ArchiveScene scene, double value) {
        return new Look(scene.sampled().scene().acquisition().date(), value);
    }
}
