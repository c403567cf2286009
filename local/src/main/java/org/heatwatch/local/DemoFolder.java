package org.heatwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.local.store.LocalStore;

/** Where a demonstration keeps its store and its pictures. */
record DemoFolder(Path root) {

    /** The folder without the store of an earlier demonstration. */
    static DemoFolder emptied(Path root) {
        LocalStore.remove(root);
        try {
            DemoFolder folder = new DemoFolder(root);
            Files.createDirectories(folder.bucket());
            Files.createDirectories(root.resolve("charts"));
            return folder;
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be used: %s; give another --data DIR".formatted(root, e));
        }
    }

    /** Stands for the Landsat bucket. */
    Path bucket() {
        return root.resolve("bucket");
    }

    Path heatMap() {
        return root.resolve("heatmap.png");
    }

    Path chart(String name) {
        return root.resolve("charts").resolve(name + ".png");
    }
}
