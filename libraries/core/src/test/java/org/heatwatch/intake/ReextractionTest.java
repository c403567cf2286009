package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReextractionTest {
    private static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final String OTHER_DAY = "LC09_L1TP_116034_20251112_20251112_02_T1";
    private static final SiteDefinition DEFINITION = SiteDefinition.first(MemoryArchive.SITE, "test");

    private final MemoryArchive archive = new MemoryArchive().with(T1);
    private final MemoryClips format = new MemoryClips();
    private final MemoryArchive.Clips clips = new MemoryArchive.Clips();
    private final Ledger ledger = Ledgers.inMemory();

    @BeforeEach
    void takeIn() {
        new ProductIntake(archive, format, clips, new CloudedSampleExtractor(1), ledger, _ -> {})
                .take(ProductId.parse(T1), WatchedSite.of(DEFINITION), /* lastTry= */ false);
        archive.without(T1);
    }

    private Reextraction with(int samplerVersion) {
        return new Reextraction(format, clips, new CloudedSampleExtractor(samplerVersion), ledger);
    }

    private SceneRecord scene() {
        return ledger.scene("here", ProductId.parse(T1).acquisition()).orElseThrow();
    }

    @Test
    void scenesOfAnOlderExtractorVersionAreOutdated() {
        assertThat(with(1).outdated("here")).isEmpty();
        assertThat(with(2).outdated("here")).containsExactly(scene());
        ledger.record("here", LedgerScenes.resolved(OTHER_DAY, 10, 1, 2));
        assertThat(with(2).outdated("here")).containsExactly(scene());
    }

    @Test
    void aSceneIsExtractedAgainFromItsClipWithItsBoundsVersion() {
        WatchedSite later = new WatchedSite(DEFINITION.site(), 3);
        SceneRecord before = scene();
        assertThat(with(2).reextract(before, later)).isEqualTo(Reextraction.Outcome.REEXTRACTED);
        assertThat(scene().extractionVersion()).isEqualTo(2);
        assertThat(scene().boundsVersion()).isEqualTo(1);
        assertThat(scene().clipKey()).isEqualTo(before.clipKey());
        assertThat(with(2).outdated("here")).isEmpty();
    }

    @Test
    void theRecordedSceneIsKeptIfTheNewOneIsNoBetter() {
        assertThat(with(1).reextract(scene(), WatchedSite.of(DEFINITION))).isEqualTo(Reextraction.Outcome.KEPT);
        SceneRecord outdated = scene();
        ledger.record("here", LedgerScenes.resolved(T1, 10));
        assertThat(with(2).reextract(outdated, WatchedSite.of(DEFINITION))).isEqualTo(Reextraction.Outcome.KEPT);
        assertThat(scene().isResolved()).isTrue();
    }

    @Test
    void withoutItsClipASceneIsUnchanged() {
        clips.all().clear();
        SceneRecord before = scene();
        assertThat(with(2).reextract(before, WatchedSite.of(DEFINITION))).isEqualTo(Reextraction.Outcome.CLIP_MISSING);
        assertThat(scene()).isEqualTo(before);
    }

    @Test
    void aSceneOfAPathAndRowThatIsNoLongerWatchedIsUnchanged() {
        SiteDefinition moved = SiteDefinition.first(MemoryArchive.SITE.replace("116", "115"), "test");
        SceneRecord before = scene();
        assertThat(with(2).reextract(before, WatchedSite.of(moved))).isEqualTo(Reextraction.Outcome.NOT_WATCHED);
        assertThat(scene()).isEqualTo(before);
    }

    @Test
    void aDamagedClipIsAnError() {
        clips.put(scene().clipKey(), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> with(2).reextract(scene(), WatchedSite.of(DEFINITION)))
                .isInstanceOf(ProductUnreadable.class);
    }
}
