package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.activity.IndexPeriod;
import org.heatwatch.activity.SeriesComparison;
import org.junit.jupiter.api.Test;

final class ComparisonChartTest {

    private static SeriesComparison comparison() {
        List<SeriesComparison.Pair> pairs = new ArrayList<>();
        double[] index = {120_000, 60_000, -30_000, 10_000, -180_000, 40_000};
        double[] value = {5.1, 5.6, 4.0, 4.9, 2.9, 4.5};
        for (int i = 0; i < index.length; i++) {
            pairs.add(new SeriesComparison.Pair(
                    new IndexPeriod(
                            LocalDate.of(2016 + i, 1, 1), LocalDate.of(2016 + i, 12, 31), 14, index[i], 25_000.0),
                    value[i]));
        }
        return SeriesComparison.of(pairs);
    }

    @Test
    void bothSeriesAndTheCorrelationAreDrawn() throws IOException {
        String svg = ComparisonChart.svg(
                comparison(), "Works: activity index and output", "output, Mt", Optional.of("Simulated data"));
        assertThat(svg).contains("output, Mt", "Activity index", "Pearson +", "Spearman +", "Simulated data");
        byte[] png =
                ComparisonChart.png(comparison(), "Works: activity index and output", "output, Mt", Optional.empty());
        Files.createDirectories(Path.of("target/charts"));
        Files.write(Path.of("target/charts/comparison.png"), png);
        assertThat(png).hasSizeGreaterThan(5000);
    }
}
