package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Story;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.SourceReports;
import org.junit.jupiter.api.Test;

final class ActivityChartTest {
    private static final List<ActivityQuarter> QUARTERS =
            SourceReports.of(Story.SITE, LocalDate.of(2025, 6, 30)).sources().activity();

    /** Of the plot of buildings, without the legend. */
    private static final Rectangle2D PLOTS = new Rectangle2D.Double(70, 60, 630, 250);

    @Test
    void theIntervalsOfAllQuartersAreDrawn() {
        Pixels pixels = Pixels.of(ActivityChart.png(QUARTERS, "Here", Optional.empty()));
        assertThat(pixels.count(ActivityChart.INTERVAL, PLOTS)).isGreaterThan(5_000);
    }

    @Test
    void aQuarterWithoutOverpassIsAGapAndNotZero() {
        List<ActivityQuarter> unknown = List.of(QUARTERS.get(1));
        assertThat(unknown.getFirst().buildings()).isNull();
        Pixels pixels = Pixels.of(ActivityChart.png(unknown, "Here", Optional.empty()));
        assertThat(pixels.count(ActivityChart.INTERVAL, PLOTS)).isZero();
        assertThat(pixels.count(ActivityChart.ESTIMATE, PLOTS)).isZero();
        assertThat(pixels.count(ActivityChart.FOUND, PLOTS)).isZero();
    }

    @Test
    void theSvgHasItsTextsAndTheWarning() {
        assertThat(ActivityChart.svg(QUARTERS, "Here", Optional.of("Simulated data")))
                .contains("Buildings in use", "Simulated data", "2024");
    }

    @Test
    void aChartNeedsAQuarter() {
        assertThatThrownBy(() -> ActivityChart.png(List.of(), "Here", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
