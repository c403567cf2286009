package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.history.SceneCheck;

/** Searches the scenes of a simulated archive for hot spots and matches them with the buildings that are on. */
record HotSpotTrials(JudgedArchive judged) {
    /** Largest distance in metres at which a hot spot is matched with a building: half the spacing of the buildings. */
    static final double MATCH_METRES = 70;

    /**
     * A building that is on.
     *
     * @param building the building
     * @param kelvinSquareMetres true excess times area
     */
    record Truth(Building building, double kelvinSquareMetres) {
        double metres(HotSpot spot) {
            return Math.hypot(spot.east() - building.east(), spot.north() - building.north());
        }
    }

    /** A building that is on and the hot spot matched with it. */
    record Match(Truth truth, HotSpot spot) {}

    /**
     * Result of one scene.
     *
     * @param found all hot spots of the scene
     * @param on buildings that are on
     * @param matches buildings that were found
     * @param others false hot spots
     */
    record Outcome(HotSpots found, List<Truth> on, List<Match> matches, List<HotSpot> others) {}

    /** Searches all scenes of a group. */
    List<Outcome> search(String group) {
        return judged.archive().group(group).stream()
                .flatMap(scene -> judged.check(scene).flatMap(SceneCheck::hotSpots).stream()
                        .map(found -> outcome(scene, found)))
                .toList();
    }

    private Outcome outcome(ArchiveScene scene, HotSpots found) {
        List<Truth> on = judged.archive().buildings().stream()
                .map(b ->
                        new Truth(b, scene.truth().excess(b.id()) * b.outline().getArea()))
                .filter(t -> t.kelvinSquareMetres() > 0)
                .toList();
        List<Match> pairs = found.spots().stream()
                .flatMap(spot -> on.stream().map(truth -> new Match(truth, spot)))
                .filter(match -> match.truth().metres(match.spot()) <= MATCH_METRES)
                .sorted(Comparator.comparingDouble(match -> match.truth().metres(match.spot())))
                .toList();
        List<Match> matches = new ArrayList<>();
        for (Match pair : pairs) {
            if (matches.stream()
                    .noneMatch(m -> m.truth().equals(pair.truth()) || m.spot().equals(pair.spot()))) {
                matches.add(pair);
            }
        }
        Set<HotSpot> matched = matches.stream().map(Match::spot).collect(Collectors.toSet());
        List<HotSpot> others =
                found.spots().stream().filter(s -> !matched.contains(s)).toList();
        return new Outcome(found, on, List.copyOf(matches), others);
    }
}
