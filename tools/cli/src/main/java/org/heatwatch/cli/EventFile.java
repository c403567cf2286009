package org.heatwatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.files.TextFile;

/** Reads a file with a notification, or with a batch of them. */
final class EventFile {
    /** More than a batch of ten messages of SQS. */
    private static final int LARGEST_BYTES = 12_000_000;

    private EventFile() {}

    /** The message bodies of an SQS event; any other file is the body of one message. */
    static List<String> messages(Path file) {
        try {
            return bodies(TextFile.read(file, LARGEST_BYTES));
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s: cannot be read: %s; give a file with a notification".formatted(file, TextFile.reason(e)));
        }
    }

    private static List<String> bodies(String text) {
        try {
            JsonNode records = new ObjectMapper().readTree(text).path("Records");
            if (records.isArray()
                    && !records.isEmpty()
                    && records.get(0).path("body").isTextual()) {
                List<String> bodies = new ArrayList<>();
                records.forEach(record -> bodies.add(record.path("body").asText()));
                return bodies;
            }
        } catch (JsonProcessingException e) {
            return List.of(text);
        }
        return List.of(text);
    }
}
