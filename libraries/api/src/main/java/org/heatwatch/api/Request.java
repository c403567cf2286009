package org.heatwatch.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, independent of the server.
 *
 * @param method method in upper case
 * @param path decoded path relative to the landing page, for example {@code /collections}
 * @param query decoded values of each parameter
 * @param headers headers by name, in any case
 * @param body body; empty if there is none
 * @param base base URL of the landing page as the client sees it, without a trailing slash
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        String base) {

    public Request {
        // Sorted by name, so that the same parameters in any order give the same ETag.
        query = new TreeMap<>(query);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /**
     * Decodes a request.
     *
     * @param path percent-encoded path
     * @param query percent-encoded query without the question mark; null if there is none
     * @return the request; empty if the encoding is invalid
     */
    public static Optional<Request> encoded(
            String method, String path, @Nullable String query, Map<String, String> headers, byte[] body, String base) {
        try {
            Map<String, List<String>> values = new TreeMap<>();
            for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
                String[] sides = pair.split("=", 2);
                if (!pair.isEmpty()) {
                    values.computeIfAbsent(decoded(sides[0]), _ -> new ArrayList<>())
                            .add(sides.length == 1 ? "" : decoded(sides[1]));
                }
            }
            return Optional.of(new Request(method, decodedPath(path), values, headers, body, base));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Decodes a path. Unlike in a query, a plus is a plus. */
    public static String decodedPath(String path) {
        return decoded(path.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The same request with other parameters. */
    Request withQuery(Map<String, List<String>> parameters) {
        return new Request(method, path, parameters, headers, body, base);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether a header with a list of weighted values accepts a value. */
    boolean accepts(String header, String value) {
        return header(header)
                .map(all -> List.of(all.toLowerCase(Locale.ROOT).split(",", -1)).stream()
                        .map(element -> element.strip().split(";", 2))
                        .anyMatch(element -> element[0].strip().equals(value)
                                && (element.length == 1 || !element[1].strip().matches("q=0(\\.0*)?"))))
                .orElse(false);
    }

    /** The URL, without the method and headers that do not change the content. */
    String address() {
        return base + path + "?" + query;
    }
}
