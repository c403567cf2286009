package org.heatwatch.functions.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param body text in UTF-8
 */
record Answer(int status, Map<String, String> headers, String body) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TYPE = "Content-Type";

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(Object body) {
        return new Answer(OK, Map.of(TYPE, "application/json"), text(body));
    }

    static Answer geoJson(Object body) {
        return new Answer(OK, Map.of(TYPE, "application/geo+json"), text(body));
    }

    /** Why there is nothing better to answer (RFC 9457). */
    static Answer problem(int status, String title, String detail) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        return new Answer(status, Map.of(TYPE, "application/problem+json"), text(body));
    }

    private static String text(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers have a JSON form", e);
        }
    }
}
