package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that matched a route, with its parsed parameters.
 *
 * @param format requested response format
 * @param names path parameters by name
 */
record Exchange(
        Request request, Arguments arguments, ResponseFormat format, Map<String, String> names, Addresses addresses) {

    /** The value of a path parameter. */
    String name(String key) {
        String value = names.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the path has no parameter {" + key + "}");
        }
        return value;
    }

    /** URL of the same request in another format. */
    String inFormat(ResponseFormat other) {
        Map<String, List<String>> query = new TreeMap<>(request.query());
        query.put("f", List.of(other.code()));
        return addresses.of(request.path(), query);
    }

    /** URL of this request. */
    String self() {
        return addresses.of(request.path(), request.query());
    }
}
