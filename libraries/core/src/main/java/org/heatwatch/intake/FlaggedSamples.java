package org.heatwatch.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.FlaggedPatches;
import org.heatwatch.sampling.FittedSamples;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.score.GridPriors;
import org.heatwatch.site.Site;

/** Extracts the samples under small patches that QA_PIXEL flags as cloud. */
final class FlaggedSamples {
    private FlaggedSamples() {}

    /**
     * The samples of a clip that are determined only with the flagged pixels of small patches.
     *
     * @param clear samples that the clear pixels determine
     * @param site of the clip; a product in an adjacent UTM zone has no such samples, because its samples are
     *     transferred to the zone of the site
     */
    static NativeSamples of(Clip clip, NativeSamples clear, Site site) {
        return FlaggedPatches.image(clip)
                .filter(_ -> clip.grid().epsg() == site.utm().epsg())
                .map(image -> FittedSamples.of(image, clear.grid(), GridPriors.of(clip, site))
                        .samples())
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
