package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which features are asked for.
 *
 * @param arguments what filters of the collections read
 * @param ids none for all
 */
record Selection(Arguments arguments, TimeSpan span, Optional<Area> area, List<String> ids) {
    static final Selection ALL =
            new Selection(Arguments.of(Map.of(), List.of()), TimeSpan.ALL, Optional.empty(), List.of());

    /** Whether a feature is among those asked for. */
    boolean has(Row row) {
        return (ids.isEmpty() || ids.contains(row.id()))
                && span.intersects(row.span())
                && row.collection().filters().stream().allMatch(filter -> filter.passes(arguments, row.properties()))
                && area.map(a -> a.intersects(row.place().geometry())).orElse(true);
    }
}
