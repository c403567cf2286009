package org.heatwatch.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heatwatch.history.FeatureHistory;

/**
 * Observations and state changes of a facility or control in one calendar year.
 *
 * @param observations all observations of the year, in order of acquisition
 * @param changes all changes of state in the year, in order
 */
public record FacilityYear(List<PublishedObservation> observations, List<StateChange> changes) {

    public FacilityYear {
        observations = List.copyOf(observations);
        changes = List.copyOf(changes);
    }

    static SortedMap<Integer, FacilityYear> of(FeatureHistory history, List<PublishedObservation> observations) {
        SortedMap<Integer, List<PublishedObservation>> byYear = new TreeMap<>();
        observations.forEach(observation -> byYear.computeIfAbsent(observation.year(), _ -> new ArrayList<>())
                .add(observation));
        SortedMap<Integer, List<StateChange>> changes = new TreeMap<>();
        StateChange.of(history)
                .forEach(change -> changes.computeIfAbsent(change.year(), _ -> new ArrayList<>())
                        .add(change));
        SortedMap<Integer, FacilityYear> years = new TreeMap<>();
        byYear.forEach((year, its) -> years.put(year, new FacilityYear(its, changes.getOrDefault(year, List.of()))));
        // A state may become STALE in a year without observations.
        changes.forEach((year, its) -> years.putIfAbsent(year, new FacilityYear(List.of(), its)));
        return years;
    }
}
