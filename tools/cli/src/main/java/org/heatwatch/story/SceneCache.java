package org.heatwatch.story;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heatwatch.simulator.SimulatedScene;
import org.jspecify.annotations.Nullable;

/** Caches the last scenes: products of the same acquisition follow each other and show the same scene. */
final class SceneCache {
    private static final int CAPACITY = 6;

    private final SceneGenerator generator;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    SceneCache(SceneGenerator generator) {
        this.generator = generator;
    }

    /** A scene that is simulated at first use; other threads wait for it. */
    private final class Entry {
        private final StoryProduct product;
        private @Nullable SimulatedScene scene;

        Entry(StoryProduct product) {
            this.product = product;
        }

        synchronized SimulatedScene scene() {
            SimulatedScene known = scene;
            if (known == null) {
                known = generator.scene(product.taken(), product.pass(), product.sky(), product.isPreliminary());
                scene = known;
            }
            return known;
        }
    }

    /** The scene of a product. */
    SimulatedScene of(StoryProduct product) {
        return entry(product).scene();
    }

    private synchronized Entry entry(StoryProduct product) {
        String key = product.taken().acquisition() + (product.isPreliminary() ? " preliminary" : "");
        Entry found = entries.computeIfAbsent(key, _ -> new Entry(product));
        if (entries.size() > CAPACITY) {
            entries.remove(entries.keySet().iterator().next());
        }
        return found;
    }
}
