package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Result of a method for one facility in one test scene.
 *
 * @param method name of the method
 * @param archive seed of the archive
 * @param group group of the scene
 * @param date date of the scene
 * @param facility id of the facility
 * @param score the score
 */
public record Trial(String method, long archive, String group, LocalDate date, String facility, MethodScore score) {

    /** Fits methods to the reference scenes of an archive and scores all its test scenes. */
    public static List<Trial> of(SimulatedArchive archive, List<Method> methods) {
        List<ArchiveScene> tests = archive.scenes().stream()
                .filter(scene -> !scene.group().equals(SimulatedArchive.REFERENCE))
                .toList();
        List<Trial> trials = new ArrayList<>();
        for (Method method : methods) {
            Method.Fitted fitted = method.fit(archive, archive.referenceScenes());
            List<Map<String, MethodScore>> scores =
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
