package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds absolute URLs below the base URL that the caller used, or relative URLs of published files.
 *
 * @param base URL of the landing page, without a trailing slash
 * @param areFiles whether resources are files, as {@link StaticSite} writes them
 */
record Addresses(String base, boolean areFiles) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Addresses(String base) {
        this(base, false);
    }

    /** @param path relative to the landing page, or an absolute URL */
    String of(String path) {
        return path.startsWith("/") ? base + (areFiles ? StaticPage.path(path) : path) : path;
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
        // These characters are legal in a query; leaving them unencoded keeps URLs readable.
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
