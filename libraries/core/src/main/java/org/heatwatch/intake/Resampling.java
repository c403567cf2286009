package org.heatwatch.intake;

import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.Verdict;
import org.heatwatch.site.WatchedScene;

/** Reads kept clips once more with a newer sampler. Nothing is asked of the archive, and everything may be repeated. */
public final class Resampling {
    private final ClipFormat format;
    private final ClipStore clips;
    private final Sampler sampler;
    private final Ledger ledger;

    public Resampling(ClipFormat format, ClipStore clips, Sampler sampler, Ledger ledger) {
        this.format = format;
        this.clips = clips;
        this.sampler = sampler;
        this.ledger = ledger;
    }

    /** What became of a scene. */
    public enum Outcome {
        RESAMPLED,
        /** What is recorded is as good: it was replaced meanwhile, or the new sampler does no better. */
        KEPT,
        /** Its clip is not in the store any more; the scene stays as it is. */
        CLIP_MISSING,
        /** The site no longer watches its path and row; the scene stays as it is. */
        NOT_WATCHED
    }

    /** The scenes of a site that an older sampler has read, in the order of their acquisitions. */
    public List<SceneRecord> outdated(String siteId) {
        return ledger.scenes(siteId).stream()
                .filter(scene -> scene.samplerVersion() < sampler.version())
                .toList();
    }

    /**
     * Reads one scene again from its clip and records it.
     *
     * @throws org.heatwatch.errors.HeatWatchException if the clip is damaged, or a store does not answer or refuses
     */
    public Outcome resample(SceneRecord scene, WatchedSite watched) {
        Optional<WatchedScene> watchedScene =
                watched.site().watched(scene.acquisition().scene());
        if (watchedScene.isEmpty()) {
            return Outcome.NOT_WATCHED;
        }
        Optional<byte[]> bytes = clips.get(scene.clipKey());
        if (bytes.isEmpty()) {
            return Outcome.CLIP_MISSING;
        }
        Clip clip = format.decode(scene.clipKey(), bytes.get());
        // It was cut by the bounds of its time, and is recorded so.
        WatchedSite ofItsTime = new WatchedSite(watched.site(), scene.boundsVersion());
        Verdict verdict = ledger.record(
                watched.site().id(), SceneReading.of(clip, sampler, ofItsTime, watchedScene.get(), scene.clipKey()));
        return verdict.written() ? Outcome.RESAMPLED : Outcome.KEPT;
    }
}
