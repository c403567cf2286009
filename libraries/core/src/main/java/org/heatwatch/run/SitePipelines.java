package org.heatwatch.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.source.SourcePipeline;

/**
 * The pipelines of a site, each with its cache.
 *
 * @param history computes its history
 * @param sources finds its heat sources
 */
record SitePipelines(HistoryPipeline history, SourcePipeline sources) {

    SitePipelines() {
        this(new HistoryPipeline(), new SourcePipeline());
    }

    /** Keeps the pipelines of few sites, because their caches hold all samples of a site. */
    static final class RecentlyUsed extends LinkedHashMap<String, SitePipelines> {
        private static final long serialVersionUID = 1;
        private static final int CAPACITY = 4;

        RecentlyUsed() {
            super(CAPACITY, 0.75f, /* accessOrder= */ true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SitePipelines> eldest) {
            return size() > CAPACITY;
        }
    }
}
