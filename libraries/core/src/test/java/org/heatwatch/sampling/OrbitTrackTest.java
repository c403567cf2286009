package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class OrbitTrackTest {

    @Test
    void theRotationsOfTheTwoPathsOverKaesong() {
        assertThat(OrbitTrack.rotationDegrees(37.93, -1.46, false)).isCloseTo(14.9, within(0.1));
        assertThat(OrbitTrack.rotationDegrees(37.93, -1.46, true)).isCloseTo(-12.0, within(0.1));
    }

    @Test
    void theRotationsOfTheRealWindowsFollowFromTheOrbit() {
        // Mendoza: 33.0 S 68.86 W, near the central meridian of its zone. Band 11: 15.83 S 58.2 W, west of the
        // meridian.
        assertThat(OrbitTrack.rotationDegrees(-33.0, -0.06, false)).isCloseTo(13.08, within(0.15));
        assertThat(OrbitTrack.rotationDegrees(-15.83, 0.34, false)).isCloseTo(11.90, within(0.15));
    }

    @Test
    void anAscendingPassMirrorsADescendingOne() {
        double down = OrbitTrack.rotationDegrees(40, 0, false);

        assertThat(OrbitTrack.rotationDegrees(40, 0, true)).isEqualTo(-down);
        assertThat(OrbitTrack.rotationDegrees(-40, 0, false)).isCloseTo(down, within(1e-12));
        assertThat(OrbitTrack.rotationDegrees(40, 2, false)).isCloseTo(down - 2, within(1e-12));
    }

    @Test
    void theHeadingSteepensTowardsThePoles() {
        assertThat(OrbitTrack.rotationDegrees(0, 0, false)).isBetween(11.0, 13.0);
        assertThat(OrbitTrack.rotationDegrees(60, 0, false)).isGreaterThan(OrbitTrack.rotationDegrees(45, 0, false));
    }

    @Test
    void rowsOfTheNightSideAscend() {
        assertThat(OrbitTrack.isAscending(34)).isFalse();
        assertThat(OrbitTrack.isAscending(122)).isFalse();
        assertThat(OrbitTrack.isAscending(123)).isTrue();
        assertThat(OrbitTrack.isAscending(210)).isTrue();
        assertThat(OrbitTrack.isAscending(246)).isTrue();
        assertThat(OrbitTrack.isAscending(247)).isFalse();
    }

    @Test
    void latitudesBeyondTheOrbitAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrbitTrack.rotationDegrees(82, 0, false))
                .withMessageContaining("82");
    }
}
