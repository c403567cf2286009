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
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Pass;

/**
 * The item of a scene: its record without nesting, its rank, by which others see whether it was replaced, and the number of
 * items that hold its samples.
 *
 * @param grid of a resolved grid; rotation, spacings, shear, phases, origin
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
                scene.samplerVersion(),
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
                resolved.map(SampledGrid.Resolved::residual),
                scene.grid() instanceof SampledGrid.Unresolved(var reason) ? Optional.of(reason) : Optional.empty(),
                SampleParts.rank(scene),
                sampleParts);
    }

    SceneRecord scene() {
        SampledGrid sampled = grid.<SampledGrid>map(
                        numbers -> new SampledGrid.Resolved(grid(numbers), residual.orElseThrow()))
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
        GridGeometry g = grid.geometry();
        return List.of(
                g.rotationDegrees(),
                g.acrossMetres(),
                g.alongMetres(),
                g.shear(),
                grid.phaseAcross(),
                grid.phaseAlong(),
                grid.originEast(),
                grid.originNorth());
    }

    private static SamplingGrid grid(List<Double> n) {
        return new SamplingGrid(
                new GridGeometry(n.get(0), n.get(1), n.get(2), n.get(3)), n.get(4), n.get(5), n.get(6), n.get(7));
    }
}
