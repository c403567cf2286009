package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.heatwatch.estimation.linear.Vectors;
import org.heatwatch.site.Role;
import org.heatwatch.validation.KnownScene.Seen;

/**
 * The fit of someone who knows the true samples and where they lie, the idle ground, the outlines, the point spread and
 * the covariance of what is left.
 */
record KnownGround(List<Seen> facilities, Covariance covariance) {
    private static final int PARCELS = 10;
    private static final int CLUTTER_SCENES = 36;

    /** Excess in kelvin of the ground and its formal variance. */
    record Reading(double kelvin, double variance) {}

    /** Least squares under what is known of the covariance, in square kelvin of the ground. */
    private interface Covariance {
        Optional<GeneralisedLeastSquares> fit(Patch patch, KnownScene scene);
    }

    /** With a stationary covariance, fitted by likelihood to the dormant scenes round idle parcels. */
    static KnownGround stationary(SimulatedArchive archive, List<ArchiveScene> dormant) {
        List<Seen> all = seen(archive, Role.NULL);
        List<Seen> parcels = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / PARCELS)) {
            parcels.add(all.get(i));
        }
        List<Patch> patches = dormant.subList(0, Math.min(CLUTTER_SCENES, dormant.size())).parallelStream()
                .flatMap(scene -> {
                    KnownScene known = KnownScene.of(scene);
                    return parcels.stream().flatMap(parcel -> known.near(parcel, List.of()).stream());
                })
                .toList();
        Clutter clutter = Clutter.fit(patches);
        return new KnownGround(
                seen(archive, Role.FACILITY),
                (patch, _) -> patch.under(clutter.covariance(patch.east(), patch.north())));
    }

    /** With the covariance from which the scenes were drawn: clutter, idle buildings and noise. */
    static KnownGround asDrawn(SimulatedArchive archive) {
        DrawnClutter clutter = DrawnClutter.of(archive.recipe());
        List<Seen> idle = new ArrayList<>(seen(archive, Role.NULL));
        idle.addAll(seen(archive, Role.CONTROL));
        double own = archive.recipe().ownKelvin() * archive.recipe().ownKelvin();
        return new KnownGround(seen(archive, Role.FACILITY), (patch, scene) -> {
            DMatrixRMaj covariance = clutter.covariance(patch.east(), patch.north());
            for (int i = 0; i < patch.count(); i++) {
                covariance.add(i, i, scene.noiseKelvin() * scene.noiseKelvin());
            }
            for (Seen building : idle) {
                addOwn(covariance, own, scene.column(building, patch));
            }
            return patch.under(covariance);
        });
    }

    private static void addOwn(DMatrixRMaj covariance, double variance, double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (column[i] > 0) {
                for (int j = 0; j < column.length; j++) {
                    covariance.add(i, j, variance * column[i] * column[j]);
                }
            }
        }
    }

    private static List<Seen> seen(SimulatedArchive archive, Role role) {
        return archive.buildings().stream()
                .filter(building -> building.role() == role)
                .map(building -> new Seen(building, new TrueResponse(building, archive.spread())))
                .toList();
    }

    /** By id of the facility. */
    Map<String, Reading> read(ArchiveScene scene) {
        KnownScene known = KnownScene.of(scene);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Seen facility : facilities) {
            List<Seen> others =
                    facilities.stream().filter(f -> !f.equals(facility)).toList();
            known.near(facility, others)
                    .ifPresent(patch -> covariance
                            .fit(patch, known)
                            .ifPresent(fit -> readings.put(
                                    facility.building().id(),
                                    new Reading(
                                            Vectors.dot(
                                                    fit.weights(0),
                                                    patch.values().getFirst()),
                                            fit.variance(0)))));
        }
        return readings;
    }
}
