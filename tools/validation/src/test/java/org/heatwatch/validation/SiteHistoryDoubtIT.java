package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.validation.SmallArchive.ARCHIVE;
import static org.heatwatch.validation.SmallArchive.HISTORY;
import static org.heatwatch.validation.SmallArchive.LAST;
import static org.heatwatch.validation.SmallArchive.SCENES;
import static org.heatwatch.validation.SmallArchive.SITE;
import static org.heatwatch.validation.SmallArchive.looks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Role;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Step;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** Scenes that are not to be believed, or not to be compared with the dormant ones. */
final class SiteHistoryDoubtIT {
    /** Of the first scene with everything on. */
    private static final int HOT = 33;

    private static SiteHistory withHot(UnaryOperator<SampledScene> change) {
        List<SampledScene> scenes = new ArrayList<>(SCENES);
        scenes.set(HOT, change.apply(SCENES.get(HOT)));
        return SiteHistory.of(SITE, scenes, LAST);
    }

    private static List<RoofHistory> facilities(SiteHistory history) {
        return history.roofs().stream()
                .filter(roof -> roof.feature().role() == Role.FACILITY)
                .toList();
    }

    private static List<Point> someParcels() {
        return SITE.features(Role.NULL).stream()
                .limit(8)
                .map(parcel -> parcel.footprint().utm().getCentroid())
                .toList();
    }

    @Test
    void aSceneInWhichManyIdleParcelsLookHotMovesNoState() {
        SiteHistory history = withHot(scene -> AlteredScenes.warmer(scene, someParcels(), 6));

        assertThat(HISTORY.scenes().get(HOT).isSuspect()).isFalse();
        assertThat(history.scenes().get(HOT).suspicions()).isNotEmpty();
        for (RoofHistory roof : facilities(history)) {
            List<Step> steps = roof.track().steps();
            // Days without a look may make it stale; the scene itself moves nothing.
            assertThat(steps.get(HOT).state()).isIn(steps.get(HOT - 1).state(), FacilityState.STALE);
            assertThat(steps.get(HOT).startSum()).isEqualTo(steps.get(HOT - 1).startSum());
            assertThat(roof.looks().get(HOT).flags())
                    .containsAll(history.scenes().get(HOT).suspicions());
        }
    }

    @Test
    void snowAndNightAreComparedWithNothingButTheirLike() {
        for (UnaryOperator<SampledScene> change :
                List.<UnaryOperator<SampledScene>>of(AlteredScenes::snowy, AlteredScenes::atNight)) {
            SiteHistory history = withHot(change);
            for (String id : ARCHIVE.facilities()) {
                assertThat(looks(history, id).get(HOT).outcome()).isInstanceOf(JudgedObservation.Uncalibrated.class);
            }
        }
        assertThat(looks(withHot(AlteredScenes::snowy), ARCHIVE.facilities().getFirst())
                        .get(HOT)
                        .flags())
                .contains("snow");
    }

    @Test
    void aRealTimeProductThatLiesWhereItShouldIsProvisionalAndCounts() {
        SiteHistory history = withHot(AlteredScenes::inRealTime);
        for (String id : ARCHIVE.facilities()) {
            assertThat(looks(history, id).get(HOT).isProvisional()).isTrue();
            assertThat(looks(history, id).get(HOT).outcome())
                    .hasSameClassAs(looks(HISTORY, id).get(HOT).outcome());
        }
    }
}
