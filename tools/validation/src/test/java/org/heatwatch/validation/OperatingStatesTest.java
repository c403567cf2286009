package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small version of the chapter on sites in operation, without pixels. */
final class OperatingStatesTest {
    private static final OperatingStates STATES = new OperatingStates(OperatingActivity.USUAL);

    @Test
    void aStopIsAnnouncedWithinAFewClearOverpasses() {
        OperatingTally stopped = STATES.run(ActivityChange.STOPPED, 60);
        assertThat(stopped.announced(ActivityChange.STOPPED)).isGreaterThanOrEqualTo(57);
        assertThat(stopped.median(ActivityChange.STOPPED)).isBetween(2.0, 5.0);
    }

    @Test
    void falseChangesAreRare() {
        OperatingTally unchanged = STATES.run(ActivityChange.UNCHANGED, 300);
        assertThat(unchanged.falseFalls().perSiteYear()).isLessThan(0.1);
        assertThat(unchanged.falseRises().perSiteYear()).isLessThan(0.1);
    }

    @Test
    void aSmallerChangeTakesLonger() {
        assertThat(STATES.run(ActivityChange.HALVED, 60).median(ActivityChange.HALVED))
                .isGreaterThan(STATES.run(ActivityChange.STOPPED, 60).median(ActivityChange.STOPPED));
    }
}
