package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.state.FacilityState;
import org.junit.jupiter.api.Test;

/** The whole chain on a site whose facilities ran in its reference period. */
final class OperatingSitesIT {

    @Test
    void aStopIsFoundAndTheOthersStayUnchanged() {
        OperatingArchive site = OperatingArchive.of(
                OperatingActivity.USUAL, /* seed= */ 2, SimulatedSampleExtraction.blind(SceneSimulator.DAY_ROTATION));
        JudgedArchive judged = JudgedArchive.of(site.archive());
        FeatureHistory stopped = judged.history().feature("facility-1").orElseThrow();
        assertThat(stopped.track().current().seenAs()).isEqualTo(FacilityState.LOWER);
        OperatingOutcome outcome = OperatingOutcome.of(
                stopped, ActivityChange.STOPPED, OperatingArchive.CHANGE, OperatingArchive.TESTS_FROM);
        assertThat(outcome.overpasses())
                .hasValueSatisfying(count -> assertThat(count).isLessThanOrEqualTo(6));
        for (String unchanged : List.of("facility-2", "facility-5")) {
            assertThat(judged.history().feature(unchanged).orElseThrow().track().transitions())
                    .noneMatch(transition -> transition.to().isChanged());
        }
        assertThat(judged.history()
                        .feature("control-1")
                        .orElseThrow()
                        .track()
                        .current()
                        .seenAs())
                .matches(state -> state.isOf(ReferenceKind.IDLE));
    }
}
