package org.heatwatch.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heatwatch.history.RoofHistory;

/**
 * A year of a facility or control.
 *
 * @param observations all looks of the year in their order
 * @param changes all changes of its state in the year in their order
 */
public record FacilityYear(List<PublishedObservation> observations, List<StateChange> changes) {

    public FacilityYear {
        observations = List.copyOf(observations);
        changes = List.copyOf(changes);
    }

    static SortedMap<Integer, FacilityYear> of(RoofHistory roof, List<PublishedObservation> observations) {
        SortedMap<Integer, List<PublishedObservation>> looks = new TreeMap<>();
        observations.forEach(look ->
                looks.computeIfAbsent(look.year(), _ -> new ArrayList<>()).add(look));
        SortedMap<Integer, List<StateChange>> changes = new TreeMap<>();
        StateChange.of(roof)
                .forEach(change -> changes.computeIfAbsent(change.year(), _ -> new ArrayList<>())
                        .add(change));
        SortedMap<Integer, FacilityYear> years = new TreeMap<>();
        looks.forEach((year, its) -> years.put(year, new FacilityYear(its, changes.getOrDefault(year, List.of()))));
        // A year without a look may still be the one in which a state became STALE.
        changes.forEach((year, its) -> years.putIfAbsent(year, new FacilityYear(List.of(), its)));
        return years;
    }
}
