package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.fit.PointSpread;
import org.heatwatch.history.IdleStratum;
import org.heatwatch.history.SceneConversion;
import org.heatwatch.history.TransmittanceClimatology;
import org.heatwatch.history.WatchedRoofs;
import org.heatwatch.hotspot.HotSpot;
import org.heatwatch.hotspot.HotSpotMap;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.idle.DormantScene;
import org.heatwatch.idle.Smoothness;
import org.heatwatch.ledger.SampledScene;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Searches the scenes of a simulated archive for hot spots and compares them with the buildings that are really on. */
public final class HotSpotTrials {
    /** A spot this near to the middle of a building that is on, in metres, is that building's: half their distance. */
    public static final double MATCH_METRES = 70;

    /** The site's outline lies so far round its buildings. */
    private static final double OUTLINE_METRES = 100;

    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);

    private final SimulatedArchive archive;
    private final SceneConversion conversion;
    private final IdleStratum stratum;
    private final HotSpotMap map;

    /**
     * A building that is on.
     *
     * @param kelvinSquareMetres that it really gives off
     */
    public record Truth(Building building, double kelvinSquareMetres) {
        double metres(HotSpot spot) {
            return Math.hypot(spot.east() - building.east(), spot.north() - building.north());
        }
    }

    /** A building that is on and the spot that tells of it. */
    public record Match(Truth truth, HotSpot spot) {}

    /**
     * One scene.
     *
     * @param on what is on
     * @param matches those that were found
     * @param others spots where nothing is on
     */
    public record Outcome(HotSpots found, List<Truth> on, List<Match> matches, List<HotSpot> others) {}

    private HotSpotTrials(SimulatedArchive archive, SceneConversion conversion, IdleStratum stratum, HotSpotMap map) {
        this.archive = archive;
        this.conversion = conversion;
        this.stratum = stratum;
        this.map = map;
    }

    /** Learns from the dormant scenes of an archive. */
    public static HotSpotTrials of(SimulatedArchive archive) {
        List<SampledScene> dormant =
                archive.dormant().stream().map(ArchiveScene::sampled).toList();
        WatchedRoofs watched = new WatchedRoofs(archive.site());
        SceneConversion conversion = new SceneConversion(
                watched.area(),
                new TransmittanceClimatology(
                        dormant.stream().map(SampledScene::scene).toList()));
        List<DormantScene> scenes = dormant.stream()
                .flatMap(scene -> conversion.convert(scene).stream())
                .map(samples -> new DormantScene(samples, 1))
                .toList();
        IdleStratum stratum = IdleStratum.of(watched, scenes, PointSpread.TIRS, SMOOTHNESS)
                .orElseThrow(() -> new IllegalStateException("too few dormant looks"));
        HotSpotMap map = HotSpotMap.of(
                stratum.dormant().stream()
                        .map(IdleStratum.SceneExcesses::residual)
                        .toList(),
                stratum.dormant().stream()
                        .map(IdleStratum.SceneExcesses::variance)
                        .toList(),
                stratum.clutter(),
                stratum.idleVariance(),
                PointSpread.TIRS,
                outline(archive));
        return new HotSpotTrials(archive, conversion, stratum, map);
    }

    private static Geometry outline(SimulatedArchive archive) {
        return new GeometryFactory()
                .buildGeometry(
                        archive.buildings().stream().map(Building::outline).toList())
                .convexHull()
                .buffer(OUTLINE_METRES);
    }

    /** Searches all scenes of a group. */
    public List<Outcome> search(String group) {
        return archive.group(group).parallelStream()
                .flatMap(scene -> conversion.convert(scene.sampled()).stream()
                        .map(stratum::measure)
                        .map(seen -> map.find(
                                seen.residual(),
                                seen.variance(),
                                0,
                                archive.site().features()))
                        .map(found -> outcome(scene, found)))
                .toList();
    }

    private Outcome outcome(ArchiveScene scene, HotSpots found) {
        List<Truth> on = archive.buildings().stream()
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

    @Override
    public String toString() {
        return "%s".formatted(stratum);
    }
}
