package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site lies in the overlap of two rows, so that an overpass may have a product of each. */
final class OverpassHistoryTest {
    private static final Site SITE = SyntheticSite.SITE;
    private static final LocalDate LAST = LocalDate.of(2018, 3, 5);
    private static final String HOT = "facility-5";
    private static final List<LocalDate> DATES = Stream.concat(
                    SyntheticOverpass.idle(16).stream()
                            .map(scene -> scene.scene().acquisition().date()),
                    Stream.of("2018-02-01", "2018-02-17", "2018-03-05").map(LocalDate::parse))
            .toList();
    private static final List<SampledScene> SCENES =
            DATES.stream().map(date -> overpass(date).scene()).toList();
    private static final SiteHistory HISTORY = SiteHistory.of(SITE, SCENES, LAST);

    /** The facility is hot in the last overpass only. */
    private static SyntheticOverpass overpass(LocalDate date) {
        return SyntheticOverpass.on(date).excess(HOT, date.equals(LAST) ? 12 : 0);
    }

    private static SiteHistory with(SampledScene... others) {
        List<SampledScene> scenes = new ArrayList<>(List.of(others));
        scenes.addAll(SCENES);
        return SiteHistory.of(SITE, scenes, LAST);
    }

    private static Acquisition last(SiteHistory history) {
        return history.scenes().getLast().product().acquisition();
    }

    private static List<FacilityState> states(SiteHistory history) {
        return history.feature(HOT).orElseThrow().track().steps().stream()
                .map(Step::state)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void secondProductsOfTheSameOrLowerRankChangeNothingInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        for (LocalDate date : DATES) {
            SyntheticOverpass second = overpass(date).inRow(random.nextBoolean() ? 33 : 35);
            switch (random.nextInt(4)) {
                case 0 -> scenes.add(second.scene());
                case 1 -> scenes.add(second.product("L1TP", "RT").scene());
                case 2 -> scenes.add(second.unresolved("no grid"));
                default -> {}
            }
        }
        Collections.shuffle(scenes, random);

        assertThat(SiteHistory.of(SITE, scenes, LAST)).isEqualTo(HISTORY);
    }

    @Test
    void aFacilityDoesNotTurnOnByTwoProductsOfOneOverpass() {
        assertThat(states(HISTORY).getLast()).isEqualTo(FacilityState.SUSPECT);
        SiteHistory both = with(overpass(LAST).inRow(33).scene());
        assertThat(both.feature(HOT).orElseThrow().observations()).hasSameSizeAs(DATES);
        assertThat(states(both)).isEqualTo(states(HISTORY));
        assertThat(both.feature(HOT).orElseThrow().track().transitions())
                .isEqualTo(HISTORY.feature(HOT).orElseThrow().track().transitions());
    }

    @Test
    void theBetterProductOfAnotherRowIsUsedAndNamed() {
        SampledScene better =
                overpass(LAST).inRow(35).processedOn(LAST.plusDays(30)).scene();

        SiteHistory history = with(better);

        assertThat(last(history)).isEqualTo(better.scene().acquisition());
        assertThat(history.scenes()).hasSameSizeAs(DATES);
        assertThat(states(history)).isEqualTo(states(HISTORY));
        assertThat(history.feature(HOT).orElseThrow().observations())
                .extracting(JudgedObservation::acquisition)
                .endsWith(better.scene().acquisition())
                .doesNotContain(last(HISTORY));
    }

    @Test
    void ofEqualRanksTheProductWithMoreSamplesIsUsed() {
        SampledScene more = overpass(LAST).inRow(35).scene();
        SampledScene fewer = overpass(LAST).hiddenBy(northOf(700)).scene();
        List<SampledScene> scenes = new ArrayList<>(SCENES.subList(0, SCENES.size() - 1));
        scenes.addAll(List.of(fewer, more));

        assertThat(last(SiteHistory.of(SITE, scenes, LAST)))
                .isEqualTo(more.scene().acquisition());
        assertThat(last(SiteHistory.of(SITE, scenes.reversed(), LAST)))
                .isEqualTo(more.scene().acquisition());
    }

    @Test
    void aProductThatEndsWithinTheSiteIsNotUsedThoughItsRankIsHigher() {
        SampledScene cutOff = overpass(LAST)
                .inRow(33)
                .processedOn(LAST.plusDays(30))
                .hiddenBy(northOf(0))
                .flagged(SceneFlag.PARTLY_COVERED)
                .scene();

        assertThat(with(cutOff)).isEqualTo(HISTORY);
    }

    @Test
    void aProductThatLosesAStripOfTheAreaIsUsedIfItsRankIsHigher() {
        SampledScene nearlyWhole = overpass(LAST)
                .inRow(33)
                .processedOn(LAST.plusDays(30))
                .hiddenBy(northOf(800))
                .flagged(SceneFlag.PARTLY_COVERED)
                .scene();

        assertThat(last(with(nearlyWhole))).isEqualTo(nearlyWhole.scene().acquisition());
    }

    private static SyntheticOverpass.Cloud northOf(double metres) {
        return (_, north) -> north > SyntheticSite.NORTH + metres;
    }
}
