package org.heatwatch.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SeriesComparisonTest {

    private static FacilitySeries.DatedExcess seen(String date, double kelvin) {
        return new FacilitySeries.DatedExcess(LocalDate.parse(date), kelvin, 1);
    }

    private static List<IndexPeriod> yearly(double... kelvin) {
        List<FacilitySeries.DatedExcess> excesses = new ArrayList<>();
        for (int i = 0; i < kelvin.length; i++) {
            excesses.add(seen((2016 + i) + "-06-01", kelvin[i]));
        }
        return ActivityIndex.of(List.of(new FacilitySeries(1000, excesses)), IndexLength.YEAR);
    }

    private static SeriesComparison compare(List<IndexPeriod> index, double... values) {
        Map<LocalDate, Double> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(LocalDate.of(2016 + i, 1, 1), values[i]);
        }
        return SeriesComparison.of(SeriesComparison.pairs(index, series));
    }

    @Test
    void theIndexIsTheSumOfMeansTimesAreas() {
        List<IndexPeriod> index = ActivityIndex.of(
                List.of(
                        new FacilitySeries(1000, List.of(seen("2019-04-02", 2), seen("2019-06-30", 4))),
                        new FacilitySeries(500, List.of(seen("2019-05-05", -2), seen("2019-07-01", 1)))),
                IndexLength.QUARTER);
        assertThat(index).hasSize(2);
        assertThat(index.getFirst())
                .isEqualTo(new IndexPeriod(
                        LocalDate.of(2019, 4, 1), LocalDate.of(2019, 6, 30), 1, 2000.0, Math.hypot(1000, 500)));
        // The first facility was not observed in the third quarter.
        assertThat(index.getLast())
                .isEqualTo(new IndexPeriod(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 9, 30), 0, null, null));
    }

    @Test
    void aSeriesThatFollowsTheIndexHasACorrelationOfOne() {
        SeriesComparison same = compare(yearly(1, 3, 2, 5, 4), 10, 30, 20, 50, 40);
        assertThat(same.pearson().value()).isCloseTo(1, within(1e-12));
        assertThat(same.spearman().value()).isCloseTo(1, within(1e-12));
        assertThat(compare(yearly(1, 3, 2, 5, 4), -1, -3, -2, -5, -4).pearson().value())
                .isCloseTo(-1, within(1e-12));
    }

    /** r = 0.8 of nine pairs: atanh 0.8 = 1.0986, plus and minus 1.96 / sqrt(6). */
    @Test
    void theIntervalIsThatOfFishersTransformation() {
        CorrelationEstimate estimate = CorrelationEstimate.pearson(0.8, 9);
        assertThat(estimate.low()).isCloseTo(0.2894, within(1e-3));
        assertThat(estimate.high()).isCloseTo(0.9563, within(1e-3));
        assertThat(CorrelationEstimate.spearman(0.8, 9).low()).isLessThan(estimate.low());
    }

    @Test
    void equalValuesShareTheirRank() {
        assertThat(compare(yearly(1, 2, 3, 4), 5, 7, 7, 9).spearman().value()).isCloseTo(0.9487, within(1e-3));
    }

    @Test
    void tooFewPairsAndConstantValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(yearly(1, 2, 3), 1, 2, 3))
                .withMessage("3 periods have both values, but a correlation needs 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(yearly(1, 2, 3, 4), 1, 1, 1, 1))
                .withMessageContaining("all values are equal");
    }
}
