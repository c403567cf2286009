package org.heatwatch.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response, independent of the server.
 *
 * @param status status code
 * @param headers headers by name, without {@code Content-Length}, which the server sets, except for HEAD
 * @param body body; empty for HEAD and for status codes without a body
 */
@SuppressWarnings("ArrayRecordComponent") // responses are never compared
public record Response(int status, Map<String, String> headers, byte[] body) {
    public static final int OK = 200;
    public static final int NO_CONTENT = 204;
    public static final int PARTIAL_CONTENT = 206;
    public static final int NOT_MODIFIED = 304;
    public static final int TEMPORARY_REDIRECT = 307;
    public static final int PERMANENT_REDIRECT = 308;
    public static final int BAD_REQUEST = 400;
    public static final int NOT_FOUND = 404;
    public static final int WRONG_METHOD = 405;
    public static final int RANGE_NOT_SATISFIABLE = 416;
    public static final int FAILED = 500;
    public static final int UNAVAILABLE = 503;

    public Response {
        headers = new LinkedHashMap<>(headers);
    }

    /** The response to a request whose URL cannot be decoded. */
    public static Response badAddress() {
        Problem problem = Problem.badParameter("address", "invalid percent-encoding");
        return new Response(
                problem.status(),
                Map.of("Content-Type", MediaTypes.PROBLEM),
                problem.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the body is uncompressed UTF-8 text. */
    public boolean isText() {
        String type = headers.getOrDefault("Content-Type", "");
        return !headers.containsKey("Content-Encoding")
                && (type.startsWith("text/") || type.contains("json") || type.contains("xml"))
                && !type.contains("kmz");
    }
}
