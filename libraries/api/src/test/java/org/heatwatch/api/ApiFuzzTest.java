package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.fuzz.Mutations;
import org.junit.jupiter.api.Test;

/** A bounded number of requests; docs/security.md says how to run a fuzzer for longer. */
final class ApiFuzzTest {
    private static final int INPUTS = 3000;

    private static final Path SEEDS = Path.of("src/test/resources/fuzz/ApiFuzz");

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(SEEDS)) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    @Test
    void everyRequestIsAnsweredOrRefused() throws IOException {
        List<byte[]> seeds = seeds();
        seeds.forEach(ApiFuzz::fuzzerTestOneInput);
        Mutations mutations = new Mutations(26);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutations.of(seeds);
            assertThatCode(() -> ApiFuzz.fuzzerTestOneInput(input))
                    .as("input %d: %s", i, new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }
}
