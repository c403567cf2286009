package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a method said of one facility in one test scene.
 *
 * @param archive its seed
 * @param group of the scene
 */
public record Trial(String method, long archive, String group, LocalDate date, String facility, Score score) {

    /** Fits the methods to the dormant scenes of an archive and lets them judge all its test scenes. */
    public static List<Trial> of(SimulatedArchive archive, List<Method> methods) {
        List<ArchiveScene> tests = archive.scenes().stream()
                .filter(scene -> !scene.group().equals(SimulatedArchive.DORMANT))
                .toList();
        List<Trial> trials = new ArrayList<>();
        for (Method method : methods) {
            Method.Fitted fitted = method.fit(archive, archive.dormant());
            List<Map<String, Score>> scores =
                    tests.parallelStream().map(fitted::scores).toList();
            for (int i = 0; i < tests.size(); i++) {
                ArchiveScene scene = tests.get(i);
                LocalDate date = scene.sampled().scene().acquisition().date();
                scores.get(i)
                        .forEach((facility, score) -> trials.add(
                                new Trial(method.name(), archive.seed(), scene.group(), date, facility, score)));
            }
        }
        return List.copyOf(trials);
    }
}
