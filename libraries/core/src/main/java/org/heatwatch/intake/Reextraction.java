package org.heatwatch.intake;

import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.RecordResult;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.WatchedScene;

/**
 * Extracts the native samples of stored clips again with a newer version of the extractor. Makes no request to the
 * archive; every step is idempotent.
 */
public final class Reextraction {
    private final ClipFormat format;
    private final ClipStore clips;
    private final SampleExtractor extractor;
    private final Ledger ledger;

    public Reextraction(ClipFormat format, ClipStore clips, SampleExtractor extractor, Ledger ledger) {
        this.format = format;
        this.clips = clips;
        this.extractor = extractor;
        this.ledger = ledger;
    }

    /** Result for one scene. */
    public enum Outcome {
        REEXTRACTED,
        /** The recorded scene was kept because it is at least as good, for example replaced in the meantime. */
        KEPT,
        /** The clip is no longer in the store; the recorded scene is unchanged. */
        CLIP_MISSING,
        /** The site no longer watches the path and row; the recorded scene is unchanged. */
        NOT_WATCHED
    }

    /** The scenes of a site whose samples come from an older version of the extractor, in the order of acquisition. */
    public List<SceneRecord> outdated(String siteId) {
        return ledger.scenes(siteId).stream()
                .filter(scene -> scene.extractionVersion() < extractor.version())
                .toList();
    }

    /**
     * Extracts the samples of one scene again from its clip and records the result.
     *
     * @throws org.heatwatch.errors.HeatWatchException if the clip is damaged, or a store does not answer or refuses
     */
    public Outcome reextract(SceneRecord scene, WatchedSite watched) {
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
        // The clip keeps the version of the bounds that it was clipped with.
        WatchedSite withClipBounds = new WatchedSite(watched.site(), scene.boundsVersion());
        RecordResult recorded = ledger.record(
                watched.site().id(),
                SampledScenes.of(clip, extractor, withClipBounds, watchedScene.get(), scene.clipKey()));
        return recorded.written() ? Outcome.REEXTRACTED : Outcome.KEPT;
    }
}
