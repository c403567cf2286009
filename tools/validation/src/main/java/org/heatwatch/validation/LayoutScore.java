package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.heatwatch.validation.LayoutBuilding.Group;

/**
 * Places found at a simulated site, compared with the truth.
 *
 * @param active buildings that were active in the period
 * @param matches found buildings
 * @param falsePlaces places more than {@value #FALSE_BEYOND_METRES} m from every active building
 */
public record LayoutScore(List<Active> active, List<Match> matches, List<FoundPlace> falsePlaces) {
    /** Largest distance in metres at which a place is matched with a building. */
    public static final double MATCH_METRES = 60;

    /** A place is false if it is farther than this many metres from every active building. */
    public static final double FALSE_BEYOND_METRES = 80;

    /**
     * A building that was active.
     *
     * @param kelvinSquareMetres true mean excess times area
     */
    public record Active(LayoutBuilding building, double kelvinSquareMetres) {}

    /** An active building and the place matched with it. */
    public record Match(Active active, FoundPlace place) {
        /** Distance in metres between the place and the centre of the building. */
        public double metres() {
            return active.building().metresFrom(place.east(), place.north());
        }

        /** Found excess times area, relative to the true one. */
        public double ratio() {
            return place.kelvinSquareMetres() / active.kelvinSquareMetres();
        }
    }

    public LayoutScore {
        active = List.copyOf(active);
        matches = List.copyOf(matches);
        falsePlaces = List.copyOf(falsePlaces);
    }

    /** Matches places found between two days, inclusive, with the buildings that were active; nearest pairs first. */
    public static LayoutScore of(LayoutArchive archive, List<FoundPlace> places, LocalDate from, LocalDate to) {
        List<Active> active = archive.buildings().stream()
                .map(building -> new Active(building, archive.kelvinSquareMetres(building, from, to)))
                .filter(candidate -> candidate.kelvinSquareMetres() > 0)
                .toList();
        return of(active, places);
    }

    static LayoutScore of(List<Active> active, List<FoundPlace> places) {
        List<Match> pairs = active.stream()
                .flatMap(building -> places.stream().map(place -> new Match(building, place)))
                .filter(pair -> pair.metres() <= MATCH_METRES)
                .sorted(Comparator.comparingDouble(Match::metres))
                .toList();
        Set<Active> matchedBuildings = new HashSet<>();
        Set<FoundPlace> matchedPlaces = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match pair : pairs) {
            if (!matchedBuildings.contains(pair.active()) && !matchedPlaces.contains(pair.place())) {
                matchedBuildings.add(pair.active());
                matchedPlaces.add(pair.place());
                matches.add(pair);
            }
        }
        List<FoundPlace> falsePlaces = places.stream()
                .filter(place -> active.stream()
                        .allMatch(a -> a.building().metresFrom(place.east(), place.north()) > FALSE_BEYOND_METRES))
                .toList();
        return new LayoutScore(active, matches, falsePlaces);
    }

    /** Number of buildings of a group that were active. */
    public int count(Group group) {
        return (int) active.stream().filter(a -> a.building().group() == group).count();
    }

    /** Number of buildings of a group that were found. */
    public int found(Group group) {
        return (int) matches.stream()
                .filter(m -> m.active().building().group() == group)
                .count();
    }

    /** Root mean square distance in metres of the found places from the centres of their buildings; NaN without any. */
    public double positionRms() {
        return Math.sqrt(mean(match -> match.metres() * match.metres()));
    }

    /** Mean ratio of found to true excess times area; NaN if no building was found. */
    public double meanRatio() {
        return mean(Match::ratio);
    }

    private double mean(ToDoubleFunction<Match> value) {
        return matches.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
