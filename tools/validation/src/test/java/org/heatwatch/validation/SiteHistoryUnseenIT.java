package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.validation.AlteredScenes.unresolved;
import static org.heatwatch.validation.AlteredScenes.without;
import static org.heatwatch.validation.SmallArchive.ARCHIVE;
import static org.heatwatch.validation.SmallArchive.HISTORY;
import static org.heatwatch.validation.SmallArchive.LAST;
import static org.heatwatch.validation.SmallArchive.SCENES;
import static org.heatwatch.validation.SmallArchive.SITE;
import static org.heatwatch.validation.SmallArchive.date;
import static org.heatwatch.validation.SmallArchive.observations;
import static org.heatwatch.validation.SmallArchive.seenAs;
import static org.heatwatch.validation.SmallArchive.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.score.ReaderFlags;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.heatwatch.state.CurrentState;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** Histories with missing observations or calibration, which must never be reported as cold. */
final class SiteHistoryUnseenIT {
    @Test
    void aFacilityUnderACloudIsNotObserved() {
        int hidden = 0;
        int seen = 0;
        for (int k = 0; k < SCENES.size(); k++) {
            for (String id : ARCHIVE.facilities()) {
                JudgedObservation.Outcome outcome =
                        observations(HISTORY, id).get(k).outcome();
                double clear = clearShare(ARCHIVE.scenes().get(k).image(), id);
                if (clear == 0) {
                    assertThat(outcome).isInstanceOf(JudgedObservation.NoObservation.class);
                    hidden++;
                } else if (clear == 1 && HISTORY.scenes().get(k).alignment().isPresent()) {
                    assertThat(outcome).isInstanceOf(JudgedObservation.Scored.class);
                    seen++;
                }
            }
        }

        assertThat(hidden).isPositive();
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void aSceneUnderCloudsIsNotObservedThoughItsRegimeIsCalibrated() {
        Point middle = SITE.features().getFirst().footprint().utm().getCentroid();
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.set(34, without(SCENES.get(34), middle, 1300));

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(history.features())
                .allSatisfy(
                        footprint -> assertThat(footprint.observations().get(34).outcome())
                                .isEqualTo(new JudgedObservation.NoObservation("hidden or outside the scene", 0)));
    }

    @Test
    void aFacilityWithoutSamplesIsNotObservedAndKeepsItsState() {
        String id = ARCHIVE.facilities().getFirst();
        Point middle = SITE.feature(id).orElseThrow().footprint().utm().getCentroid();
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.replaceAll(scene -> date(scene).isAfter(date(SCENES.get(32))) ? without(scene, middle, 200) : scene);

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(observations(history, id).subList(33, 38))
                .allSatisfy(observation ->
                        assertThat(observation.outcome()).isInstanceOf(JudgedObservation.NoObservation.class));
        assertThat(seenAs(history, id)).isEqualTo(FacilityState.OFF);
    }

    @Test
    void withFewerThanFifteenReferenceScenesNothingIsCalibrated() {
        List<SampledScene> few = SCENES.subList(16, SCENES.size());

        SiteHistory history = SiteHistory.of(SITE, few, LAST);

        assertThat(history.regimes()).isEmpty();
        assertThat(history.features()).isNotEmpty().allSatisfy(footprint -> {
            assertThat(footprint.observations())
                    .hasSize(22)
                    .allSatisfy(observation ->
                            assertThat(observation.outcome()).isInstanceOf(JudgedObservation.Uncalibrated.class));
            assertThat(footprint.track().steps()).noneMatch(step -> step.state() == FacilityState.OFF);
            assertThat(footprint.track().current().seenAs()).isEqualTo(FacilityState.UNCALIBRATED);
        });
    }

    @Test
    void fifteenReferenceScenesAreEnough() {
        List<SampledScene> scenes = new ArrayList<>(SCENES.subList(30, SCENES.size()));
        IntStream.range(0, 30)
                .filter(k -> HISTORY.scenes().get(k).isReference())
                .limit(15)
                .mapToObj(SCENES::get)
                .forEach(scenes::add);

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(history.regimes())
                .singleElement()
                .satisfies(regime -> assertThat(regime.referenceScenes()).isEqualTo(15));
    }

    @Test
    void aPlaceholderFootprintIsFlaggedInEveryObservation() {
        String id = ARCHIVE.facilities().getFirst();
        Site vague = withFeatures(feature -> feature.id().equals(id) ? withAccuracy(feature, 500) : feature);

        SiteHistory history = SiteHistory.of(vague, SCENES, LAST);

        assertThat(observations(history, id))
                .hasSameSizeAs(SCENES)
                .allSatisfy(observation -> assertThat(observation.flags()).contains(ReaderFlags.PLACEHOLDER));
        assertThat(observations(history, ARCHIVE.facilities().getLast()))
                .allSatisfy(observation -> assertThat(observation.flags()).doesNotContain(ReaderFlags.PLACEHOLDER));
    }

    @Test
    void aSceneWithAnUnresolvedGridIsNoObservationAndStatesTheReason() {
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.set(35, unresolved(SCENES.get(35)));

        SiteHistory history = SiteHistory.of(SITE, scenes, LAST);

        assertThat(history.features())
                .allSatisfy(footprint -> assertThat(
                                footprint.observations().get(35).outcome())
                        .isInstanceOfSatisfying(
                                JudgedObservation.NoObservation.class,
                                none -> assertThat(none.reason())
                                        .contains(ReaderFlags.GRID_UNRESOLVED, "too few clear pixels")));
        assertThat(history.scenes().get(35).alignment()).isEmpty();
        assertThat(history.scenes().get(36)).isEqualTo(HISTORY.scenes().get(36));
    }

    @Test
    void timeAloneMakesAStateStale() {
        String id = ARCHIVE.facilities().getFirst();
        LocalDate seen = state(HISTORY, id).lastValidObservation().orElseThrow().date();

        CurrentState still = state(SiteHistory.of(SITE, SCENES, seen.plusDays(StateTrack.STALE_DAYS - 1L)), id);
        CurrentState stale = state(SiteHistory.of(SITE, SCENES, seen.plusDays(StateTrack.STALE_DAYS)), id);

        assertThat(still.state()).isEqualTo(seenAs(HISTORY, id));
        assertThat(stale.state()).isEqualTo(FacilityState.STALE);
        assertThat(stale.seenAs()).isEqualTo(still.state());
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
                SITE.presentation(),
                SITE.utm(),
                SITE.scenes(),
                SITE.referencePeriods(),
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
