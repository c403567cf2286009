package org.heatwatch.functions.query;

import java.util.Arrays;
import java.util.List;

/**
 * What is asked over HTTP.
 *
 * @param method upper case
 * @param path segments between the slashes, decoded
 * @param base address of the landing page, without a slash at its end
 */
record Question(String method, List<String> path, String base) {
    Question {
        path = List.copyOf(path);
    }

    static Question of(String method, String path, String base) {
        return new Question(
                method,
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList(),
                base);
    }
}
