package org.heatwatch.api;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer before it is made.
 *
 * @param version text that changes whenever the content does; empty if only the content itself tells
 */
record Prepared(Optional<String> version, Supplier<Content> content) {

    static Prepared of(Supplier<Content> content) {
        return new Prepared(Optional.empty(), content);
    }
}
