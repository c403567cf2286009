package org.heatwatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.files.TextFile;

/** Reads a file with a notification, or with a batch of them. */
final class EventFile {
    /** More than a batch of ten messages of SQS. */
    private static final int LARGEST_BYTES = 12_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private EventFile() {}

    /**
     * The message bodies of an SQS event, or of what {@code aws sqs receive-message} prints; any other file is the body
     * of one message.
     */
    static List<String> messages(Path file) {
        try {
            String text = TextFile.read(file, LARGEST_BYTES);
            return bodies(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s: cannot be read: %s; give a file with a notification".formatted(file, FileProblem.of(e)));
        }
    }

    private static List<String> bodies(String text) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            return bodies(root.path("Records"), "body")
                    .or(() -> bodies(root.path("Messages"), "Body"))
                    .orElse(List.of(text));
        } catch (JsonProcessingException e) {
            return List.of(text);
        }
    }

    /** The texts of a member of each message; empty if the messages have no such member. */
    private static Optional<List<String>> bodies(JsonNode messages, String member) {
        if (!messages.isArray()
                || messages.isEmpty()
                || !messages.get(0).path(member).isTextual()) {
            return Optional.empty();
        }
        List<String> bodies = new ArrayList<>();
        messages.forEach(message -> bodies.add(message.path(member).asText()));
        return Optional.of(bodies);
    }
}
