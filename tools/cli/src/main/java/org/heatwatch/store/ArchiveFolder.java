package org.heatwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.errors.BadNotification;
import org.heatwatch.landsat.OtherProduct;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductName;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Site;
import org.heatwatch.site.WatchedScene;

/** Lists the products in a folder with the layout of the Landsat bucket. */
public final class ArchiveFolder {
    private ArchiveFolder() {}

    /**
     * Checks that a folder of an archive exists.
     *
     * @throws StoreUnusable if it does not
     */
    public static void require(Path root) {
        if (!Files.isDirectory(root)) {
            throw new StoreUnusable(
                    "%s: %s; give the folder of an archive, which contains collection02"
                            .formatted(root, Files.exists(root) ? "is a file" : "there is no such folder"),
                    null);
        }
    }

    /** Products of the scenes that a site watches, sorted by acquisition, then id. Other folders are ignored. */
    public static List<ProductId> products(Path root, Site site) {
        List<ProductId> products = new ArrayList<>();
        for (int level = 1; level <= 2; level++) {
            Path years = root.resolve("collection02/level-%d/standard/oli-tirs".formatted(level));
            for (Path year : folders(years)) {
                for (WatchedScene watched : site.scenes()) {
                    WrsScene scene = watched.scene();
                    for (Path product : folders(year.resolve(scene.pathText()).resolve(scene.rowText()))) {
                        add(String.valueOf(product.getFileName()), scene, products);
                    }
                }
            }
        }
        products.sort(Comparator.comparing(ProductId::acquisition).thenComparing(ProductId::id));
        return products;
    }

    private static void add(String name, WrsScene scene, List<ProductId> products) {
        try {
            switch (ProductName.parse(name)) {
                case ProductId product when product.scene().equals(scene) -> products.add(product);
                case ProductId _, OtherProduct _ -> {}
            }
        } catch (BadNotification e) {
            // Not a product: a folder of the user's own.
        }
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new StoreUnusable("%s: cannot be listed: %s; check its permissions".formatted(parent, e), e);
        }
    }
}
