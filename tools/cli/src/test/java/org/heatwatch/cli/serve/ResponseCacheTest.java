package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponseCacheTest {
    private final ResponseCache cache = new ResponseCache();
    private final List<Request> answered = new ArrayList<>();

    private static Request request(String method, String path, String query, Map<String, String> headers) {
        return Request.encoded(method, path, query, headers, new byte[0], "http://127.0.0.1")
                .orElseThrow();
    }

    private Response send(Request request, int status, String caching, int length) {
        return cache.answer(request, asked -> {
            answered.add(asked);
            return new Response(status, Map.of("Cache-Control", caching), new byte[length]);
        });
    }

    @Test
    void aResponseThatMayBeReusedIsComputedOnceForEachAddressAndForm() {
        Request plain = request("GET", "/items", "limit=1&f=json", Map.of());
        Response first = send(plain, 200, "max-age=60", 10);
        assertThat(send(request("GET", "/items", "f=json&limit=1", Map.of()), 200, "max-age=60", 10))
                .isSameAs(first);
        assertThat(answered).hasSize(1);
        for (Request other : List.of(
                request("GET", "/items", "limit=2&f=json", Map.of()),
                request("GET", "/other", "limit=1&f=json", Map.of()),
                request("GET", "/items", "limit=1&f=json", Map.of("accept", "text/html")),
                request("GET", "/items", "limit=1&f=json", Map.of("Accept-Encoding", "gzip")),
                request("GET", "/items", "limit=1&f=json", Map.of("Accept-Language", "ko")),
                request("HEAD", "/items", "limit=1&f=json", Map.of()),
                request("GET", "/items", "limit=1&f=json", Map.of("If-None-Match", "W/\"a\"")))) {
            assertThat(send(other, 200, "max-age=60", 10)).isNotSameAs(first);
        }
        assertThat(answered).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({"404, max-age=60, 10", "200, no-cache, 10", "200, no-store, 10", "200, max-age=60, 1000001"})
    void otherResponsesAreComputedEachTime(int status, String caching, int length) {
        Request request = request("GET", "/items", "", Map.of());
        for (int i = 0; i < 2; i++) {
            assertThat(send(request, status, caching, length).status()).isEqualTo(status);
        }
        assertThat(answered).hasSize(2);
    }
}
