package org.heatwatch.api;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes the features of a page as GeoJSON.
 *
 * @param withHeaders whether rasters say where their pixels lie, for which each needs a read
 */
record FeatureWriter(Addresses addresses, boolean withHeaders) {
    /** Reads at the same time: enough to hide the time that a read takes, and few for a small function. */
    private static final int THREADS = 16;

    /** Reads headers of the rasters of several features side by side; stores keep them. */
    void prepare(List<Row> rows) {
        List<Row.Asset> rasters = rows.stream()
                .flatMap(row -> row.assets().values().stream())
                .filter(asset -> !asset.bands().isEmpty())
                .toList();
        if (!withHeaders || rasters.isEmpty()) {
            return;
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(THREADS, Thread.ofVirtual().factory())) {
            rasters.forEach(asset -> threads.execute(() -> read(asset)));
        }
    }

    private static void read(Row.Asset asset) {
        try {
            var _ = asset.header().get();
        } catch (RuntimeException e) {
            // The read is repeated, and its failure reported, when the feature is written.
            return;
        }
    }

    byte[] json(Row row) {
        return withHeaders ? FeatureJson.withHeaders(row, addresses) : FeatureJson.of(row, addresses);
    }
}
