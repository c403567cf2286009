package org.heatwatch.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.GridBend;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Pass;

/**
 * The stored form of a scene: its record without nesting, its rank, by which writers detect that it was replaced, and
 * the number of items that hold its samples.
 *
 * @param grid rotation in degrees, spacing across and along in metres, shear, phase across and along, origin east and
 *     north; only if the grid is resolved
 * @param bend numbers of the bend of the grid; only if it is bent
 */
record SceneItem(
        ProductId product,
        int boundsVersion,
        int samplerVersion,
        Instant acquiredAt,
        Pass pass,
        double clearFraction,
        double tau,
        Transmittance.Source tauSource,
        ThermalRadiometry radiometry,
        double radiancePerCount,
        Set<SceneFlag> flags,
        String clipKey,
        Optional<List<Double>> grid,
        Optional<List<Double>> bend,
        Optional<Double> residual,
        Optional<String> gridUnresolved,
        String rank,
        int sampleParts) {

    static SceneItem of(SceneRecord scene, int sampleParts) {
        Optional<SampledGrid.Resolved> resolved =
                scene.grid() instanceof SampledGrid.Resolved found ? Optional.of(found) : Optional.empty();
        return new SceneItem(
                scene.product(),
                scene.boundsVersion(),
                scene.extractionVersion(),
                scene.acquiredAt(),
                scene.pass(),
                scene.clearFraction(),
                scene.transmittance().tau(),
                scene.transmittance().source(),
                scene.radiometry(),
                scene.radiancePerCount(),
                scene.flags(),
                scene.clipKey(),
                resolved.map(found -> numbers(found.grid())),
                resolved.map(found -> found.grid().bend().numbers()).filter(numbers -> !numbers.isEmpty()),
                resolved.map(SampledGrid.Resolved::residual),
                scene.grid() instanceof SampledGrid.Unresolved(var reason) ? Optional.of(reason) : Optional.empty(),
                SampleParts.rank(scene),
                sampleParts);
    }

    SceneRecord scene() {
        SampledGrid sampled = grid.<SampledGrid>map(numbers -> new SampledGrid.Resolved(
                        grid(numbers, GridBend.ofNumbers(bend.orElse(List.of()))), residual.orElseThrow()))
                .orElseGet(() -> new SampledGrid.Unresolved(gridUnresolved.orElseThrow()));
        return new SceneRecord(
                product,
                boundsVersion,
                samplerVersion,
                acquiredAt,
                pass,
                sampled,
                clearFraction,
                new Transmittance(tau, tauSource),
                radiometry,
                radiancePerCount,
                flags,
                clipKey);
    }

    private static List<Double> numbers(SamplingGrid grid) {
        GridGeometry geometry = grid.geometry();
        return List.of(
                geometry.rotationDegrees(),
                geometry.acrossMetres(),
                geometry.alongMetres(),
                geometry.shear(),
                grid.phaseAcross(),
                grid.phaseAlong(),
                grid.originEast(),
                grid.originNorth());
    }

    private static SamplingGrid grid(List<Double> numbers, GridBend bend) {
        return new SamplingGrid(
                new GridGeometry(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                numbers.get(7),
                bend);
    }
}
