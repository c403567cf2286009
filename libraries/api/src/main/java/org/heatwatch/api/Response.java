package org.heatwatch.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param headers by name; {@code Content-Length} is the server's
 * @param body empty for HEAD and where a status has none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
public record Response(int status, Map<String, String> headers, byte[] body) {
    public static final int OK = 200;
    public static final int NO_CONTENT = 204;
    public static final int NOT_MODIFIED = 304;
    public static final int BAD_REQUEST = 400;
    public static final int NOT_FOUND = 404;
    public static final int WRONG_METHOD = 405;
    public static final int FAILED = 500;
    public static final int UNAVAILABLE = 503;

    public Response {
        headers = new LinkedHashMap<>(headers);
    }

    /** To a question whose address can't be decoded. */
    public static Response badAddress() {
        Problem problem = Problem.badParameter("address", "its percent signs encode nothing; check how it was made");
        return new Response(
                problem.status(),
                Map.of("Content-Type", MediaTypes.PROBLEM),
                problem.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the body is text in UTF-8, as opposed to bytes or compressed text. */
    public boolean isText() {
        String type = headers.getOrDefault("Content-Type", "");
        return !headers.containsKey("Content-Encoding")
                && (type.startsWith("text/") || type.contains("json") || type.contains("xml"))
                && !type.contains("kmz");
    }
}
