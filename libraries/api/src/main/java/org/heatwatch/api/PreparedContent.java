package org.heatwatch.api;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A response whose content is computed only if the client does not have it.
 *
 * @param version changes whenever the content changes; empty if the content must be computed to know
 * @param content computes the content
 */
record PreparedContent(Optional<String> version, Supplier<Content> content) {

    static PreparedContent of(Supplier<Content> content) {
        return new PreparedContent(Optional.empty(), content);
    }
}
