package org.heatwatch.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Pass;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Scene records as items. Numbers are text in Java's shortest exact form, so that they come back bit for bit. */
final class SceneItems {
    private static final String GRID = "grid";
    private static final int GRID_NUMBERS = 8;

    private SceneItems() {}

    static Map<String, AttributeValue> write(SceneRecord scene) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("product", Items.text(scene.product().id()));
        item.put("boundsVersion", Items.number(scene.boundsVersion()));
        item.put("samplerVersion", Items.number(scene.samplerVersion()));
        item.put("acquiredAt", Items.text(scene.acquiredAt().toString()));
        item.put("pass", Items.text(scene.pass().name()));
        item.put("clearFraction", Items.exact(scene.clearFraction()));
        item.put("tau", Items.exact(scene.transmittance().tau()));
        item.put("tauSource", Items.text(scene.transmittance().source().name()));
        item.put(
                "radiometry",
                Items.exact(
                        scene.radiometry().multiplier(),
                        scene.radiometry().offset(),
                        scene.radiometry().k1(),
                        scene.radiometry().k2()));
        item.put("radiancePerCount", Items.exact(scene.radiancePerCount()));
        item.put("flags", Items.texts(scene.flags().stream().map(Enum::name).toList()));
        item.put("clipKey", Items.text(scene.clipKey()));
        switch (scene.grid()) {
            case SampledGrid.Resolved resolved -> {
                item.put(GRID, grid(resolved.grid()));
                item.put("residual", Items.exact(resolved.residual()));
            }
            case SampledGrid.Unresolved unresolved -> item.put("gridUnresolved", Items.text(unresolved.reason()));
        }
        return item;
    }

    static SceneRecord read(Map<String, AttributeValue> item) {
        List<Double> radiometry = Items.numbers(item, "radiometry");
        return new SceneRecord(
                ProductId.parse(Items.text(item, "product")),
                Items.integer(item, "boundsVersion"),
                Items.integer(item, "samplerVersion"),
                Instant.parse(Items.text(item, "acquiredAt")),
                Pass.valueOf(Items.text(item, "pass")),
                item.containsKey(GRID)
                        ? new SampledGrid.Resolved(grid(Items.numbers(item, GRID)), Items.number(item, "residual"))
                        : new SampledGrid.Unresolved(Items.text(item, "gridUnresolved")),
                Items.number(item, "clearFraction"),
                new Transmittance(
                        Items.number(item, "tau"), Transmittance.Source.valueOf(Items.text(item, "tauSource"))),
                new ThermalRadiometry(radiometry.get(0), radiometry.get(1), radiometry.get(2), radiometry.get(3)),
                Items.number(item, "radiancePerCount"),
                Items.texts(item, "flags").stream().map(SceneFlag::valueOf).collect(Collectors.toSet()),
                Items.text(item, "clipKey"));
    }

    private static AttributeValue grid(SamplingGrid grid) {
        GridGeometry g = grid.geometry();
        return Items.exact(
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
        if (n.size() != GRID_NUMBERS) {
            throw new IllegalStateException("a grid of %d numbers".formatted(n.size()));
        }
        return new SamplingGrid(
                new GridGeometry(n.get(0), n.get(1), n.get(2), n.get(3)), n.get(4), n.get(5), n.get(6), n.get(7));
    }
}
