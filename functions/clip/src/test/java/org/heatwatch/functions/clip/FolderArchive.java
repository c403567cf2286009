package org.heatwatch.functions.clip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.intake.Archive;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;

/** Simulated products in a folder with the structure of the bucket. */
final class FolderArchive implements Archive {
    private static final int START_OF_A_BAND = 20_000;

    private final Path root;
    private final SimulatedScene scene = SceneSimulator.at(
                    new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
            .simulate(1);

    FolderArchive(Path root) {
        this.root = root;
    }

    ProductId publish(SimulatedProductName name) {
        scene.write(root, name, SceneFacts.day());
        return ProductId.parse(name.id());
    }

    /** Publishes the products that the sample notifications announce. */
    FolderArchive withTheSamples() {
        LocalDate day = LocalDate.of(2025, 11, 4);
        publish(realTime(day));
        publish(tierOne(day));
        publish(SimulatedProductName.level2(SimulatedSatellite.LANDSAT_8, 116, 34, day, SimulatedProductName.Tier.T1)
                .processed(day.plusDays(15)));
        return this;
    }

    static SimulatedProductName realTime(LocalDate day) {
        return SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, day, SimulatedProductName.Tier.RT)
                .processed(day);
    }

    static SimulatedProductName tierOne(LocalDate day) {
        return SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, day, SimulatedProductName.Tier.T1)
                .processed(day.plusDays(14));
    }

    /** Publishes a product with a truncated thermal band. */
    ProductId publishTruncated(SimulatedProductName name) throws IOException {
        ProductId product = publish(name);
        Path band = root.resolve(product.keyPrefix()).resolve(product.fileName("B10.TIF"));
        Files.write(band, Arrays.copyOf(Files.readAllBytes(band), START_OF_A_BAND));
        return product;
    }

    /** Publishes a product without its metadata file. */
    ProductId publishWithoutMetadata(SimulatedProductName name) throws IOException {
        ProductId product = publish(name);
        try (Stream<Path> files = Files.list(root.resolve(product.keyPrefix()))) {
            for (Path file :
                    files.filter(file -> file.toString().contains("_MTL.")).toList()) {
                Files.delete(file);
            }
        }
        return product;
    }

    /** The notification of a product in the form of USGS. */
    static String notification(ProductId product) {
        return "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://%s/%s\"}"
                .formatted(product.id(), LocalIntake.BUCKET, product.keyPrefix());
    }

    @Override
    public ProductFiles open(ProductId product) {
        return DirectoryProduct.in(root.resolve(product.keyPrefix()));
    }

    @Override
    public List<ProductId> list(Acquisition acquisition) {
        return list(
                        acquisition.satellite(),
                        acquisition.scene(),
                        acquisition.date().getYear())
                .stream()
                .filter(product -> product.acquisition().equals(acquisition))
                .toList();
    }

    @Override
    public List<ProductId> list(org.heatwatch.landsat.Satellite satellite, WrsScene scene, int year) {
        try (Stream<Path> folders = Files.walk(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> Objects.toString(folder.getFileName()))
                    .filter(name -> name.startsWith(satellite.code() + "_"))
                    .map(ProductId::parse)
                    .filter(product ->
                            product.scene().equals(scene) && product.acquired().getYear() == year)
                    .sorted((a, b) -> a.id().compareTo(b.id()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the folder {@code events}. */
    static String sample(String name) {
        try {
            return Files.readString(samples().resolve(name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path samples() {
        return Path.of(System.getProperty("heatwatch.root", "../..")).resolve("events");
    }
}
