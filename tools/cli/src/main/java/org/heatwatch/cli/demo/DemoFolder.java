package org.heatwatch.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.store.LocalStore;

/** The folder in which a demonstration keeps its store, its bucket and its pictures. */
public record DemoFolder(Path root) {

    private static final String BUCKET = "bucket";
    private static final String CHARTS = "charts";
    private static final String HEAT_MAP = "heatmap.png";
    private static final String COMPOSITE = "composite.png";

    /** Prepares a folder: removes the results of an earlier demonstration. */
    public static DemoFolder emptied(Path root) {
        LocalStore.remove(root, BUCKET, CHARTS, HEAT_MAP, COMPOSITE);
        try {
            DemoFolder folder = new DemoFolder(root);
            Files.createDirectories(folder.bucket());
            Files.createDirectories(root.resolve(CHARTS));
            return folder;
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be used: %s; give another --data DIR".formatted(root, e));
        }
    }

    /** The simulated Landsat bucket. */
    public Path bucket() {
        return root.resolve(BUCKET);
    }

    public Path heatMap() {
        return root.resolve(HEAT_MAP);
    }

    /** The composite of the site without outlines. */
    public Path composite() {
        return root.resolve(COMPOSITE);
    }

    public Path chart(String name) {
        return root.resolve(CHARTS).resolve(name + ".png");
    }
}
