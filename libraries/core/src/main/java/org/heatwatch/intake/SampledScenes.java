package org.heatwatch.intake;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.WatchedScene;

/** Creates the recorded form of a scene from its clip. */
final class SampledScenes {
    /** Snow-covered share of the clear pixels above which a scene counts as a snow scene. */
    private static final double SNOW_SCENE_FRACTION = 0.2;

    private SampledScenes() {}

    static SampledScene of(Clip clip, SampleExtractor extractor, WatchedSite watched, WatchedScene scene, String key) {
        Recovery recovery = finite(extractor.extract(clip, watched.site()));
        SampledGrid grid =
                switch (recovery) {
                    case Recovery.Resolved resolved ->
                        new SampledGrid.Resolved(
                                resolved.samples().grid(),
                                resolved.samples().residual() * clip.scaling().multiplier());
                    case Recovery.Unresolved unresolved -> new SampledGrid.Unresolved(unresolved.reason());
                };
        Optional<StoredSamples> samples =
                switch (recovery) {
                    case Recovery.Resolved resolved ->
                        Optional.of(StoredSamples.of(
                                resolved.samples(),
                                FlaggedSamples.of(clip, resolved.samples(), watched.site()),
                                clip.scaling()));
                    case Recovery.Unresolved _ -> Optional.empty();
                };
        SceneRecord record = new SceneRecord(
                clip.product().id(),
                watched.boundsVersion(),
                extractor.version(),
                clip.product().acquiredAt(),
                scene.pass(),
                grid,
                clip.clearFraction(),
                clip.transmittance(),
                clip.radiometry(),
                clip.scaling().multiplier(),
                flags(clip),
                key);
        return new SampledScene(record, samples);
    }

    /** Samples that are not finite are no samples. */
    private static Recovery finite(Recovery recovery) {
        if (!(recovery instanceof Recovery.Resolved resolved)) {
            return recovery;
        }
        NativeSamples samples = resolved.samples();
        return IntStream.range(0, samples.count()).allMatch(i -> Double.isFinite(samples.value(i)))
                ? recovery
                : new Recovery.Unresolved("its samples are not finite numbers", Optional.of(resolved.quality()));
    }

    private static Set<SceneFlag> flags(Clip clip) {
        Set<SceneFlag> flags = EnumSet.noneOf(SceneFlag.class);
        if (clip.product().hasPreliminaryPointing()) {
            flags.add(SceneFlag.PRELIMINARY_POINTING);
        }
        if (!clip.isWhollyCovered()) {
            flags.add(SceneFlag.PARTLY_COVERED);
        }
        if (clip.snowFraction() > SNOW_SCENE_FRACTION) {
            flags.add(SceneFlag.SNOW);
        }
        if (clip.product().hasLowQuality()) {
            flags.add(SceneFlag.LOW_QUALITY);
        }
        return flags;
    }
}
