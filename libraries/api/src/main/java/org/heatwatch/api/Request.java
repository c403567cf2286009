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
 * What is asked over HTTP.
 *
 * @param method upper case
 * @param path below the landing page, decoded, such as {@code /collections}
 * @param query all values of each parameter, decoded
 * @param headers by their names in any case
 * @param body empty if there is none
 * @param base where the caller sees the landing page, without a slash at its end
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares questions
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        String base) {

    public Request {
        // In an order that hangs on the names alone, so that the same question has the same tag.
        query = new TreeMap<>(query);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /**
     * A question as a server has it.
     *
     * @param path encoded as in addresses
     * @param query encoded, without the question mark; null for none
     * @return empty if the encoding is broken
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

    /** A path in which a plus is one. */
    public static String decodedPath(String path) {
        return decoded(path.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether a list of values in a header has this one. */
    boolean accepts(String header, String value) {
        return header(header)
                .map(all -> List.of(all.toLowerCase(Locale.ROOT).split(",", -1)).stream()
                        .map(one -> one.strip().split(";", 2))
                        .anyMatch(one -> one[0].strip().equals(value)
                                && (one.length == 1 || !one[1].strip().matches("q=0(\\.0*)?"))))
                .orElse(false);
    }

    /** Without what does not change the answer's content. */
    String address() {
        return base + path + "?" + query;
    }
}
