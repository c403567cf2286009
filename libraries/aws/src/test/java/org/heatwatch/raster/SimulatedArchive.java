package org.heatwatch.raster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.intake.Archive;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;

/** A small archive in a folder: four acquisitions of a site with several products each. */
final class SimulatedArchive implements Archive {
    private final Path root;
    private final List<ProductId> products = new ArrayList<>();

    SimulatedArchive(Path root) {
        this.root = root;
        SceneSimulator site = SceneSimulator.at(
                        new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .landscapeSeed(7)
                .prepared();
        publish(site.simulate(1), LocalDate.of(2025, 10, 3), false);
        publish(site.simulate(2), LocalDate.of(2025, 10, 19), true);
        publish(
                site.clouds(List.of(Cloud.blob(290_829, 4_200_719, 9000))).simulate(3),
                LocalDate.of(2025, 11, 4),
                true);
    }

    private void publish(SimulatedScene scene, LocalDate date, boolean tiered) {
        SimulatedProductName level1 =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, date, SimulatedProductName.Tier.RT);
        write(scene, level1);
        if (tiered) {
            write(
                    scene,
                    SimulatedProductName.level1(
                                    SimulatedSatellite.LANDSAT_8, 116, 34, date, SimulatedProductName.Tier.T1)
                            .processed(date.plusDays(14)));
            write(
                    scene,
                    SimulatedProductName.level2(
                                    SimulatedSatellite.LANDSAT_8, 116, 34, date, SimulatedProductName.Tier.T1)
                            .processed(date.plusDays(15)));
        }
    }

    private void write(SimulatedScene scene, SimulatedProductName name) {
        scene.write(root, name, SceneFacts.day());
        products.add(ProductId.parse(name.id()));
    }

    List<ProductId> products() {
        return List.copyOf(products);
    }

    Path folder(ProductId product) {
        return root.resolve(product.keyPrefix());
    }

    @Override
    public ProductFiles open(ProductId product) {
        return DirectoryProduct.in(folder(product));
    }

    @Override
    public List<ProductId> list(Acquisition acquisition) {
        return products.stream()
                .filter(product -> product.acquisition().equals(acquisition))
                .filter(product -> Files.isDirectory(folder(product)))
                .toList();
    }

    @Override
    public List<ProductId> list(org.heatwatch.landsat.Satellite satellite, WrsScene scene, int year) {
        return products.stream()
                .filter(product -> product.satellite() == satellite
                        && product.scene().equals(scene)
                        && product.acquired().getYear() == year)
                .filter(product -> Files.isDirectory(folder(product)))
                .toList();
    }

    /** A product that does not exist. */
    static ProductFiles nothing(ProductId product) {
        return new Nothing(product);
    }

    private record Nothing(ProductId product) implements ProductFiles {
        @Override
        public String name() {
            return product.id();
        }

        @Override
        public Optional<String> text(String suffix) {
            return Optional.empty();
        }

        @Override
        public BandRaster band(String suffix) {
            throw new ProductMissing(product.fileName(suffix), "is not there", "try again later");
        }
    }
}
