package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.heatwatch.estimation.linear.Vectors;
import org.heatwatch.site.Role;
import org.heatwatch.validation.OracleScene.ObservedBuilding;

/**
 * Generalised least squares with an oracle, which knows the true samples and their positions, the idle ground, the
 * outlines, the point spread and a covariance of the residuals.
 *
 * @param facilities facilities to estimate
 * @param covariance least squares under the known covariance
 */
record OracleBackground(List<ObservedBuilding> facilities, Covariance covariance) {
    private static final int PARCELS = 10;
    private static final int COVARIANCE_SCENES = 36;

    /** Excess in kelvin of the ground, and its formal variance. */
    record Estimate(double kelvin, double variance) {}

    /** Least squares under the known covariance, in square kelvin of the ground. */
    private interface Covariance {
        Optional<WhitenedLeastSquares> fit(NeighbourhoodModel model, OracleScene scene);
    }

    /** An oracle with a stationary covariance, fitted by REML to the reference scenes around reference parcels. */
    static OracleBackground stationary(SimulatedArchive archive, List<ArchiveScene> referenceScenes) {
        List<ObservedBuilding> all = observed(archive, Role.REFERENCE);
        List<ObservedBuilding> parcels = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / PARCELS)) {
            parcels.add(all.get(i));
        }
        List<NeighbourhoodModel> models =
                referenceScenes.subList(0, Math.min(COVARIANCE_SCENES, referenceScenes.size())).parallelStream()
                        .flatMap(scene -> {
                            OracleScene known = OracleScene.of(scene);
                            return parcels.stream().flatMap(parcel -> known.near(parcel, List.of()).stream());
                        })
                        .toList();
        MaternCovariance fitted = MaternCovariance.fit(models);
        return new OracleBackground(
                observed(archive, Role.FACILITY),
                (model, _) -> model.under(fitted.covariance(model.east(), model.north())));
    }

    /** An oracle with the simulated covariance: background scatter, idle variability of neighbours, and noise. */
    static OracleBackground asDrawn(SimulatedArchive archive) {
        SimulatedCovariance simulated = SimulatedCovariance.of(archive.recipe());
        List<ObservedBuilding> idle = new ArrayList<>(observed(archive, Role.REFERENCE));
        idle.addAll(observed(archive, Role.CONTROL));
        double idleVariance =
                archive.recipe().idleVariabilityKelvin() * archive.recipe().idleVariabilityKelvin();
        return new OracleBackground(observed(archive, Role.FACILITY), (model, scene) -> {
            DMatrixRMaj covariance = simulated.covariance(model.east(), model.north());
            for (int i = 0; i < model.count(); i++) {
                covariance.add(i, i, scene.noiseKelvin() * scene.noiseKelvin());
            }
            for (ObservedBuilding building : idle) {
                addIdleVariability(covariance, idleVariance, scene.column(building, model));
            }
            return model.under(covariance);
        });
    }

    private static void addIdleVariability(DMatrixRMaj covariance, double variance, double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (column[i] > 0) {
                for (int j = 0; j < column.length; j++) {
                    covariance.add(i, j, variance * column[i] * column[j]);
                }
            }
        }
    }

    private static List<ObservedBuilding> observed(SimulatedArchive archive, Role role) {
        return archive.buildings().stream()
                .filter(building -> building.role() == role)
                .map(building -> new ObservedBuilding(building, TrueResponse.of(building, archive.spread())))
                .toList();
    }

    /** Estimates of a scene by id of the facility. */
    Map<String, Estimate> estimate(ArchiveScene scene) {
        OracleScene known = OracleScene.of(scene);
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (ObservedBuilding facility : facilities) {
            List<ObservedBuilding> others =
                    facilities.stream().filter(f -> !f.equals(facility)).toList();
            known.near(facility, others)
                    .ifPresent(model -> covariance
                            .fit(model, known)
                            .ifPresent(fit -> estimates.put(
                                    facility.building().id(),
                                    new Estimate(
                                            Vectors.dot(
                                                    fit.weights(0),
                                                    model.values().getFirst()),
                                            fit.variance(0)))));
        }
        return estimates;
    }
}
