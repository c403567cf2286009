package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heatwatch.sampling.ThermalImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesPartsTest {
    @Test
    void thePatternOfADateDoesNotDependOnThatDateNorOnOutliers() {
        List<double[]> unexplained = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            unexplained.add(new double[] {10 + k % 2, Double.NaN});
        }
        double[] pattern = StaticPattern.without(unexplained, 3);
        unexplained.set(3, new double[] {5000, 5000});
        unexplained.set(5, new double[] {5000, Double.NaN});

        assertThat(pattern[0]).isBetween(10.0, 11.0);
        assertThat(StaticPattern.without(unexplained, 3)[0]).isBetween(10.0, 11.0);
        assertThat(StaticPattern.without(unexplained, 3)[1]).isZero();
    }

    @Test
    void theCoresOfAllTilesCoverTheImageOnce() {
        int[] covered = new int[53 * 61];
        for (ImageTile tile : ImageTile.of(53, 61, 20, 5)) {
            assertThat(tile.top()).isBetween(Math.max(0, tile.row() - 5), tile.row());
            for (int row = tile.row(); row < tile.row() + tile.rows(); row++) {
                for (int column = tile.column(); column < tile.column() + tile.columns(); column++) {
                    covered[row * 61 + column]++;
                }
            }
        }
        assertThat(Arrays.stream(covered)).allMatch(count -> count == 1);
    }

    @Test
    void datesOfSuccessiveDaysFormAGroup() {
        List<LocalDate> dates = List.of(
                LocalDate.of(2022, 3, 24),
                LocalDate.of(2022, 3, 8),
                LocalDate.of(2022, 3, 9),
                LocalDate.of(2025, 5, 1));

        assertThat(SeriesComposite.groups(dates)).containsExactly(1, 0, 0, 2);
    }

    @Test
    void aBlurKeepsAConstantAndSpreadsAPeak() {
        ThermalImage frame = new ThermalImage(9, 9, new double[81], new boolean[81], 0, 0, 30);
        double[] constant = new double[81];
        Arrays.fill(constant, 3);
        double[] peak = new double[81];
        peak[40] = 1;

        assertThat(Arrays.stream(GaussianBlur.of(constant, frame, 1.5))).allMatch(value -> Math.abs(value - 3) < 1e-12);
        assertThat(GaussianBlur.of(peak, frame, 1)[40]).isBetween(0.158, 0.160);
    }

    @Test
    void aSeriesNeedsSixDates() {
        assertThatThrownBy(() -> new ImageSeries("place", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 6");
    }

    @Test
    void theChaptersOfAReportAreReadAsTheyWereWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("validation.md");
        List<Chapter> chapters = List.of(new Chapter("One", "text\n\n### Part\n\nmore"), new Chapter("Two", "| a |"));
        Report.write(file, "Preface.\n\n", chapters);
        String before = Files.readString(file);

        Report.write(file, "Preface.\n\n", Report.chapters(file));

        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(Report.chapters(folder.resolve("absent.md"))).isEmpty();
    }
}
