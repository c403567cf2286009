package org.heatwatch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;

/**
 * Positions of sources that do not change with every scene: a known source keeps its published position as long as the
 * new estimate is within its standard error. Its observations of earlier overpasses then stay as they are.
 */
final class SteadyPlaces {
    /** A position is published in steps of this many metres, so that it is the same after a conversion to degrees. */
    private static final double STEP_METRES = 0.1;

    private SteadyPlaces() {}

    /** The sources at their steady positions, in the same order. */
    static List<LocatedSource> of(List<LocatedSource> sources, List<String> ids, List<HeatSource> known, Site site) {
        List<LocatedSource> steady = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            LocatedSource source = sources.get(i);
            String id = ids.get(i);
            Optional<Coordinate> before = known.stream()
                    .filter(earlier -> earlier.id().equals(id))
                    .map(earlier -> site.utm().toUtm(earlier.longitude(), earlier.latitude()))
                    .filter(at -> source.distance(at.x, at.y) <= source.positionError())
                    .findFirst();
            steady.add(before.map(at -> at(source, at.x, at.y))
                    .orElseGet(() -> at(source, source.east(), source.north())));
        }
        return List.copyOf(steady);
    }

    private static LocatedSource at(LocatedSource source, double east, double north) {
        return new LocatedSource(
                Math.rint(east / STEP_METRES) * STEP_METRES,
                Math.rint(north / STEP_METRES) * STEP_METRES,
                source.positionError(),
                source.kelvinSquareMetres(),
                source.kelvinSquareMetresError(),
                source.z());
    }
}
