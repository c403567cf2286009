package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.heatwatch.activity.IndexLength;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.report.ComparisonFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text);
    }

    @Test
    void yearsAreReadWithTheNameInTheHeader() throws IOException {
        ComparisonFile series = ComparisonFile.read(file("year,steel in kt\n2016,2000\n2017, 2100.5\n\n"));
        assertThat(series.length()).isEqualTo(IndexLength.YEAR);
        assertThat(series.name()).isEqualTo("steel in kt");
        assertThat(series.values())
                .containsEntry(LocalDate.of(2016, 1, 1), 2000.0)
                .containsEntry(LocalDate.of(2017, 1, 1), 2100.5)
                .hasSize(2);
    }

    @Test
    void datesInAQuarterAreAveragedAndTheNameIsThatOfTheFile() throws IOException {
        ComparisonFile series = ComparisonFile.read(file("2019-04-30,1\n2019-05-31,3\n2019-07-01,7\n"));
        assertThat(series.length()).isEqualTo(IndexLength.QUARTER);
        assertThat(series.name()).isEqualTo("series.csv");
        assertThat(series.values())
                .containsEntry(LocalDate.of(2019, 4, 1), 2.0)
                .containsEntry(LocalDate.of(2019, 7, 1), 7.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year,value;2016,many | line 2: 'many' is not a number; give a year or a date",
                "2016,1;spring,2 | line 2: 'spring' is neither a year nor a date; give a year or a date",
                "2016,1,3 | line 1 has 3 columns; give a year or a date",
                "2016,1;2017-01-01,2 | has years and dates; give years only, or dates only",
                "year,value | has a header only; give a year or a date",
                "2016,NaN | line 1: 'NaN' is not a number",
            })
    void aDefectIsNamedInOneLineWithTheRemedy(String lines, String message) throws IOException {
        Path file = file(lines.replace(";", "\n"));
        assertThatThrownBy(() -> ComparisonFile.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(file.toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aMissingOrEmptyFileIsAFailure() throws IOException {
        Path absent = folder.resolve("absent.csv");
        assertThatThrownBy(() -> ComparisonFile.read(absent)).hasMessageContaining("there is no such file");
        Path empty = file("");
        assertThatThrownBy(() -> ComparisonFile.read(empty)).hasMessageContaining("has no line");
    }
}
