package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.heatwatch.validation.LinePlot.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlotTest {
    @TempDir
    private Path folder;

    @Test
    void aLinePlotIsWrittenInTheColoursOfItsSeries() throws IOException {
        Path file = folder.resolve("plots").resolve("lines.png");

        new LinePlot("Delay until state ON", "Excess (K)", "Days")
                .line("90 reference scenes", List.of(new Point(2, 55), new Point(3, 29), new Point(5, 9)))
                .line("35 reference scenes", List.of(new Point(2, 60), new Point(3, 32), new Point(5, 8)))
                .reference("bound", 2, 50, 5, 5)
                .write(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(has(image, new Color(0x0072B2))).isTrue();
        assertThat(has(image, new Color(0xD55E00))).isTrue();
    }

    @Test
    void aBarPlotIsWritten() throws IOException {
        Path file = folder.resolve("bars.png");

        new BarPlot("Detection at 1 % false alarms", "Excess", "Detection probability", List.of("2 K", "3 K", "5 K"))
                .bars(
                        "zonal mean",
                        List.of(new Rate(0.29, 0.25, 0.33), new Rate(0.57, 0.53, 0.6), new Rate(0.9, 0.88, 0.92)))
                .bars(
                        "native samples",
                        List.of(new Rate(0.55, 0.5, 0.6), new Rate(0.89, 0.86, 0.91), new Rate(0.99, 0.98, 1)))
                .write(file);

        assertThat(has(ImageIO.read(file.toFile()), new Color(0x0072B2))).isTrue();
    }

    @Test
    void everyCategoryNeedsABar() {
        BarPlot plot = new BarPlot("", "", "", List.of("one", "two"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot.bars("few", List.of()))
                .withMessageContaining("0 bars for 2 categories");
    }

    @Test
    void aMarkdownTableAlignsNumbersToTheRight() {
        MarkdownTable table = new MarkdownTable(List.of("method", "2 K")).row(List.of("a | b", ".29"));

        assertThat(table).hasToString("| method | 2 K |\n|---|---:|\n| a \\| b | .29 |\n");
    }

    private static boolean has(BufferedImage image, Color colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .anyMatch(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == colour.getRGB());
    }
}
