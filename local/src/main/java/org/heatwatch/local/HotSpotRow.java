package org.heatwatch.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.hotspot.HotSpot;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A hot spot of a pass, as `hotspots` prints it.
 *
 * @param nearest id of the nearest feature
 * @param suspect whether the pass is not to be trusted
 */
record HotSpotRow(
        String acquisition,
        double longitude,
        double latitude,
        double positionStandardErrorMetres,
        double z,
        double kelvinSquareMetres,
        double kelvinSquareMetresStandardError,
        @Nullable String nearest,
        @Nullable Double nearestMetres,
        boolean suspect,
        boolean simulated) {
    static final List<String> COLUMNS = List.of(
            "acquisition",
            "longitude",
            "latitude",
            "positionStandardErrorMetres",
            "z",
            "kelvinSquareMetres",
            "kelvinSquareMetresStandardError",
            "nearest",
            "nearestMetres",
            "suspect",
            "simulated");

    static List<HotSpotRow> of(SceneCheck pass, Site site) {
        List<HotSpotRow> rows = new ArrayList<>();
        for (HotSpot spot : pass.hotSpots().map(HotSpots::spots).orElse(List.of())) {
            Coordinate at = site.utm().toLonLat(spot.east(), spot.north());
            Optional<HotSpot.Nearest> nearest = spot.nearest().stream().findFirst();
            rows.add(new HotSpotRow(
                    pass.product().acquisition().id(),
                    at.x,
                    at.y,
                    spot.positionError(),
                    spot.z(),
                    spot.kelvinSquareMetres(),
                    spot.kelvinSquareMetresError(),
                    nearest.map(HotSpot.Nearest::id).orElse(null),
                    nearest.map(HotSpot.Nearest::metres).orElse(null),
                    pass.isSuspect(),
                    site.presentation().simulated()));
        }
        return rows;
    }

    List<Object> cells() {
        return List.of(
                acquisition,
                longitude,
                latitude,
                positionStandardErrorMetres,
                z,
                kelvinSquareMetres,
                kelvinSquareMetresStandardError,
                nearest == null ? "" : nearest,
                nearestMetres == null ? "" : nearestMetres,
                suspect,
                simulated);
    }
}
