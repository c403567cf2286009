package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.validation.SmallArchive.ARCHIVE;
import static org.heatwatch.validation.SmallArchive.HISTORY;
import static org.heatwatch.validation.SmallArchive.LAST;
import static org.heatwatch.validation.SmallArchive.SCENES;
import static org.heatwatch.validation.SmallArchive.SITE;
import static org.heatwatch.validation.SmallArchive.observations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Role;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Step;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** Scenes that are suspect, or not comparable with the reference scenes. */
final class SiteHistoryDoubtIT {
    /** Index of the first scene in which all facilities are on. */
    private static final int HOT = 33;

    private static SiteHistory withHot(UnaryOperator<SampledScene> change) {
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.set(HOT, change.apply(SCENES.get(HOT)));
        return SiteHistory.of(SITE, scenes, LAST);
    }

    private static List<FeatureHistory> facilities(SiteHistory history) {
        return history.features().stream()
                .filter(footprint -> footprint.feature().role() == Role.FACILITY)
                .toList();
    }

    private static List<Point> someReferenceParcels() {
        return SITE.features(Role.REFERENCE).stream()
                .limit(8)
                .map(parcel -> parcel.footprint().utm().getCentroid())
                .toList();
    }

    @Test
    void aSceneInWhichManyReferenceParcelsAreHotChangesNoState() {
        SiteHistory history = withHot(scene -> AlteredScenes.warmer(scene, someReferenceParcels(), 6));

        assertThat(HISTORY.scenes().get(HOT).isSuspect()).isFalse();
        assertThat(history.scenes().get(HOT).suspicions()).isNotEmpty();
        for (FeatureHistory footprint : facilities(history)) {
            List<Step> steps = footprint.track().steps();
            // Days without an observation may make the state stale; the scene itself changes nothing.
            assertThat(steps.get(HOT).state()).isIn(steps.get(HOT - 1).state(), FacilityState.STALE);
            assertThat(steps.get(HOT).startSum()).isEqualTo(steps.get(HOT - 1).startSum());
            assertThat(footprint.observations().get(HOT).flags())
                    .containsAll(history.scenes().get(HOT).suspicions());
        }
    }

    @Test
    void snowAndNightScenesAreNotComparedWithSnowFreeDayScenes() {
        for (UnaryOperator<SampledScene> change :
                List.<UnaryOperator<SampledScene>>of(AlteredScenes::snowy, AlteredScenes::atNight)) {
            SiteHistory history = withHot(change);
            for (String id : ARCHIVE.facilities()) {
                assertThat(observations(history, id).get(HOT).outcome())
                        .isInstanceOf(JudgedObservation.Uncalibrated.class);
            }
        }
        assertThat(observations(
                                withHot(AlteredScenes::snowy),
                                ARCHIVE.facilities().getFirst())
                        .get(HOT)
                        .flags())
                .contains("snow");
    }

    @Test
    void aWellRegisteredRealTimeProductIsProvisionalAndCounts() {
        SiteHistory history = withHot(AlteredScenes::inRealTime);
        for (String id : ARCHIVE.facilities()) {
            assertThat(observations(history, id).get(HOT).isProvisional()).isTrue();
            assertThat(observations(history, id).get(HOT).outcome())
                    .hasSameClassAs(observations(HISTORY, id).get(HOT).outcome());
        }
    }
}
