package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.validation.SpatialSearch.WarmPlace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All dates of a real series, on a square of 3 km with two of its hot places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealSeriesTest {
    private static final int ROW = 280;
    private static final int COLUMN = 105;
    private static final int SIDE = 100;

    @SuppressWarnings("NullAway.Init")
    private List<DateGrid> dates;

    @BeforeAll
    void recoverGrids() {
        dates = SeriesGrids.of(MuensterSeries.part(MuensterSeries.images(), ROW, COLUMN, SIDE, SIDE), _ -> {});
    }

    @Test
    void theGridsOfNearlyAllDatesAreAccepted() {
        assertThat(dates).hasSize(16);
        assertThat(dates.stream().filter(DateGrid::isResolved)).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void thePatternOfTheOtherDatesExplainsMostOfTheResidual() {
        assertThat(dates).allSatisfy(date -> {
            double with = date.with().quality().residual();
            assertThat(with)
                    .isLessThan(30)
                    .isLessThan(0.55 * date.without().quality().residual());
        });
    }

    @Test
    void rotationsAreThoseOfThePaths() {
        assertThat(dates).allSatisfy(date -> {
            double rotation = date.with().samples().grid().geometry().rotationDegrees();
            boolean isEastern = date.image().product().scene().path() == 196;
            assertThat(rotation).isBetween(isEastern ? 16.3 : 17.1, isEastern ? 16.7 : 17.6);
        });
    }

    @Test
    void predictionsOfADateFromTheOthersHaveTheirStatedErrorAndTheHotPlacesAreFound() {
        List<SceneSamples> scenes = dates.stream().map(SeriesComposite::scene).toList();
        SeriesComposite composite =
                SeriesComposite.of(scenes, dates.getFirst().image().image(), -0.6, 0.3);

        List<Double> ratios = StatedErrors.ratios(composite).stream()
                .flatMap(date -> date.values().stream())
                .toList();
        assertThat(SampleStatistics.of(ratios).rootMeanSquare()).isBetween(0.9, 1.15);

        List<WarmPlace> warmest = SpatialSearch.of(composite).subList(0, 3);
        for (int hot : new int[] {0, 2}) {
            int[] at = MuensterSeries.HOT_PLACES.get(hot);
            assertThat(warmest)
                    .anyMatch(place -> Math.hypot(place.row() + ROW - at[0], place.column() + COLUMN - at[1]) <= 3);
        }
    }
}
