package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores and output are the same in every language of the machine, also where digits or capitals differ. */
final class LanguageOfMachineTest {
    @TempDir
    private Path folder;

    /** Commands that write to a store and read it, in a process of their own. */
    static final class Commands {
        public static void main(String[] arguments) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            Path data = Path.of(arguments[0]);
            for (String[] line : new String[][] {
                {"sites", "add", Installation.file("sites/mendoza.geojson").toString()},
                {"sites", "list"},
                {"history", "--site", "yard"},
                {"history", "mill", "--site", "yard", "--format", "csv"},
            }) {
                String[] withData = java.util.Arrays.copyOf(line, line.length + 2);
                withData[line.length] = "--data";
                withData[line.length + 1] = data.toString();
                out.println("exit code " + HeatWatch.run(out, out, withData));
            }
            System.exit(0);
        }
    }

    private String output(String language, String country) throws IOException, InterruptedException {
        Path data = Yard.in(folder.resolve("yard"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dheatwatch.root=" + Installation.file("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Commands.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        try (var files = Files.walk(data)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        return text;
    }

    @Test
    void outputIsTheSame() throws IOException, InterruptedException {
        String english = output("en", "US");

        assertThat(english).contains("exit code 0", "version 1", "mendoza").doesNotContain("exit code 1");
        assertThat(output("tr", "TR")).isEqualTo(english);
        assertThat(output("ar", "EG")).isEqualTo(english);
        assertThat(output("fa", "IR")).isEqualTo(english);
    }
}
