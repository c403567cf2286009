package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.api.cql.CqlFilter;

/**
 * The conditions by which features are selected.
 *
 * @param arguments parameters that the filters of the collections read
 * @param span only features that intersect this time span
 * @param area only features that intersect this area
 * @param ids only features with these ids; empty for all
 * @param filter only features that meet this condition
 */
record Selection(
        Arguments arguments, TimeSpan span, Optional<Area> area, List<String> ids, Optional<CqlFilter> filter) {
    static final Selection ALL = new Selection(
            Arguments.of(Map.of(), List.of()), TimeSpan.ALL, Optional.empty(), List.of(), Optional.empty());

    /** Whether a feature meets all conditions. */
    boolean has(Row row) {
        return (ids.isEmpty() || ids.contains(row.id()))
                && span.intersects(row.span())
                && row.collection().filters().stream().allMatch(filter -> filter.passes(arguments, row.properties()))
                && filter.map(wanted -> Queryables.passes(wanted, row)).orElse(true)
                && area.map(wanted -> wanted.intersects(row.place().geometry())).orElse(true);
    }
}
