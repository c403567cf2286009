package org.heatwatch.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the {@code heatwatch} command in a process with only the given environment variables. */
record CommandLine(int code, String out, String err) {

    static CommandLine run(Map<String, String> environment, String input, Object... arguments)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Repository.file("tools/stack/target"), "command");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dheatwatch.root=" + Repository.file("."),
                "-Dheatwatch.natives=" + Repository.file("layers/gdal/natives"),
                "-jar",
                Repository.file("tools/cli/target/heatwatch.jar").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new CommandLine(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
