package org.heatwatch.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file with a notification, as the queue would hand it to the function. */
final class EventFile {
    private EventFile() {}

    /** The messages of an event of the queue; anything else is the body of one message. Each comes for the first time. */
    static SQSEvent read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be read: %s; give a file with a notification".formatted(file, e));
        }
        List<SQSMessage> messages = new ArrayList<>();
        for (String body : bodies(text)) {
            SQSMessage message = new SQSMessage();
            message.setMessageId(Integer.toString(messages.size() + 1));
            message.setBody(body);
            message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
            messages.add(message);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        return event;
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
