package org.heatwatch.story;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The course of events at a site, and the passes that observe it. {@code sites/scenarios/README.md} documents the file
 * format.
 *
 * @param source path of the file, for messages
 * @param siteFile name of the definition in the project's folder of sites
 * @param seed seed of all random numbers
 * @param days first and last day
 * @param watchedFrom first day of live operation
 * @param quick ranges of days that the quick form covers
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

    /** Copies the lists. */
    public Scenario {
        quick = List.copyOf(quick);
        machines = List.copyOf(machines);
    }

    /**
     * Reads a scenario file.
     *
     * @throws BadScenario if the file is invalid
     */
    public static Scenario read(Path file) {
        return ScenarioReader.read(file);
    }

    /** Excess in kelvin of a roof on a day; 0 without a machine. */
    double excess(String feature, LocalDate date) {
        return machines.stream()
                .filter(machine -> machine.feature().equals(feature))
                .mapToDouble(machine -> machine.excess(date, seed))
                .sum();
    }
}
