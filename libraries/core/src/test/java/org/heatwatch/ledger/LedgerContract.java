package org.heatwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.junit.jupiter.api.Test;

/** Contract of every ledger. */
public abstract class LedgerContract {
    protected static final String SITE = "kaesong";
    protected static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    protected static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    protected static final String T1_AGAIN = "LC08_L1TP_116034_20251104_20251201_02_T1";
    protected static final String L2 = "LC08_L2SP_116034_20251104_20251119_02_T1";
    protected static final String OTHER_DAY = "LC09_L1TP_116034_20251112_20251112_02_T1";

    /** An empty ledger. */
    protected abstract Ledger empty();

    @Test
    void aRecordedSceneIsReadBackBitForBit() {
        Ledger ledger = empty();
        SampledScene scene = LedgerScenes.resolved(T1, 700);
        SampledScene cloudy = LedgerScenes.unresolved(OTHER_DAY);
        ledger.record(SITE, cloudy);
        ledger.record(SITE, scene);
        assertThat(ledger.sampledScenes(SITE)).containsExactly(scene, cloudy);
        assertThat(ledger.scenes(SITE)).containsExactly(scene.scene(), cloudy.scene());
        assertThat(ledger.scene(SITE, scene.scene().acquisition())).contains(scene.scene());
        assertThat(ledger.intake(SITE)).containsExactly(recorded(T1), recorded(OTHER_DAY));
    }

    @Test
    void missingEntriesAreEmpty() {
        Ledger ledger = empty();
        ledger.record("other-site", LedgerScenes.resolved(T1, 10));
        assertThat(ledger.scenes(SITE)).isEmpty();
        assertThat(ledger.sampledScenes(SITE)).isEmpty();
        assertThat(ledger.intake(SITE)).isEmpty();
        assertThat(ledger.intake(SITE, id(T1))).isEmpty();
        assertThat(ledger.scene(SITE, id(T1).acquisition())).isEmpty();
        assertThat(ledger.site(SITE)).isEmpty();
        assertThat(ledger.sites()).isEmpty();
    }

    @Test
    void aBetterProductReplacesTheSceneAndSupersedesTheOther() {
        Ledger ledger = empty();
        assertThat(ledger.record(SITE, LedgerScenes.resolved(RT, 50))).isEqualTo(new RecordResult(id(RT), true));
        assertThat(ledger.record(SITE, LedgerScenes.resolved(T1, 40))).isEqualTo(new RecordResult(id(T1), true));
        assertThat(ledger.sampledScenes(SITE)).containsExactly(LedgerScenes.resolved(T1, 40));
        assertThat(ledger.intake(SITE)).containsExactly(superseded(RT, T1), recorded(T1));
    }

    @Test
    void aWorseProductIsSupersededAtOnce() {
        Ledger ledger = empty();
        ledger.record(SITE, LedgerScenes.resolved(T1, 40));
        assertThat(ledger.record(SITE, LedgerScenes.resolved(RT, 50))).isEqualTo(new RecordResult(id(T1), false));
        assertThat(ledger.sampledScenes(SITE)).containsExactly(LedgerScenes.resolved(T1, 40));
        assertThat(ledger.intake(SITE)).containsExactly(superseded(RT, T1), recorded(T1));
    }

    @Test
    void recordingTheSameSceneAgainChangesNothing() {
        Ledger ledger = empty();
        ledger.record(SITE, LedgerScenes.resolved(T1, 40));
        assertThat(ledger.record(SITE, LedgerScenes.resolved(T1, 40))).isEqualTo(new RecordResult(id(T1), false));
        assertThat(ledger.intake(SITE)).containsExactly(recorded(T1));
    }

    @Test
    void aNewerSampleExtractionReplacesTheSceneOfTheSameProduct() {
        Ledger ledger = empty();
        SampledScene better = LedgerScenes.resolved(T1, 40, 1, 2);
        ledger.record(SITE, LedgerScenes.resolved(T1, 40, 1, 1));
        ledger.record(SITE, better);
        assertThat(ledger.record(SITE, LedgerScenes.resolved(T1, 40, 1, 1))).isEqualTo(new RecordResult(id(T1), false));
        assertThat(ledger.sampledScenes(SITE)).containsExactly(better);
        assertThat(ledger.intake(SITE)).containsExactly(recorded(T1));
    }

    @Test
    void anyResolvedSceneReplacesAnUnresolvedOne() {
        Ledger ledger = empty();
        ledger.record(SITE, LedgerScenes.unresolved(L2));
        ledger.record(SITE, LedgerScenes.resolved(RT, 30));
        assertThat(ledger.record(SITE, LedgerScenes.unresolved(T1))).isEqualTo(new RecordResult(id(RT), false));
        assertThat(ledger.sampledScenes(SITE)).containsExactly(LedgerScenes.resolved(RT, 30));
        assertThat(ledger.intake(SITE)).containsExactlyInAnyOrder(recorded(RT), superseded(T1, RT), superseded(L2, RT));
    }

    @Test
    void outcomesDoNotDependOnTheOrderOfProducts() {
        List<SampledScene> scenes = new ArrayList<>(List.of(
                LedgerScenes.resolved(RT, 30),
                LedgerScenes.resolved(T1, 31),
                LedgerScenes.resolved(T1_AGAIN, 32),
                LedgerScenes.resolved(L2, 33)));
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            Ledger ledger = empty();
            Collections.shuffle(scenes, random);
            scenes.forEach(scene -> ledger.record(SITE, scene));
            assertThat(ledger.sampledScenes(SITE)).containsExactly(LedgerScenes.resolved(L2, 33));
            assertThat(ledger.intake(SITE))
                    .containsExactly(superseded(RT, L2), superseded(T1, L2), superseded(T1_AGAIN, L2), recorded(L2));
            assertThat(ledger.intake(SITE, id(T1))).contains(superseded(T1, L2));
        }
    }

    @Test
    void aFailureNeverHidesThatAProductGaveAScene() {
        Ledger ledger = empty();
        ledger.note(SITE, new IntakeRecord(id(T1), new IntakeOutcome.Unreadable("is cut short")));
        assertThat(ledger.intake(SITE)).containsExactly(unreadable(T1));
        ledger.record(SITE, LedgerScenes.resolved(T1, 40));
        ledger.note(SITE, unreadable(T1));
        assertThat(ledger.intake(SITE)).containsExactly(recorded(T1));
    }

    @Test
    void anUnreadableProductIsSupersededByABetterOneAndNotByAWorse() {
        for (boolean failsFirst : new boolean[] {true, false}) {
            Ledger ledger = empty();
            if (failsFirst) {
                ledger.note(SITE, unreadable(T1));
            }
            ledger.record(SITE, LedgerScenes.resolved(RT, 40));
            assertThat(ledger.intake(SITE, id(T1))).isEqualTo(failsFirst ? some(unreadable(T1)) : none());
            ledger.record(SITE, LedgerScenes.resolved(L2, 40));
            if (!failsFirst) {
                ledger.note(SITE, unreadable(T1));
            }
            assertThat(ledger.intake(SITE)).containsExactly(superseded(RT, L2), superseded(T1, L2), recorded(L2));
        }
    }

    @Test
    void theVersionOfWhatWasReadIsKeptUntilTheNextOutcome() {
        Ledger ledger = empty();
        IntakeRecord first =
                new IntakeRecord(id(T1), new IntakeOutcome.Unreadable("is cut short"), Optional.of("version-1"));
        ledger.note(SITE, first);
        assertThat(ledger.intake(SITE, id(T1))).contains(first);
        assertThat(ledger.intake(SITE)).containsExactly(first);
        ledger.record(SITE, LedgerScenes.resolved(T1, 40));
        assertThat(ledger.intake(SITE)).containsExactly(recorded(T1));
    }

    @Test
    void aFailureKeepsItsLatestReason() {
        Ledger ledger = empty();
        ledger.note(SITE, unreadable(T1));
        IntakeRecord notOurs = new IntakeRecord(id(T1), new IntakeOutcome.NotOurs("is no thermal product"));
        ledger.note(SITE, notOurs);
        assertThat(ledger.intake(SITE)).containsExactly(notOurs);
    }

    @Test
    void anUnresolvedSceneDoesNotHideThatAWorseProductFailed() {
        Ledger ledger = empty();
        ledger.note(SITE, unreadable(RT));
        ledger.record(SITE, LedgerScenes.unresolved(T1));
        assertThat(ledger.intake(SITE)).containsExactly(unreadable(RT), recorded(T1));
        ledger.record(SITE, LedgerScenes.resolved(T1_AGAIN, 20));
        assertThat(ledger.intake(SITE))
                .containsExactly(superseded(RT, T1_AGAIN), superseded(T1, T1_AGAIN), recorded(T1_AGAIN));
    }

    @Test
    void aSceneOfTwelveThousandSamplesFits() {
        Ledger ledger = empty();
        SampledScene large = LedgerScenes.resolved(T1, 12_000);
        ledger.record(SITE, large);
        assertThat(ledger.sampledScenes(SITE)).containsExactly(large);
    }

    @Test
    void aSceneOfALargeSiteFitsAndIsReplacedByASmallerOne() {
        Ledger ledger = empty();
        SampledScene huge = LedgerScenes.resolved(RT, 200_000);
        ledger.record(SITE, huge);
        ledger.record(SITE, LedgerScenes.resolved(OTHER_DAY, 90_000));
        assertThat(ledger.sampledScenes(SITE)).containsExactly(huge, LedgerScenes.resolved(OTHER_DAY, 90_000));
        ledger.record(SITE, LedgerScenes.resolved(T1, 100));
        assertThat(ledger.sampledScenes(SITE))
                .containsExactly(LedgerScenes.resolved(T1, 100), LedgerScenes.resolved(OTHER_DAY, 90_000));
    }

    @Test
    void concurrentWritersGiveTheSameLedger() throws Exception {
        Ledger ledger = empty();
        List<String> products = List.of(RT, T1, T1_AGAIN, L2);
        List<Callable<RecordResult>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String product = products.get(i % products.size());
            work.add(() -> ledger.record(SITE, LedgerScenes.resolved(product, 60)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<RecordResult> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(ledger.sampledScenes(SITE)).containsExactly(LedgerScenes.resolved(L2, 60));
        assertThat(ledger.intake(SITE))
                .containsExactly(superseded(RT, L2), superseded(T1, L2), superseded(T1_AGAIN, L2), recorded(L2));
    }

    @Test
    void aSiteKeepsItsOlderVersions() throws IOException {
        Ledger ledger = empty();
        SiteDefinition first = SiteDefinition.first(kaesong(), "deployment");
        SiteDefinition second = first.next(kaesong().replace("Industrial", "Industry"), "analyst");
        ledger.putSite(first);
        ledger.putSite(second);
        assertThat(ledger.site(SITE)).contains(second);
        assertThat(ledger.site(SITE, 1)).contains(first);
        assertThat(ledger.site(SITE, 2)).contains(second);
        assertThat(ledger.site(SITE, 3)).isEmpty();
        assertThat(ledger.sites()).containsExactly(second);
        assertThat(second.boundsVersion()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void twoChangesOfTheSameVersionConflict() throws IOException {
        Ledger ledger = empty();
        SiteDefinition first = SiteDefinition.first(kaesong(), "deployment");
        ledger.putSite(first);
        ledger.putSite(first.next(kaesong(), "one"));
        assertThatThrownBy(() -> ledger.putSite(first.next(kaesong(), "other"))).isInstanceOf(LedgerConflict.class);
        assertThatThrownBy(() -> ledger.putSite(first)).isInstanceOf(LedgerConflict.class);
        assertThat(ledger.site(SITE).orElseThrow().author()).isEqualTo("one");
    }

    @Test
    void aDefinitionOfFiveThousandBuildingsIsStoredAndReplacedByAnother() throws IOException {
        Ledger ledger = empty();
        SiteDefinition large = SiteDefinition.first(Definitions.withBuildings(kaesong(), 5000), "import");
        assertThat(large.text().length()).isGreaterThan(2_000_000);
        ledger.putSite(large);
        assertThat(ledger.site(SITE)).contains(large);
        assertThat(ledger.sites(List.of(SITE)).definitions()).containsExactly(large);
        SiteDefinition next = large.next(Definitions.withBuildings(kaesong(), 900), "import");
        ledger.putSite(next);
        assertThat(ledger.site(SITE)).contains(next);
        assertThat(ledger.site(SITE, 1)).contains(large);
    }

    @Test
    void idsAreListedInPages() throws IOException {
        Ledger ledger = empty();
        for (String id : List.of("c", "a", "e", "b", "d")) {
            ledger.putSite(Definitions.small(id, "116/34"));
        }
        assertThat(ledger.siteIds()).containsExactly("a", "b", "c", "d", "e");
        assertThat(ledger.siteIds("", 2)).containsExactly("a", "b");
        assertThat(ledger.siteIds("b", 2)).containsExactly("c", "d");
        assertThat(ledger.siteIds("d", 2)).containsExactly("e");
        assertThat(ledger.siteIds("e", 2)).isEmpty();
        assertThat(ledger.sites(List.of("d", "none", "a")).definitions())
                .extracting(SiteDefinition::siteId)
                .containsExactly("d", "a");
    }

    @Test
    void aRemovedSiteIsNotWatchedAndKeepsItsData() throws IOException {
        Ledger ledger = empty();
        SiteDefinition first = SiteDefinition.first(kaesong(), "deployment");
        ledger.putSite(first);
        ledger.record(SITE, LedgerScenes.resolved(T1, 40));
        ledger.removeSite(SITE);
        ledger.removeSite(SITE);
        assertThat(ledger.site(SITE)).isEmpty();
        assertThat(ledger.siteIds()).isEmpty();
        assertThat(ledger.sitesWatching(id(T1).scene())).isEmpty();
        assertThat(ledger.sampledScenes(SITE)).containsExactly(LedgerScenes.resolved(T1, 40));
        RemovedSite removed = ledger.removedSite(SITE).orElseThrow();
        assertThat(removed).isEqualTo(new RemovedSite(SITE, 1, 1, Optional.of(first)));
        SiteDefinition again = removed.next(kaesong(), "analyst");
        assertThat(again.boundsVersion())
                .as("the clips are still those of these bounds")
                .isEqualTo(1);
        ledger.putSite(again);
        assertThat(ledger.site(SITE)).contains(again);
        assertThat(ledger.removedSite(SITE)).isEmpty();
        assertThat(ledger.sitesWatching(id(T1).scene())).containsExactly(SITE);
    }

    @Test
    void theIndexOfPathsAndRowsFollowsAnySequenceOfChanges() {
        Random random = new Random(23);
        List<String> ids = List.of("a", "b", "c", "d");
        List<String> scenes = List.of("116/34", "116/33", "213/210", "117/34", "1/1");
        for (int round = 0; round < 4; round++) {
            Ledger ledger = empty();
            Map<String, Set<String>> expected = new TreeMap<>();
            for (int step = 0; step < 40; step++) {
                String id = ids.get(random.nextInt(ids.size()));
                if (random.nextInt(4) == 0) {
                    ledger.removeSite(id);
                    expected.remove(id);
                } else {
                    List<String> some = new ArrayList<>(scenes);
                    Collections.shuffle(some, random);
                    some = some.subList(0, 1 + random.nextInt(4));
                    save(ledger, id, Definitions.text(id, some.toArray(String[]::new)));
                    expected.put(id, Set.copyOf(some));
                }
                assertThat(ledger.siteIds()).containsExactlyElementsOf(expected.keySet());
                for (String scene : scenes) {
                    assertThat(ledger.sitesWatching(WrsScene.parse(scene)))
                            .as("sites of %s in step %d of round %d", scene, step, round)
                            .containsExactlyElementsOf(expected.entrySet().stream()
                                    .filter(entry -> entry.getValue().contains(scene))
                                    .map(Map.Entry::getKey)
                                    .toList());
                }
            }
        }
    }

    private static void save(Ledger ledger, String id, String text) {
        ledger.putSite(ledger.site(id)
                .map(now -> now.next(text, "test"))
                .or(() -> ledger.removedSite(id).map(removed -> removed.next(text, "test")))
                .orElseGet(() -> SiteDefinition.first(text, "test")));
    }

    private static String kaesong() throws IOException {
        return Files.readString(Path.of(System.getProperty("heatwatch.root"), "sites", "kaesong.geojson"));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static <T> Optional<T> some(T value) {
        return Optional.of(value);
    }

    protected static ProductId id(String product) {
        return ProductId.parse(product);
    }

    protected static IntakeRecord recorded(String product) {
        return new IntakeRecord(id(product), new IntakeOutcome.Recorded());
    }

    protected static IntakeRecord superseded(String product, String by) {
        return new IntakeRecord(id(product), new IntakeOutcome.Superseded(id(by)));
    }

    private static IntakeRecord unreadable(String product) {
        return new IntakeRecord(id(product), new IntakeOutcome.Unreadable("is cut short"));
    }
}
