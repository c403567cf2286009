package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.score.ReaderFlags;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Step;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** What single scenes say in a history whose background model and baselines are well known. */
final class SceneEvaluatorTest {
    private static final LocalDate FIRST = LocalDate.of(2018, 2, 1);
    private static final int IDLE = 20;
    private static final int EDGES = 20;

    private static final int HOT = 1;
    private static final int SCATTERED = 4;
    private static final int THREE_HOT_PARCELS = 5;
    private static final int ONE_HOT_PARCEL = 6;
    private static final int SNOW = 7;
    private static final int NIGHT = 8;
    private static final int UNRESOLVED = 9;
    private static final int HIDDEN = 10;
    private static final int REAL_TIME = 11;
    private static final int NO_GROUND_CONTROL = 12;
    private static final int NOWHERE = 13;
    private static final int BRIGHT = 14;
    private static final int CLOUDY = 15;
    private static final int UNPLACED = 16;
    private static final int FIRST_EDGE = 17;

    private static final Site SITE =
            SyntheticSite.of(List.of(SyntheticSite.REFERENCE_PERIOD), feature -> switch (feature.id()) {
                case "facility-9" ->
                    SyntheticSite.feature(
                            feature.id(),
                            feature.role(),
                            feature.footprint().utm(),
                            Site.PLACEHOLDER_BEYOND_METRES + 1);
                case "control" ->
                    new Feature(
                            feature.id(),
                            feature.name(),
                            feature.role(),
                            feature.footprint(),
                            feature.operator(),
                            feature.products(),
                            feature.source(),
                            feature.accuracyMetres(),
                            /* verified= */ false,
                            feature.note());
                default -> feature;
            });
    private static final Point FACILITY_6 =
            SyntheticSite.middle(SITE.feature("facility-6").orElseThrow());
    private static final SiteHistory HISTORY = SiteHistory.of(SITE, scenes(), later(FIRST_EDGE + EDGES));

    /** Hides so much that the shift cannot be estimated. */
    private static boolean allButTheWest(double east, double north) {
        return east > SyntheticSite.EAST - 430 || Math.abs(north - SyntheticSite.NORTH) > 800;
    }

    private static LocalDate later(int index) {
        return FIRST.plusDays(16L * index);
    }

    private static SyntheticOverpass overpass(int index) {
        return SyntheticOverpass.on(later(index));
    }

    private static List<SampledScene> scenes() {
        List<SampledScene> scenes = new ArrayList<>(SyntheticOverpass.idle(IDLE));
        scenes.add(overpass(0).scene());
        for (int hot = HOT; hot < HOT + 3; hot++) {
            scenes.add(overpass(hot).excess("facility-5", 6).scene());
        }
        scenes.add(scattered().excess("facility-6", 15).scene());
        scenes.add(overpass(THREE_HOT_PARCELS)
                .excess("parcel-0", 8)
                .excess("parcel-3", 8)
                .excess("parcel-12", 8)
                .excess("facility-6", 9)
                .scene());
        scenes.add(overpass(ONE_HOT_PARCEL).excess("parcel-0", 8).scene());
        scenes.add(overpass(SNOW).flagged(SceneFlag.SNOW).scene());
        scenes.add(overpass(NIGHT).atNight().scene());
        scenes.add(overpass(UNRESOLVED).unresolved("too few clear pixels"));
        scenes.add(overpass(HIDDEN)
                .hiddenBy((east, _) -> east > SyntheticSite.EAST - 780)
                .scene());
        scenes.add(overpass(REAL_TIME)
                .product("L1TP", "RT")
                .assuming(0.6)
                .excess("facility-6", 6)
                .scene());
        scenes.add(overpass(NO_GROUND_CONTROL).product("L1GT", "T2").scene());
        scenes.add(overpass(NOWHERE)
                .product("L1GT", "T2")
                .hiddenBy(SceneEvaluatorTest::allButTheWest)
                .scene());
        scenes.add(overpass(BRIGHT).brighterBy(0.6).scene());
        scenes.add(overpass(CLOUDY).hidden("facility-9", 150).scene());
        scenes.add(overpass(UNPLACED)
                .product("L1TP", "RT")
                .hiddenBy(SceneEvaluatorTest::allButTheWest)
                .scene());
        for (int edge = 0; edge < EDGES; edge++) {
            double from = FACILITY_6.getX() - 40 + 10 * edge;
            scenes.add(overpass(FIRST_EDGE + edge)
                    .hiddenBy((east, _) -> east > from)
                    .scene());
        }
        return scenes;
    }

    /** The northern reference parcels are warmer and colder than usual, one after the other. */
    private static SyntheticOverpass scattered() {
        SyntheticOverpass overpass = overpass(SCATTERED);
        List<String> north = List.of("4", "7", "8", "11", "12", "13", "14", "15");
        for (int i = 0; i < north.size(); i++) {
            overpass.excess("parcel-" + north.get(i), i % 2 == 0 ? 10 : -10);
        }
        return overpass;
    }

    private static SceneCheck check(int index) {
        return HISTORY.scenes().get(IDLE + index);
    }

    private static JudgedObservation observation(String feature, int index) {
        return HISTORY.feature(feature).orElseThrow().observations().get(IDLE + index);
    }

    private static JudgedObservation.Scored scored(String feature, int index) {
        return observation(feature, index).scored().orElseThrow();
    }

    private static Step step(String feature, int index) {
        return HISTORY.feature(feature).orElseThrow().track().steps().get(IDLE + index);
    }

    @Test
    void anExcessIsMeasuredAgainstTheFacilitysOwnIdleBehaviourAndTurnsItOn() {
        assertThat(scored("facility-5", 0).effectiveKelvin()).isCloseTo(0, within(3.0));
        for (int hot = HOT; hot < HOT + 3; hot++) {
            JudgedObservation.Scored found = scored("facility-5", hot);
            assertThat(found.effectiveKelvin()).isCloseTo(6, within(3.5 * found.standardError()));
            assertThat(found.z()).isEqualTo(found.effectiveKelvin() / found.standardError());
            assertThat(found.isSignificant()).isTrue();
            assertThat(found.visibleFraction()).isCloseTo(1, within(1e-9));
        }
        assertThat(step("facility-5", HOT + 2).state()).isEqualTo(FacilityState.ON);
        assertThat(step("facility-6", HOT + 2).state()).isEqualTo(FacilityState.OFF);
        assertThat(IntStream.rangeClosed(0, HOT + 2).mapToObj(i -> scored("facility-6", i)))
                .noneMatch(JudgedObservation.Scored::isSignificant);
        assertThat(IntStream.rangeClosed(0, HOT + 2).mapToObj(i -> scored("parcel-0", i)))
                .as("only facilities are tested for significance")
                .noneMatch(JudgedObservation.Scored::isSignificant);
    }

    @Test
    void anOrdinarySceneIsNotSuspectAndIsSearchedForHotSpots() {
        SceneCheck check = check(0);
        assertThat(check.isSuspect()).isFalse();
        assertThat(check.isReference()).isFalse();
        assertThat(check.parcels()).isEqualTo(12);
        assertThat(check.parcelSpread()).isBetween(0.2, 2.0);
        assertThat(check.hotSpots()).isPresent();
        assertThat(HISTORY.scenes().getFirst().isReference()).isTrue();
        assertThat(HISTORY.scenes().getFirst().hotSpots()).isEmpty();
        assertThat(check(HOT).hotSpots().orElseThrow().spots())
                .singleElement()
                .satisfies(spot -> assertThat(spot.nearest().getFirst().id()).isEqualTo("facility-5"));
    }

    @Test
    void aSceneWithScatteredReferenceParcelsIsSuspectAndLeavesStatesUnchanged() {
        assertThat(check(SCATTERED).parcelSpread()).isGreaterThan(3);
        assertThat(check(SCATTERED).suspicions())
                .anyMatch(why -> why.matches("reference parcels scatter .* than usual"));
        leavesStatesUnchanged(SCATTERED);
    }

    @Test
    void aSceneWithMoreThanATenthOfTheReferenceParcelsHotIsSuspectAndLeavesStatesUnchanged() {
        assertThat(check(THREE_HOT_PARCELS).suspicions()).containsExactly("3 of 12 reference parcels appear hot");
        leavesStatesUnchanged(THREE_HOT_PARCELS);
        assertThat(check(ONE_HOT_PARCEL).suspicions()).isEmpty();
        assertThat(step("parcel-0", ONE_HOT_PARCEL).startSum())
                .isGreaterThan(step("parcel-0", ONE_HOT_PARCEL - 1).startSum());
    }

    private static void leavesStatesUnchanged(int index) {
        assertThat(check(index).isSuspect()).isTrue();
        assertThat(scored("facility-6", index).z())
                .as("it would have changed the state")
                .isGreaterThan(4);
        for (FeatureHistory feature : HISTORY.features()) {
            Step before = feature.track().steps().get(IDLE + index - 1);
            Step after = feature.track().steps().get(IDLE + index);
            assertThat(after.state()).isEqualTo(before.state());
            assertThat(after.startSum()).isEqualTo(before.startSum());
            assertThat(after.stopSum()).isEqualTo(before.stopSum());
            assertThat(feature.observations().get(IDLE + index).flags())
                    .containsAll(check(index).suspicions());
        }
    }

    @Test
    void significanceIsScaledByTheScatterOfTheReferenceParcels() {
        assertThat(scored("facility-6", SCATTERED).heat().pValue()).isLessThan(0.001);
        assertThat(scored("facility-6", SCATTERED).isSignificant()).isFalse();
    }

    @Test
    void aFootprintVisibleByLessThanFourFifthsIsNotObserved() {
        List<JudgedObservation.Outcome> outcomes = IntStream.range(0, EDGES)
                .mapToObj(edge -> observation("facility-6", FIRST_EDGE + edge).outcome())
                .toList();
        double mostOfHidden = 0;
        double leastOfSeen = 1;
        for (JudgedObservation.Outcome outcome : outcomes) {
            switch (outcome) {
                case JudgedObservation.Scored seen -> leastOfSeen = Math.min(leastOfSeen, seen.visibleFraction());
                case JudgedObservation.NoObservation hidden -> {
                    assertThat(hidden.reason()).isEqualTo("hidden or outside the scene");
                    mostOfHidden = Math.max(mostOfHidden, hidden.visibleFraction());
                }
                case JudgedObservation.Uncalibrated _ -> throw new AssertionError("its baseline is known");
            }
        }
        assertThat(mostOfHidden).isBetween(0.6, 0.8);
        assertThat(leastOfSeen).isBetween(0.8, 0.97);
        assertThat(observation("parcel-4", FIRST_EDGE).outcome())
                .as("west of the cloud")
                .isInstanceOf(JudgedObservation.Scored.class);
    }

    @Test
    void aFacilityThatIsNotObservedKeepsItsState() {
        Step hidden = step("facility-6", FIRST_EDGE);
        assertThat(hidden.reason()).isEqualTo("not seen: hidden or outside the scene");
        assertThat(hidden.startSum())
                .isEqualTo(step("facility-6", FIRST_EDGE - 1).startSum());
        assertThat(hidden.state()).isEqualTo(step("facility-6", FIRST_EDGE - 1).state());
    }

    @Test
    void aNearbyCloudOrAnotherUnmetCriterionLowersTheConfidence() {
        assertThat(scored("facility-5", 0).confidence())
                .as("20 reference observations are few")
                .isEqualTo(Confidence.MEDIUM);
        assertThat(scored("facility-5", CLOUDY).confidence()).isEqualTo(Confidence.LOW);
        assertThat(scored("facility-5", REAL_TIME).confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void scenesWithSnowAndAtNightAreJudgedInTheirOwnRegime() {
        for (FeatureHistory feature : HISTORY.features()) {
            assertThat(feature.observations().get(IDLE + SNOW).outcome())
                    .isEqualTo(new JudgedObservation.Uncalibrated("too few reference scenes (day, snow)"));
            assertThat(feature.observations().get(IDLE + NIGHT).outcome())
                    .isEqualTo(new JudgedObservation.Uncalibrated("too few reference scenes (night)"));
            assertThat(feature.observations().get(IDLE + SNOW).flags()).contains("snow");
            assertThat(feature.observations().get(IDLE + NIGHT).flags()).doesNotContain("snow");
        }
    }

    @Test
    void aSceneWithAnUnresolvedGridIsNotObservedAndStatesTheReason() {
        assertThat(observation("facility-5", UNRESOLVED).outcome())
                .isEqualTo(
                        new JudgedObservation.NoObservation(ReaderFlags.GRID_UNRESOLVED + ": too few clear pixels", 0));
        assertThat(check(UNRESOLVED).alignment()).isEmpty();
        assertThat(check(UNRESOLVED).parcelSpread()).isNaN();
    }

    @Test
    void aSceneUnderCloudsIsNotObservedEvenInACalibratedRegime() {
        assertThat(HISTORY.features())
                .allSatisfy(feature -> assertThat(
                                feature.observations().get(IDLE + HIDDEN).outcome())
                        .isEqualTo(new JudgedObservation.NoObservation("hidden or outside the scene", 0)));
    }

    @Test
    void aWellAlignedRealTimeProductIsProvisionalAndCounts() {
        assertThat(observation("facility-6", REAL_TIME).isProvisional()).isTrue();
        assertThat(observation("facility-6", REAL_TIME - 1).isProvisional()).isFalse();
        assertThat(check(REAL_TIME).isPlaced()).isTrue();
        assertThat(step("facility-6", REAL_TIME).startSum())
                .isGreaterThan(step("facility-6", REAL_TIME - 1).startSum() + 2);
    }

    /** The record assumes 0.6; the transmittance of other years in this season is 0.8. */
    @Test
    void anAssumedTransmittanceIsReplacedByTheMedianOfTheSeason() {
        JudgedObservation.Scored found = scored("facility-6", REAL_TIME);
        assertThat(found.effectiveKelvin()).isCloseTo(6, within(2.5));
        SiteHistory own = SiteHistory.of(
                SITE,
                List.of(overpass(REAL_TIME).excess("facility-6", 6).scene()).stream()
                        .collect(() -> new ArrayList<>(SyntheticOverpass.idle(IDLE)), List::add, List::addAll),
                later(REAL_TIME));
        assertThat(own.feature("facility-6")
                        .orElseThrow()
                        .observations()
                        .getLast()
                        .scored()
                        .orElseThrow()
                        .effectiveKelvin())
                .isCloseTo(found.effectiveKelvin(), within(1e-6));
    }

    @Test
    void aProductWithoutGroundControlIsSuspectUnlessItIsReliablyAligned() {
        assertThat(check(NO_GROUND_CONTROL).suspicions()).isEmpty();
        assertThat(check(NOWHERE).suspicions())
                .contains("the product has no ground control, and its alignment to the background model is uncertain");
    }

    @Test
    void theCommonModeOfASceneIsNotAnExcess() {
        for (String facility : List.of("facility-5", "facility-6", "control")) {
            assertThat(Math.abs(scored(facility, BRIGHT).z())).isLessThan(3);
        }
        assertThat(check(BRIGHT).isSuspect()).isFalse();
    }

    @Test
    void placeholdersAndUnverifiedOutlinesAreFlaggedOnEveryObservation() {
        assertThat(HISTORY.feature("facility-9").orElseThrow().observations())
                .allSatisfy(observation -> assertThat(observation.flags()).contains(ReaderFlags.PLACEHOLDER));
        assertThat(HISTORY.feature("control").orElseThrow().observations())
                .allSatisfy(observation -> assertThat(observation.flags())
                        .contains(ReaderFlags.UNVERIFIED)
                        .doesNotContain("placeholder"));
        assertThat(observation("facility-5", 0).flags()).isEmpty();
    }

    @Test
    void theHistoryHasAllFeaturesInTheOrderOfTheSite() {
        assertThat(HISTORY.features()).extracting(FeatureHistory::feature).containsExactlyElementsOf(SITE.features());
        assertThat(HISTORY.features())
                .filteredOn(feature -> feature.feature().role() == Role.FACILITY)
                .hasSize(3);
        assertThat(HISTORY.features())
                .allSatisfy(feature -> assertThat(feature.observations()).hasSize(IDLE + FIRST_EDGE + EDGES));
    }

    @Test
    void aRealTimeProductWithTooFewVisibleSamplesIsNotPlaced() {
        assertThat(check(UNPLACED).isPlaced()).isFalse();
        assertThat(check(UNPLACED).isSuspect()).isFalse();
        assertThat(check(UNPLACED).alignment().orElseThrow().shiftError()).isGreaterThan(4);
    }

    private static List<Double> errors(double varyingBy) {
        List<SampledScene> scenes = new ArrayList<>(SyntheticOverpass.idle(IDLE));
        List<LocalDate> days = IntStream.range(0, 9)
                .mapToObj(year -> LocalDate.of(2018 + year, 1, 20))
                .toList();
        days.forEach(
                day -> scenes.add(SyntheticOverpass.on(day).varyingBy(varyingBy).scene()));
        SiteHistory history = SiteHistory.of(SITE, scenes, days.getLast());
        return history.feature("facility-5").orElseThrow().observations().stream()
                .skip(IDLE)
                .map(observation -> observation.scored().orElseThrow().standardError())
                .toList();
    }

    @Test
    void errorsGrowWithTimeByTheDriftOfTheReferenceParcels() {
        List<Double> drifting = errors(2);
        List<Double> steady = errors(0.3);
        assertThat(drifting.getLast()).isGreaterThan(1.3 * drifting.getFirst());
        assertThat(drifting.getLast()).isGreaterThan(1.3 * steady.getLast());
        assertThat(steady.getLast()).isLessThan(1.3 * steady.getFirst());
    }
}
