package org.heatwatch.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.FlaggedPatches;
import org.heatwatch.sampling.FittedSamples;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.NativeSamples;

/** Extracts the samples under small patches that QA_PIXEL flags as cloud. */
final class FlaggedSamples {
    private FlaggedSamples() {}

    /**
     * The samples of a clip that are determined only with the flagged pixels of small patches.
     *
     * @param clear samples that the clear pixels determine
     * @param prior of the geometry of the grid
     */
    static NativeSamples of(Clip clip, NativeSamples clear, GridPrior prior) {
        return FlaggedPatches.image(clip)
                .map(image -> FittedSamples.of(image, clear.grid(), prior).samples())
                .map(all -> others(all, clear))
                .orElseGet(
                        () -> NativeSamples.of(clear.grid(), clear.residual(), new int[0], new int[0], new double[0]));
    }

    private static NativeSamples others(NativeSamples all, NativeSamples clear) {
        Set<Long> known = new HashSet<>();
        for (int i = 0; i < clear.count(); i++) {
            known.add(key(clear, i));
        }
        int[] flagged = IntStream.range(0, all.count())
                .filter(i -> !known.contains(key(all, i)))
                .toArray();
        return NativeSamples.of(
                clear.grid(),
                clear.residual(),
                IntStream.of(flagged).map(all::across).toArray(),
                IntStream.of(flagged).map(all::along).toArray(),
                IntStream.of(flagged).mapToDouble(all::value).toArray());
    }

    private static long key(NativeSamples samples, int sample) {
        return ((long) samples.across(sample) << Integer.SIZE) ^ (samples.along(sample) & 0xffffffffL);
    }
}
