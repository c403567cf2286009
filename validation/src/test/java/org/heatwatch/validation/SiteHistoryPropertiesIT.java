package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.validation.AlteredScenes.brighter;
import static org.heatwatch.validation.AlteredScenes.processed;
import static org.heatwatch.validation.AlteredScenes.unresolved;
import static org.heatwatch.validation.AlteredScenes.without;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.heatwatch.history.HistoryMemory;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Tier;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.score.FacilityReading;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.CurrentState;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.StateTrack;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** What any history must keep to, on one archive of 30 dormant and 8 later scenes: its facilities are on in the last 5. */
final class SiteHistoryPropertiesIT {
    private static final int IDLE = 3;
    private static final ArchiveRecipe RECIPE = ArchiveRecipe.reference()
            .withDormantLooks(30)
            .withCloudProbability(0.4)
            .withGroups(List.of(TestGroup.idle("idle", IDLE), TestGroup.allOn("5 K", 5, 5)));
    private static final long SEED = LongStream.iterate(1, seed -> seed + 1)
            .filter(seed -> ScenePlan.of(RECIPE, seed).stream()
                    .filter(plan -> !plan.group().equals(SimulatedArchive.DORMANT))
                    .limit(IDLE)
                    .allMatch(plan -> plan.group().equals("idle")))
            .findFirst()
            .orElseThrow();
    private static final SimulatedArchive ARCHIVE = SimulatedArchive.of(RECIPE, SEED);
    private static final Site SITE = ARCHIVE.site();
    private static final List<SampledScene> SCENES =
            ARCHIVE.scenes().stream().map(ArchiveScene::sampled).toList();
    private static final LocalDate LAST = date(SCENES.getLast());
    private static final SiteHistory HISTORY = SiteHistory.of(SITE, SCENES, LAST);

    @Test
    void orderAndRepetitionMakeNoDifference() {
        List<SampledScene> shuffled = new ArrayList<>(SCENES);
        shuffled.addAll(SCENES.subList(5, 36));
        Collections.shuffle(shuffled, new Random(1));

        assertThat(SiteHistory.of(SITE, shuffled, LAST)).isEqualTo(HISTORY);
    }

    @Test
    void worseReadingsOfTheSameAcquisitionsMakeNoDifference() {
        List<SampledScene> all = new ArrayList<>(SCENES);
        for (SampledScene scene : SCENES) {
            ProductId product = scene.scene().product();
            all.add(brighter(processed(scene, product.processed(), Tier.RT), 3));
            all.add(brighter(processed(scene, product.processed().minusDays(2), product.tier()), -2));
            all.add(unresolved(processed(scene, product.processed().plusDays(300), Tier.T1)));
        }
        Collections.shuffle(all, new Random(2));

        assertThat(SiteHistory.of(SITE, all, LAST)).isEqualTo(HISTORY);
    }

    @Test
    void aBetterReadingReplacesTheOneBefore() {
        SampledScene last = SCENES.getLast();
        SampledScene better = processed(last, last.scene().product().processed().plusDays(30), Tier.T1);
        List<SampledScene> both = new ArrayList<>(SCENES);
        both.addFirst(better);

        SiteHistory history = SiteHistory.of(SITE, both, LAST);

        assertThat(history.scenes()).hasSameSizeAs(SCENES);
        assertThat(history.scenes().getLast().product())
                .isEqualTo(better.scene().product());
    }

    @Test
    void aMemoryThatIsFedSceneBySceneTellsTheSame() {
        HistoryMemory memory = new HistoryMemory();
        List<SampledScene> arrival = new ArrayList<>(SCENES);
        Collections.shuffle(arrival, new Random(3));
        List<SampledScene> known = new ArrayList<>();
        SiteHistory told = HISTORY;
        for (SampledScene scene : arrival) {
            known.add(scene);
            told = memory.tell(SITE, known, LAST);
        }

        assertThat(told).isEqualTo(HISTORY);
        assertThat(memory.tell(SITE, SCENES, LAST)).isEqualTo(HISTORY);
    }

    @Test
    void aMemoryForgetsWhatIsTakenBack() {
        HistoryMemory memory = new HistoryMemory();
        SiteHistory before = memory.tell(SITE, SCENES.subList(0, 34), LAST);
        memory.tell(SITE, SCENES, LAST);

        assertThat(memory.tell(SITE, SCENES.subList(0, 34), LAST)).isEqualTo(before);
    }

    @Test
    void laterScenesChangeNothingThatWasSaid() {
        for (int known = 31; known < SCENES.size(); known += 3) {
            SiteHistory early = SiteHistory.of(SITE, SCENES.subList(0, known), LAST);

            assertThat(HISTORY.regimes()).isEqualTo(early.regimes());
            assertThat(HISTORY.scenes().subList(0, known)).isEqualTo(early.scenes());
            assertThat(HISTORY.roofs()).hasSameSizeAs(early.roofs());
            for (RoofHistory roof : early.roofs()) {
                RoofHistory whole = HISTORY.roof(roof.feature().id()).orElseThrow();
                assertThat(whole.looks().subList(0, known)).isEqualTo(roof.looks());
                assertThat(whole.threshold()).isEqualTo(roof.threshold());
                assertThat(whole.track().steps().subList(0, known))
                        .isEqualTo(roof.track().steps());
            }
        }
    }

    @Test
    void scenesAfterTheDayAskedForAreIgnored() {
        LocalDate day = date(SCENES.get(34));

        SiteHistory asOf = SiteHistory.of(SITE, SCENES, day);

        assertThat(asOf).isEqualTo(SiteHistory.of(SITE, SCENES.subList(0, 35), day));
        assertThat(asOf.scenes()).hasSize(35);
    }

    @Test
    void facilitiesThatRunAtFiveKelvinAreFoundAndControlsAreOff() {
        assertThat(ARCHIVE.facilities())
                .hasSize(5)
                .allSatisfy(id -> assertThat(seenAs(HISTORY, id)).isIn(FacilityState.ON, FacilityState.SUSPECT));
        assertThat(ARCHIVE.facilities())
                .filteredOn(id -> seenAs(HISTORY, id) == FacilityState.ON)
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(SITE.features(Role.CONTROL))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(seenAs(HISTORY, control.id())).isEqualTo(FacilityState.OFF));
    }

    @Test
    void noFacilityIsOnBeforeItRuns() {
        SiteHistory before = SiteHistory.of(SITE, SCENES.subList(0, 33), LAST);

        assertThat(ARCHIVE.facilities())
                .allSatisfy(id -> assertThat(seenAs(before, id)).isEqualTo(FacilityState.OFF));
    }

    @Test
    void aFacilityUnderACloudIsNotObserved() {
        int hidden = 0;
        int seen = 0;
        for (int k = 0; k < SCENES.size(); k++) {
            for (String id : ARCHIVE.facilities()) {
                LookOutcome outcome = looks(HISTORY, id).get(k).outcome();
                double clear = clearShare(ARCHIVE.scenes().get(k).image(), id);
                if (clear == 0) {
                    assertThat(outcome).isInstanceOf(LookOutcome.NoObservation.class);
                    hidden++;
                } else if (clear == 1 && HISTORY.scenes().get(k).alignment().isPresent()) {
                    assertThat(outcome).isInstanceOf(LookOutcome.Scored.class);
                    seen++;
                }
            }
        }

        assertThat(hidden).isPositive();
        assertThat(seen).isGreaterThan(100);
    }

    /** Not that it is unknown how the site looks when idle. */
    @Test
    void aSceneUnderCloudsIsNotObservedThoughItsRegimeIsCalibrated() {
        Point middle = SITE.features().getFirst().footprint().utm().getCentroid();
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.set(34, without(SCENES.get(34), middle, 1300));

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(history.roofs())
                .allSatisfy(roof -> assertThat(roof.looks().get(34).outcome())
                        .isEqualTo(new LookOutcome.NoObservation("hidden or outside the scene", 0)));
    }

    @Test
    void aFacilityWithoutSamplesIsNotObservedAndKeepsItsState() {
        String id = ARCHIVE.facilities().getFirst();
        Point middle = SITE.feature(id).orElseThrow().footprint().utm().getCentroid();
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.replaceAll(scene -> date(scene).isAfter(date(SCENES.get(32))) ? without(scene, middle, 200) : scene);

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(looks(history, id).subList(33, 38))
                .allSatisfy(look -> assertThat(look.outcome()).isInstanceOf(LookOutcome.NoObservation.class));
        assertThat(seenAs(history, id)).isEqualTo(FacilityState.OFF);
    }

    @Test
    void withFewerThanFifteenDormantLooksNothingIsCalibrated() {
        List<SampledScene> few = SCENES.subList(16, SCENES.size());

        SiteHistory history = SiteHistory.of(SITE, few, LAST);

        assertThat(history.regimes()).isEmpty();
        assertThat(history.roofs()).isNotEmpty().allSatisfy(roof -> {
            assertThat(roof.looks())
                    .hasSize(22)
                    .allSatisfy(look -> assertThat(look.outcome()).isInstanceOf(LookOutcome.Uncalibrated.class));
            assertThat(roof.track().steps()).noneMatch(step -> step.state() == FacilityState.OFF);
            assertThat(roof.track().current().seenAs()).isEqualTo(FacilityState.UNCALIBRATED);
        });
    }

    @Test
    void fifteenDormantLooksAreEnough() {
        List<SampledScene> scenes = new ArrayList<>(SCENES.subList(30, SCENES.size()));
        IntStream.range(0, 30)
                .filter(k -> HISTORY.scenes().get(k).isDormant())
                .limit(15)
                .mapToObj(SCENES::get)
                .forEach(scenes::add);

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(history.regimes())
                .singleElement()
                .satisfies(regime -> assertThat(regime.dormantScenes()).isEqualTo(15));
    }

    @Test
    void aPlaceholderSaysSoOnEveryLook() {
        String id = ARCHIVE.facilities().getFirst();
        Site vague = withFeatures(feature -> feature.id().equals(id) ? withAccuracy(feature, 500) : feature);

        SiteHistory history = SiteHistory.of(vague, SCENES, LAST);

        assertThat(looks(history, id))
                .hasSameSizeAs(SCENES)
                .allSatisfy(look -> assertThat(look.flags()).contains(FacilityReading.PLACEHOLDER));
        assertThat(looks(history, ARCHIVE.facilities().getLast()))
                .allSatisfy(look -> assertThat(look.flags()).doesNotContain(FacilityReading.PLACEHOLDER));
    }

    @Test
    void aSceneWithoutGridIsNoObservationAndSaysWhy() {
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.set(35, unresolved(SCENES.get(35)));

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(history.roofs())
                .allSatisfy(roof -> assertThat(roof.looks().get(35).outcome())
                        .isInstanceOfSatisfying(
                                LookOutcome.NoObservation.class,
                                none -> assertThat(none.reason())
                                        .contains(FacilityReading.GRID_UNRESOLVED, "too few clear pixels")));
        assertThat(history.scenes().get(35).alignment()).isEmpty();
        assertThat(history.scenes().get(36)).isEqualTo(HISTORY.scenes().get(36));
    }

    @Test
    void timeAloneMakesAStateStale() {
        String id = ARCHIVE.facilities().getFirst();
        LocalDate seen = state(HISTORY, id).lastValidLook().orElseThrow().date();

        CurrentState still = state(SiteHistory.of(SITE, SCENES, seen.plusDays(StateTrack.STALE_DAYS - 1L)), id);
        CurrentState stale = state(SiteHistory.of(SITE, SCENES, seen.plusDays(StateTrack.STALE_DAYS)), id);

        assertThat(still.state()).isEqualTo(seenAs(HISTORY, id));
        assertThat(stale.state()).isEqualTo(FacilityState.STALE);
        assertThat(stale.seenAs()).isEqualTo(still.state());
    }

    @Test
    void aSceneIsJudgedByLooksOfTheDormantEraAloneAndEveryParcelIsToldOf() {
        assertThat(HISTORY.scenes()).hasSameSizeAs(SCENES);
        assertThat(HISTORY.regimes())
                .singleElement()
                .satisfies(regime -> assertThat(regime.dormantScenes())
                        .isBetween(25, 30)
                        .isEqualTo((int) HISTORY.scenes().stream()
                                .filter(check -> check.isDormant())
                                .count()));
        assertThat(HISTORY.scenes().subList(30, 38)).noneMatch(check -> check.isDormant());
        assertThat(HISTORY.roofs()).hasSize(SITE.features().size());
        assertThat(HISTORY.roofs()).allSatisfy(roof -> assertThat(roof.looks()).hasSameSizeAs(SCENES));
    }

    private static LocalDate date(SampledScene scene) {
        return scene.scene().acquisition().date();
    }

    private static List<RoofLook> looks(SiteHistory history, String id) {
        return history.roof(id).orElseThrow().looks();
    }

    private static CurrentState state(SiteHistory history, String id) {
        return history.roof(id).orElseThrow().track().current();
    }

    private static FacilityState seenAs(SiteHistory history, String id) {
        return state(history, id).seenAs();
    }

    /** Share of the pixels within 250 m of a feature that are clear, 0 if none within 150 m is. */
    private static double clearShare(DeliveredImage image, String id) {
        Point middle = SITE.feature(id).orElseThrow().footprint().utm().getCentroid();
        int near = 0;
        int clear = 0;
        boolean anyNear = false;
        for (int i = 0; i < image.size(); i++) {
            double metres = Math.hypot(image.east(i) - middle.getX(), image.north(i) - middle.getY());
            if (metres < 250) {
                near++;
                clear += image.isValid(i) ? 1 : 0;
                anyNear |= metres < 150 && image.isValid(i);
            }
        }
        return anyNear ? (double) clear / near : 0;
    }

    private static Site withFeatures(UnaryOperator<Feature> change) {
        return new Site(
                SITE.id(),
                SITE.name(),
                SITE.utm(),
                SITE.scenes(),
                SITE.dormant(),
                SITE.bounds(),
                SITE.features().stream().map(change).toList());
    }

    private static Feature withAccuracy(Feature f, double metres) {
        return new Feature(
                f.id(),
                f.name(),
                f.role(),
                f.footprint(),
                f.operator(),
                f.products(),
                f.source(),
                metres,
                f.verified(),
                f.note());
    }
}
