package org.heatwatch.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.NativeSamples;

/**
 * Places that the masks of most scenes flag as cloud, in a small patch under an otherwise clear sky: bright buildings.
 * Clouds move, so that a place is rarely under a small one twice.
 */
final class MaskedBuildings {
    private static final double CELL_METRES = 100;
    private static final int FEWEST_SCENES = 5;
    private static final double LEAST_SHARE = 0.5;

    private final Map<Long, int[]> counts = new HashMap<>();

    private MaskedBuildings() {}

    /** Learns from some scenes of a site. */
    static MaskedBuildings of(List<SampledScene> scenes) {
        MaskedBuildings places = new MaskedBuildings();
        for (SampledScene scene : scenes) {
            scene.flaggedSamples().ifPresent(flagged -> places.count(flagged, 0));
        }
        if (!places.counts.isEmpty()) {
            for (SampledScene scene : scenes) {
                scene.nativeSamples().ifPresent(clear -> places.count(clear, 1));
            }
        }
        return places;
    }

    /** Counts the scenes that have a sample in each cell; cells that were never flagged are of no interest. */
    private void count(NativeSamples samples, int kind) {
        Map<Long, Boolean> seen = new HashMap<>();
        for (int i = 0; i < samples.count(); i++) {
            long cell = cell(samples, i);
            if ((kind == 0 || counts.containsKey(cell)) && seen.put(cell, true) == null) {
                counts.computeIfAbsent(cell, _ -> new int[2])[kind]++;
            }
        }
    }

    private static long cell(NativeSamples samples, int sample) {
        long column = (long) Math.floor(samples.east(sample) / CELL_METRES);
        long row = (long) Math.floor(samples.north(sample) / CELL_METRES);
        return (column << Integer.SIZE) ^ (row & 0xffffffffL);
    }

    private boolean isBuilding(long cell) {
        int[] count = counts.getOrDefault(cell, new int[2]);
        return count[0] >= FEWEST_SCENES && count[0] >= LEAST_SHARE * (count[0] + count[1]);
    }

    /** The scene with the flagged samples of bright buildings. */
    SampledScene added(SampledScene scene) {
        return scene.flaggedSamples()
                .map(flagged -> {
                    boolean[] isBuilding = new boolean[flagged.count()];
                    for (int i = 0; i < isBuilding.length; i++) {
                        isBuilding[i] = isBuilding(cell(flagged, i));
                    }
                    StoredSamples samples = scene.samples().orElseThrow();
                    return new SampledScene(scene.scene(), Optional.of(samples.withFlagged(i -> isBuilding[i])));
                })
                .orElse(scene);
    }
}
