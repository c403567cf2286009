package org.heatwatch.cli.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;

/**
 * A cache of responses as HTTP allows it (RFC 9111): those to GET requests that may be reused for a minute, for
 * requests that are equal in their address and in the headers that {@code Vary} names.
 */
final class ResponseCache {
    private static final String REUSED_FOR_ONE_MINUTE = "max-age=60";
    private static final int MOST_BYTES = 32_000_000;
    private static final int LARGEST_BODY = 1_000_000;

    /** Bytes of an entry beside its body. */
    private static final int ENTRY_BYTES = 2000;

    /** Headers that choose one of several responses. */
    private static final List<String> VARYING = List.of("Accept", "Accept-Encoding", "Accept-Language");

    /** Headers of requests for a part of a response, or for none if the client has it. */
    private static final List<String> CONDITIONS = List.of("If-None-Match", "If-Range", "Range");

    private final Cache<Key, Response> responses = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, Response response) -> ENTRY_BYTES + response.body().length)
            .build();

    private record Key(String base, String path, Map<String, List<String>> query, List<String> headers) {
        static Key of(Request request) {
            return new Key(
                    request.base(),
                    request.path(),
                    request.query(),
                    VARYING.stream()
                            .map(name -> request.headers().getOrDefault(name, ""))
                            .toList());
        }
    }

    /** The cached response, or that of {@code answerer}. */
    Response answer(Request request, LocalServer.Answerer answerer) {
        boolean isPlain =
                request.method().equals("GET") && CONDITIONS.stream().noneMatch(request.headers()::containsKey);
        if (!isPlain) {
            return answerer.answer(request);
        }
        Key key = Key.of(request);
        Response known = responses.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Response response = answerer.answer(request);
        if (response.status() == Response.OK
                && REUSED_FOR_ONE_MINUTE.equals(response.headers().get("Cache-Control"))
                && response.body().length <= LARGEST_BODY) {
            responses.put(key, response);
        }
        return response;
    }
}
