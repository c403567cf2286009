package org.heatwatch.story;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What happens at a site, and which passes see it. The file format is told in {@code sites/scenarios/README.md}.
 *
 * @param source the file, for messages
 * @param siteFile name of the definition in the project's folder of sites
 * @param seed of all that is drawn
 * @param days first and last day
 * @param watchedFrom first day on which the system is said to run live
 * @param quick stretches that the quick form covers
 */
public record Scenario(
        String source,
        String name,
        String siteFile,
        long seed,
        Days days,
        LocalDate watchedFrom,
        List<Days> quick,
        Climate climate,
        List<Machine> machines) {

    public Scenario {
        quick = List.copyOf(quick);
        machines = List.copyOf(machines);
    }

    /**
     * Reads a scenario file.
     *
     * @throws BadScenario naming the file, the member, what is wrong with it and what to do
     */
    public static Scenario read(Path file) {
        return ScenarioReader.read(file);
    }

    /** Excess in kelvin of a roof on a day; 0 where nothing runs. */
    double excess(String feature, LocalDate date) {
        return machines.stream()
                .filter(machine -> machine.feature().equals(feature))
                .mapToDouble(machine -> machine.excess(date, seed))
                .sum();
    }
}
