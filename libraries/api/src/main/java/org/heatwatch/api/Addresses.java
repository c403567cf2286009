package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Addresses of pages as the caller has to write them.
 *
 * @param base of the landing page, without a slash at its end
 */
record Addresses(String base) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** @param path below the landing page, or a whole address */
    String of(String path) {
        return path.startsWith("/") ? base + path : path;
    }

    String of(String path, Map<String, List<String>> query) {
        return of(path)
                + (query.isEmpty()
                        ? ""
                        : query.entrySet().stream()
                                .flatMap(entry -> entry.getValue().stream()
                                        .map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                                .collect(Collectors.joining("&", "?", "")));
    }

    private static String encoded(String text) {
        // What these stand for in a query is what they stand for here, and people read addresses.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    ObjectNode link(String relation, String path, String type, String title) {
        return NODES.objectNode()
                .put("rel", relation)
                .put("href", of(path))
                .put("type", type)
                .put("title", title);
    }
}
