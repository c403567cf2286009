package org.heatwatch.story;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heatwatch.simulator.SimulatedScene;
import org.jspecify.annotations.Nullable;

/** Keeps the last scenes, since the products of an acquisition follow each other and show the same one. */
final class RecentScenes {
    private static final int KEPT = 6;

    private final SceneDraw draw;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    RecentScenes(SceneDraw draw) {
        this.draw = draw;
    }

    /** A scene that is simulated when it is first asked for; who asks meanwhile waits. */
    private final class Kept {
        private final StoryProduct product;
        private @Nullable SimulatedScene scene;

        Kept(StoryProduct product) {
            this.product = product;
        }

        synchronized SimulatedScene scene() {
            SimulatedScene known = scene;
            if (known == null) {
                known = draw.scene(product.taken(), product.pass(), product.sky(), product.isPreliminary());
                scene = known;
            }
            return known;
        }
    }

    SimulatedScene of(StoryProduct product) {
        return kept(product).scene();
    }

    private synchronized Kept kept(StoryProduct product) {
        String key = product.taken().acquisition() + (product.isPreliminary() ? " preliminary" : "");
        Kept found = kept.computeIfAbsent(key, _ -> new Kept(product));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return found;
    }
}
