package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Pass;
import org.junit.jupiter.api.Test;

final class ProductIntakeTest {
    private static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final String T1_LATER = "LC08_L1TP_116034_20251104_20251201_02_T1";
    private static final String REFLECTANCE_ONLY = "LC08_L2SR_116034_20251104_20251201_02_T1";
    private static final WatchedSite HERE = WatchedSite.of(SiteDefinition.first(MemoryArchive.SITE, "test"));

    private final MemoryArchive archive = new MemoryArchive();
    private final MemoryClips format = new MemoryClips();
    private final MemoryArchive.Clips clips = new MemoryArchive.Clips();
    private final Ledger ledger = Ledgers.inMemory();
    private final List<String> requested = new ArrayList<>();

    private IntakeOutcome take(String product) {
        return take(product, /* lastTry= */ false);
    }

    private IntakeOutcome take(String product, boolean lastTry) {
        return intake(requested::add).take(ProductId.parse(product), HERE, lastTry);
    }

    private ProductIntake intake(ScoringRequests scoringRequests) {
        return new ProductIntake(archive, format, clips, new CloudedSampleExtractor(1), ledger, scoringRequests);
    }

    private SceneRecord recorded() {
        return ledger.scene("here", ProductId.parse(T1).acquisition()).orElseThrow();
    }

    private static IntakeOutcome supersededBy(String product) {
        return new IntakeOutcome.Superseded(ProductId.parse(product));
    }

    private List<IntakeRecord> noted() {
        return ledger.intake("here");
    }

    private static IntakeRecord record(String product, IntakeOutcome outcome) {
        return new IntakeRecord(ProductId.parse(product), outcome);
    }

    @Test
    void aProductIsClippedAndRecordedAndScoringIsRequested() {
        archive.with(T1);
        assertThat(take(T1)).isEqualTo(new IntakeOutcome.Recorded());
        SceneRecord scene = recorded();
        assertThat(scene.product().id()).isEqualTo(T1);
        assertThat(scene.pass()).as("as the site defines the path and row").isEqualTo(Pass.NIGHT);
        assertThat(scene.acquiredAt()).isEqualTo(Instant.parse("2025-11-04T13:10:30.5Z"));
        assertThat(scene.grid()).isEqualTo(new SampledGrid.Unresolved("1.00 clear"));
        assertThat(scene.clearFraction()).isEqualTo(1);
        assertThat(scene.flags()).isEmpty();
        assertThat(scene.radiancePerCount()).isEqualTo(3.342e-4);
        assertThat(scene.clipKey()).isEqualTo("clips/here/2025-11-04/" + T1 + "-1.tif");
        byte[] clip = clips.get(scene.clipKey()).orElseThrow();
        assertThat(format.decode("clip", clip).product().id().id()).isEqualTo(T1);
        assertThat(requested).containsExactly("here");
        assertThat(noted()).containsExactly(record(T1, new IntakeOutcome.Recorded()));
    }

    @Test
    void flagsFollowFromMetadataAndPixels() {
        archive.with(RT, "PRELIMINARY", column -> column % 4 == 0 ? MemoryArchive.SNOW : MemoryArchive.CLEAR);
        take(RT);
        assertThat(recorded().flags()).containsExactlyInAnyOrder(SceneFlag.PRELIMINARY_POINTING, SceneFlag.SNOW);
        archive.cut(T1);
        take(T1);
        assertThat(recorded().flags()).containsExactly(SceneFlag.PARTLY_COVERED);
    }

    @Test
    void snowOnOneFifthOfTheClearPixelsIsNotYetASnowScene() {
        archive.with(T1, "FINAL", column -> switch (column % 10) {
            case 0, 1, 2, 3, 4 -> MemoryArchive.CLOUD;
            case 5 -> MemoryArchive.SNOW;
            default -> MemoryArchive.CLEAR;
        });
        take(T1);
        assertThat(recorded().clearFraction()).isBetween(0.48, 0.52);
        assertThat(recorded().flags()).isEmpty();
    }

    @Test
    void aSiteTakesOnlyWatchedPathsAndRowsAndRecordsNothingOfOthers() {
        IntakeOutcome outcome = take("LC08_L1TP_115034_20251104_20251118_02_T1");
        assertThat(outcome).isEqualTo(new IntakeOutcome.NotOurs("path/row 115034 is not watched by site here"));
        assertThat(noted()).isEmpty();
        assertThat(requested).isEmpty();
    }

    @Test
    void aProductWithoutThermalBandIsRecordedAsSuchAndNotRead() {
        archive.with(REFLECTANCE_ONLY);
        IntakeOutcome outcome = take(REFLECTANCE_ONLY);
        assertThat(outcome).isInstanceOf(IntakeOutcome.NotOurs.class);
        assertThat(noted()).containsExactly(record(REFLECTANCE_ONLY, outcome));
        assertThat(archive.reads()).isZero();
    }

    @Test
    void aWorseProductIsSupersededWithoutBeingReadAndScoringIsStillRequested() {
        archive.with(RT);
        ledger.record("here", LedgerScenes.resolved(T1, 20));
        assertThat(take(RT)).isEqualTo(supersededBy(T1));
        assertThat(noted()).contains(record(RT, supersededBy(T1)));
        assertThat(archive.reads()).isZero();
        assertThat(requested).containsExactly("here");
    }

    @Test
    void aRepeatedProductIsNotReadButScoringIsRequestedAgainInCaseTheFirstRequestWasLost() {
        archive.with(T1);
        ScoringRequests broken = _ -> {
            throw new SourceUnavailable("queue", "no answer", "try again");
        };
        assertThatThrownBy(() -> intake(broken).take(ProductId.parse(T1), HERE, /* lastTry= */ false))
                .isInstanceOf(SourceUnavailable.class);
        int reads = archive.reads();
        assertThat(take(T1)).isEqualTo(new IntakeOutcome.Recorded());
        assertThat(archive.reads()).isEqualTo(reads);
        assertThat(requested).containsExactly("here");
    }

    @Test
    void aSceneThatIsNotBetterThanTheRecordedOneIsSuperseded() {
        archive.with(T1);
        ledger.record("here", LedgerScenes.resolved(RT, 20));
        assertThat(take(T1)).as("its grid was not found").isEqualTo(supersededBy(RT));
        assertThat(recorded().product().id()).isEqualTo(RT);
        assertThat(requested).containsExactly("here");
    }

    @Test
    void aMissingProductIsSupersededByTheBestUsableProductInTheArchive() {
        archive.with(T1).with(T1_LATER).with(REFLECTANCE_ONLY);
        assertThat(take(RT)).isEqualTo(supersededBy(T1_LATER));
        assertThat(noted()).containsExactly(record(RT, supersededBy(T1_LATER)));
        assertThat(requested).isEmpty();
    }

    @Test
    void aMissingProductWithoutABetterOneIsMissing() {
        assertThatThrownBy(() -> take(T1)).isInstanceOf(ProductMissing.class);
        archive.with(REFLECTANCE_ONLY);
        assertThatThrownBy(() -> take(RT)).as("the other has no thermal band").isInstanceOf(ProductMissing.class);
        archive.with(RT);
        assertThatThrownBy(() -> take(T1)).as("a worse one does not supersede").isInstanceOf(ProductMissing.class);
        assertThat(noted()).isEmpty();
    }

    @Test
    void anUnreadableProductIsRecordedOnlyOnTheLastTryAndThrownEachTime() {
        archive.with(T1, "CORRUPT", _ -> MemoryArchive.CLEAR);
        assertThatThrownBy(() -> take(T1)).isInstanceOf(ProductUnreadable.class);
        assertThat(noted()).isEmpty();
        assertThatThrownBy(() -> take(T1, /* lastTry= */ true)).isInstanceOf(ProductUnreadable.class);
        assertThat(noted())
                .singleElement()
                .satisfies(record -> assertThat(record.outcome())
                        .isInstanceOfSatisfying(
                                IntakeOutcome.Unreadable.class,
                                failed -> assertThat(failed.reason()).contains("cut short")));
        assertThat(clips.all()).isEmpty();
    }

    @Test
    void aProductWhoseMetadataStateAnotherIdIsUnreadable() {
        archive.misnamed(T1, T1_LATER);
        assertThatThrownBy(() -> take(T1)).isInstanceOf(ProductUnreadable.class).hasMessageContaining(T1_LATER);
        assertThat(clips.all()).isEmpty();
    }

    @Test
    void theClipIsStoredBeforeTheSceneIsRecorded() {
        archive.with(T1);
        ClipStore full = new ClipStore() {
            @Override
            public void put(String key, byte[] bytes) {
                throw new SourceUnavailable("bucket", "no answer", "try again");
            }

            @Override
            public Optional<byte[]> get(String key) {
                return Optional.empty();
            }
        };
        ProductIntake intake =
                new ProductIntake(archive, format, full, new CloudedSampleExtractor(1), ledger, requested::add);
        assertThatThrownBy(() -> intake.take(ProductId.parse(T1), HERE, /* lastTry= */ true))
                .isInstanceOf(SourceUnavailable.class);
        assertThat(ledger.scenes("here")).isEmpty();
        assertThat(requested).isEmpty();
    }

    @Test
    void onlyProductsOfWatchedPathsAndRowsConcernASite() {
        WatchedSite elsewhere = WatchedSite.of(SiteDefinition.first(
                MemoryArchive.SITE.replace("\"here\"", "\"elsewhere\"").replace("116", "115"), "test"));
        assertThat(HERE.watches(ProductId.parse(T1).scene())).isTrue();
        assertThat(elsewhere.watches(ProductId.parse(T1).scene())).isFalse();
    }
}
