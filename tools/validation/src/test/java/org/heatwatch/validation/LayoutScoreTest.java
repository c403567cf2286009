package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.site.Role;
import org.heatwatch.validation.LayoutBuilding.Change;
import org.heatwatch.validation.LayoutBuilding.Group;
import org.heatwatch.validation.LayoutScore.Active;
import org.junit.jupiter.api.Test;

/** A hot building and one in use, 140 m apart. */
final class LayoutScoreTest {
    private static final List<Active> ACTIVE = List.of(active("a", Group.HOT, 0), active("b", Group.IN_USE, 140));

    private static Active active(String id, Group group, double east) {
        Building building = new Building(id, Role.BUILDING, east, 0, 100, 50, 0);
        return new Active(
                new LayoutBuilding(building, group, 4, Optional.of(LocalDate.of(2024, 1, 1)), Change.NONE), 20_000);
    }

    private static FoundPlace place(double east, double z) {
        return new FoundPlace(east, 0, z, 10_000, 1000);
    }

    private static LayoutScore score(FoundPlace... places) {
        return LayoutScore.of(ACTIVE, List.of(places));
    }

    @Test
    void aBuildingIsFoundUpTo60MetresFromItsCentre() {
        assertThat(score(place(-60, 5)).found(Group.HOT)).isEqualTo(1);
        assertThat(score(place(-61, 5)).found(Group.HOT)).isZero();
    }

    @Test
    void aPlaceIsFalseBeyond80MetresFromEveryActiveBuilding() {
        assertThat(score(place(-80, 5)).falsePlaces()).isEmpty();
        assertThat(score(place(-81, 5), place(221, 5)).falsePlaces()).hasSize(2);
        assertThat(score(place(70, 5))).satisfies(between -> {
            assertThat(between.matches()).isEmpty();
            assertThat(between.falsePlaces()).isEmpty();
        });
    }

    @Test
    void everyPlaceIsMatchedWithAtMostOneBuildingAndTheNearestIsTaken() {
        LayoutScore score = score(place(20, 9), place(10, 5), place(150, 5));

        assertThat(score.found(Group.HOT)).isEqualTo(1);
        assertThat(score.found(Group.IN_USE)).isEqualTo(1);
        assertThat(score.positionRms()).isCloseTo(10, within(1e-9));
        assertThat(score.meanRatio()).isCloseTo(0.5, within(1e-9));
        assertThat(score.falsePlaces()).isEmpty();
    }

    @Test
    void withoutPlacesNothingIsFound() {
        assertThat(score().matches()).isEmpty();
        assertThat(score().count(Group.IN_USE)).isEqualTo(1);
        assertThat(score().positionRms()).isNaN();
    }

    @Test
    void aThresholdIsRaisedUntilTheResultIsAccepted() {
        PlaceSequence sequence = PlaceSequence.ofIndependent(List.of(place(300, 4), place(0, 6), place(140, 5)));

        assertThat(sequence.at(4.5)).extracting(FoundPlace::z).containsExactly(6.0, 5.0);
        assertThat(sequence.at(7)).isEmpty();
        assertThat(sequence.raisedUntil(3, places -> places.size() <= 1))
                .extracting(FoundPlace::z)
                .containsExactly(6.0);
        assertThat(sequence.raisedUntil(5.5, places -> places.size() <= 2)).hasSize(1);
    }
}
