package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question that was understood.
 *
 * @param names what stands in the path in the places of its names
 */
record Exchange(Request request, Arguments arguments, Form form, Map<String, String> names, Addresses addresses) {

    String name(String key) {
        String value = names.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the path has no {" + key + "}");
        }
        return value;
    }

    /** The same question in another form. */
    String inForm(Form other) {
        Map<String, List<String>> query = new TreeMap<>(request.query());
        query.put("f", List.of(other.code()));
        return addresses.of(request.path(), query);
    }

    String self() {
        return addresses.of(request.path(), request.query());
    }
}
