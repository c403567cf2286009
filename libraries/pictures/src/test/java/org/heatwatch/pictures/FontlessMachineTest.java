package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws in a JVM of its own, since other tests load classes into this one. */
final class FontlessMachineTest {
    private static final String FONT_MANAGER = "sun.font.SunFontManager";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void picturesDoNotUseFontsOfTheMachine() throws IOException, InterruptedException {
        assertThat(classesLoadedBy("picture"))
                .contains("org.heatwatch.pictures.RasterBackend")
                .doesNotContain(FONT_MANAGER);
    }

    /** Shows that the test above can fail. */
    @Test
    void textDrawnByJavaUsesFontsOfTheMachine() throws IOException, InterruptedException {
        assertThat(classesLoadedBy("font")).contains(FONT_MANAGER);
    }

    private String classesLoadedBy(String what) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Drawing.class.getName(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        int ended = java.waitFor();
        assertThat(what.equals("font") || ended == 0)
                .as(() -> "drawing ends well: " + output())
                .isTrue();
        return Files.readString(classes, StandardCharsets.UTF_8);
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The program that the other JVM runs. */
    static final class Drawing {
        private Drawing() {}

        public static void main(String[] arguments) {
            if (arguments[0].equals("font")) {
                new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB)
                        .createGraphics()
                        .drawString("A", 0, 9);
                return;
            }
            HeatMap map = Fixtures.map(
                    Fixtures.cells(4),
                    Fixtures.history(Fixtures.scored(0), Fixtures.scored(6)),
                    Optional.of("\uac1c\uc131"));
            HeatMapPicture.png(map, HeatMapPicture.Quantity.EXCESS, 900);
        }
    }
}
