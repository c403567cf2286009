package org.heatwatch.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The body and headers of a successful response.
 *
 * @param headers other than {@code Content-Type}
 */
@SuppressWarnings("ArrayRecordComponent") // contents are never compared
record Content(String type, byte[] bytes, Map<String, String> headers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Content {
        headers = Map.copyOf(headers);
    }

    static Content of(String type, byte[] bytes) {
        return new Content(type, bytes, Map.of());
    }

    static Content json(String type, ObjectNode body) {
        try {
            return of(type, MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }

    static Content html(String text) {
        return new Content(
                MediaTypes.HTML + "; charset=utf-8",
                text.getBytes(StandardCharsets.UTF_8),
                // No script can run, even if a name contains markup.
                Map.of("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"));
    }

    boolean isJson() {
        return type.equals(MediaTypes.JSON) || type.equals(MediaTypes.GEOJSON);
    }

    /** Sets the file name that a browser suggests when it saves the content. */
    Content named(String file) {
        return with("Content-Disposition", "inline; filename=\"" + file + "\"");
    }

    Content with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Content(type, bytes, more);
    }
}
