package org.heatwatch.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the features that match a request.
 *
 * @param rows the features of this page
 * @param json the same features as GeoJSON
 * @param matched number of features on all pages
 * @param next token of the next page; empty on the last page
 */
record Page(List<Row> rows, List<byte[]> json, int matched, Optional<String> next) {
    /** The response limit of a Lambda function, less JSON escaping and the members around the features. */
    private static final int MAX_BYTES = 3_000_000;

    /** Features with rasters that fit into a page. */
    private static final int MAX_PREPARED = 1500;

    /** A feature with its sort key, which is computed once and compared often. */
    private record Placed(Row row, List<@Nullable Object> position) {}

    /**
     * The page that a token identifies.
     *
     * @param request the request that tokens are valid for
     * @param token token of the page; empty for the first page
     * @param limit maximum number of features; the page may have fewer to limit its size
     * @throws Problem if the token is not valid for this request
     */
    static Page of(
            Stream<Row> all, Order order, String request, Optional<String> token, int limit, FeatureWriter writer) {
        List<Placed> sorted = all.map(row -> new Placed(row, order.position(row)))
                .sorted((one, other) -> order.compare(one.position(), other.position()))
                .toList();
        int from = token.map(text -> from(sorted, order, request, text)).orElse(0);
        List<Row> rows = new ArrayList<>();
        List<byte[]> features = new ArrayList<>();
        long bytes = 0;
        writer.prepare(sorted.stream()
                .skip(from)
                .limit(Math.min(limit, MAX_PREPARED))
                .map(Placed::row)
                .toList());
        int at = from;
        for (; at < sorted.size() && rows.size() < limit; at++) {
            byte[] feature = writer.json(sorted.get(at).row());
            bytes += feature.length;
            if (bytes > MAX_BYTES && !rows.isEmpty()) {
                break;
            }
            rows.add(sorted.get(at).row());
            features.add(feature);
        }
        Optional<String> next = at < sorted.size() && !rows.isEmpty()
                ? Optional.of(PageToken.of(request, sorted.get(at - 1).position()))
                : Optional.empty();
        return new Page(rows, features, sorted.size(), next);
    }

    private static int from(List<Placed> sorted, Order order, String request, String token) {
        List<@Nullable Object> after = PageToken.position(
                        token, request, order.keys().size() + 2)
                .orElseThrow(() -> Problem.badParameter(
                        "token",
                        "not valid for this request; follow the links named next, and start again if the "
                                + "request has changed"));
        int from = 0;
        while (from < sorted.size() && order.compare(sorted.get(from).position(), after) <= 0) {
            from++;
        }
        return from;
    }
}
