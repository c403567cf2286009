package org.heatwatch.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some features of those that were asked for.
 *
 * @param json the same as {@code rows}, each as GeoJSON
 * @param matched how many there are on all pages
 * @param next token of the page after this one, if there is one
 */
record Page(List<Row> rows, List<byte[]> json, int matched, Optional<String> next) {
    /** What a function may answer, less what quoting adds and what surrounds the features. */
    private static final int MOST_BYTES = 3_000_000;

    /** A feature and where it stands, which is told once and compared often. */
    private record Placed(Row row, List<@Nullable Object> position) {}

    /**
     * The page that begins where a token says.
     *
     * @param question that tokens belong to
     * @param token of the page, none for the first
     * @param limit most features on a page; fewer if they are large
     * @throws Problem if the token is none of this question
     */
    static Page of(
            Stream<Row> all, Order order, String question, Optional<String> token, int limit, Addresses addresses) {
        List<Placed> sorted = all.map(row -> new Placed(row, order.position(row)))
                .sorted((one, other) -> order.compare(one.position(), other.position()))
                .toList();
        int from = token.map(text -> from(sorted, order, question, text)).orElse(0);
        List<Row> rows = new ArrayList<>();
        List<byte[]> json = new ArrayList<>();
        long bytes = 0;
        int at = from;
        for (; at < sorted.size() && rows.size() < limit; at++) {
            byte[] feature = FeatureJson.of(sorted.get(at).row(), addresses);
            bytes += feature.length;
            if (bytes > MOST_BYTES && !rows.isEmpty()) {
                break;
            }
            rows.add(sorted.get(at).row());
            json.add(feature);
        }
        Optional<String> next = at < sorted.size() && !rows.isEmpty()
                ? Optional.of(PageToken.of(question, sorted.get(at - 1).position()))
                : Optional.empty();
        return new Page(rows, json, sorted.size(), next);
    }

    private static int from(List<Placed> sorted, Order order, String question, String token) {
        List<@Nullable Object> after = PageToken.position(
                        token, question, order.keys().size() + 2)
                .orElseThrow(() -> Problem.badParameter(
                        "token",
                        "none of a page of this question; follow the links named next, and start again where the question "
                                + "has changed"));
        int from = 0;
        while (from < sorted.size() && order.compare(sorted.get(from).position(), after) <= 0) {
            from++;
        }
        return from;
    }
}
