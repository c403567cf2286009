package org.heatwatch.reconcile;

import java.util.List;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.intake.Archive;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;

/** A bucket of which only the list matters, which is asked for by years. */
record ListedArchive(List<ProductId> products) implements Archive {
    @Override
    public ProductFiles open(ProductId product) {
        throw new AssertionError("nobody asks for pixels");
    }

    @Override
    public List<ProductId> list(Acquisition acquisition) {
        throw new AssertionError("a year is listed at once");
    }

    @Override
    public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
        return products.stream()
                .filter(p -> p.satellite() == satellite
                        && p.scene().equals(scene)
                        && p.acquired().getYear() == year)
                .toList();
    }
}
