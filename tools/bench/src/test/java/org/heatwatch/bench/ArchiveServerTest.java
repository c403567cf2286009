package org.heatwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveServerTest {

    @Test
    void eachLineOfItsOutputIsAnAnswer(@TempDir Path folder) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ArchiveServer.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (Writer commands = server.outputWriter(StandardCharsets.UTF_8)) {
            commands.write("counts\ndelay 5\n");
        }
        List<String> output = server.inputReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(server.waitFor()).isZero();
        assertThat(output).hasSize(3);
        assertThat(output.getFirst()).matches("\\{\"endpoint\": \"http://127\\.0\\.0\\.1:\\d+\", .*}");
        assertThat(output.subList(1, 3)).containsOnly("{\"requests\": 0, \"bytes\": 0}");
    }
}
