package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions by which features are selected.
 *
 * @param arguments parameters that the filters of the collections read
 * @param span only features that intersect this time span
 * @param area only features that intersect this area
 * @param ids only features with these ids; empty for all
 */
record Selection(Arguments arguments, TimeSpan span, Optional<Area> area, List<String> ids) {
    static final Selection ALL =
            new Selection(Arguments.of(Map.of(), List.of()), TimeSpan.ALL, Optional.empty(), List.of());

    /** Whether a feature meets all conditions. */
    boolean has(Row row) {
        return (ids.isEmpty() || ids.contains(row.id()))
                && span.intersects(row.span())
                && row.collection().filters().stream().allMatch(filter -> filter.passes(arguments, row.properties()))
                && area.map(wanted -> wanted.intersects(row.place().geometry())).orElse(true);
    }
}
