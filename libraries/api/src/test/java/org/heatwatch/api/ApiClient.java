package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A client of the API. */
final class ApiClient {
    static final String BASE = "https://watch.example/v1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HeatWatchApi api;

    ApiClient(Sources sources) {
        this.api = new HeatWatchApi(sources, fault -> {
            throw new AssertionError("a request caused an internal error", fault);
        });
    }

    ApiClient(HeatWatchApi api) {
        this.api = api;
    }

    Response get(String address, String... headers) {
        return send("GET", address, "", headers);
    }

    /** @param address encoded path and query, or an absolute URL */
    Response send(String method, String address, String body, String... headers) {
        String below = address.startsWith(BASE) ? address.substring(BASE.length()) : address;
        String[] parts = below.split("\\?", 2);
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
        return api.answer(Request.encoded(
                        method,
                        parts[0].isEmpty() ? "/" : parts[0],
                        parts.length == 1 ? null : parts[1],
                        sent,
                        body.getBytes(StandardCharsets.UTF_8),
                        BASE)
                .orElseThrow());
    }

    JsonNode json(String address) {
        return json(get(address));
    }

    static JsonNode json(Response response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String header(Response response, String name) {
        return Objects.requireNonNull(response.headers().get(name), name);
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
