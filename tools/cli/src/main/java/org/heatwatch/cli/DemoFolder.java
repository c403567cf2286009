package org.heatwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.store.LocalStore;

/** Where a demonstration keeps its store and its pictures. */
record DemoFolder(Path root) {

    private static final String BUCKET = "bucket";
    private static final String CHARTS = "charts";
    private static final String HEAT_MAP = "heatmap.png";

    /** The folder without what an earlier demonstration left in it. */
    static DemoFolder emptied(Path root) {
        LocalStore.remove(root, BUCKET, CHARTS, HEAT_MAP);
        try {
            DemoFolder folder = new DemoFolder(root);
            Files.createDirectories(folder.bucket());
            Files.createDirectories(root.resolve(CHARTS));
            return folder;
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be used: %s; give another --data DIR".formatted(root, e));
        }
    }

    /** Stands for the Landsat bucket. */
    Path bucket() {
        return root.resolve(BUCKET);
    }

    Path heatMap() {
        return root.resolve(HEAT_MAP);
    }

    Path chart(String name) {
        return root.resolve(CHARTS).resolve(name + ".png");
    }
}
