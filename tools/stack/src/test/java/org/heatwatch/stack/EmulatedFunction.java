package org.heatwatch.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function as the emulator starts it.
 *
 * @param zip its package
 * @param command starts its runtime client
 * @param variables all its environment variables
 */
record EmulatedFunction(String name, Path zip, List<String> command, Map<String, String> variables) {
    private static final List<String> FLAGS_OF_LAMBDA =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");
    private static final String COMPARED = "tools/bench/compare/";

    /**
     * A function with the JDK of this machine, the default flags of Lambda, and only the libraries of its package.
     *
     * @param megabytes its memory
     * @param folder empty folder for the unpacked package
     */
    static EmulatedFunction java(
            String name, Path zip, String handler, int megabytes, Map<String, String> variables, Path folder)
            throws IOException {
        unpack(zip, folder);
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx" + megabytes * 85 / 100 + "m"));
        command.addAll(FLAGS_OF_LAMBDA);
        command.addAll(List.of(
                "-cp",
                folder.resolve("lib") + "/*:" + jarsOfLambda(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler));
        return new EmulatedFunction(
                name, zip, command, withOwn(variables, name, handler, folder, Integer.toString(megabytes)));
    }

    /**
     * The function of the analyst's script, which runs with the bytecode that pip has compiled; empty if Python or a
     * library cannot be installed.
     *
     * @param variables of a function of this project
     */
    static Optional<EmulatedFunction> python(Map<String, String> variables) throws IOException, InterruptedException {
        Optional<JsonNode> installed =
                Repository.output(COMPARED + "lambda_package.py").map(Mailbox::json);
        if (installed.isEmpty()) {
            return Optional.empty();
        }
        String python = installed.get().path("python").asText();
        Path zip = Path.of(installed.get().path("package").asText());
        String handler = "lambda_score.handler";
        Map<String, String> own =
                withOwn(variables, "python", handler, Repository.file(COMPARED), /* megabytes= */ "1024");
        own.put("PYTHONPATH", Repository.file(COMPARED).toString());
        own.put("SITE_FILE", Repository.file("sites/kaesong-simulated.geojson").toString());
        own.put("AWS_ENDPOINT_URL_S3", own.getOrDefault("AWS_ENDPOINT_URL", ""));
        own.put("AWS_DEFAULT_REGION", own.getOrDefault("AWS_REGION", ""));
        return Optional.of(new EmulatedFunction("python", zip, List.of(python, "-m", "awslambdaric", handler), own));
    }

    private static Map<String, String> withOwn(
            Map<String, String> variables, String name, String handler, Path root, String megabytes) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("_HANDLER", handler);
        all.put("LAMBDA_TASK_ROOT", root.toString());
        all.put("AWS_LAMBDA_FUNCTION_NAME", name);
        all.put("AWS_LAMBDA_FUNCTION_TIMEOUT", "120");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", megabytes);
        return all;
    }

    /** The Java libraries that Lambda provides. */
    private static String jarsOfLambda() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(jar -> jar.contains("aws-lambda-java-"))
                .collect(Collectors.joining(":"));
    }

    private static void unpack(Path zip, Path to) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                Path target = to.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream bytes = file.getInputStream(entry)) {
                    Files.copy(bytes, target);
                }
            }
        }
    }
}
