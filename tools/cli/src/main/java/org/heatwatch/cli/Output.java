package org.heatwatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints results as JSON, numbers that do not exist as null; and writes files. */
final class Output {
    /** The first line of whatever shows a simulated site. */
    static final String SIMULATED = "SIMULATED DATA: a made-up story. Nothing here was observed.";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Output() {}

    static void json(PrintWriter out, Object value) {
        try {
            out.println(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result must have a JSON form", e);
        }
    }

    /** Writes a file that a person asked for. */
    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be written: %s; give another file".formatted(file, e));
        }
    }
}
