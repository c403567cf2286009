package org.heatwatch.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests in the form of HTTP: a line with the method and the address, lines of headers, an empty line, and a body.
 * The router, the parameters, tokens of pages and bodies of searches are reached with it.
 */
public final class ApiFuzz {
    private static final HeatWatchApi API =
            new HeatWatchApi(new KnownSite("here", "Factory", 3).publish(12).sources(), fault -> {
                throw new AssertionError("a request caused an internal error", fault);
            });

    private ApiFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String[] parts = new String(data, StandardCharsets.UTF_8).split("\n\n", 2);
        String[] lines = parts[0].split("\n", -1);
        String[] first = lines[0].split(" ", 2);
        String[] address = (first.length == 1 ? "/" : first[1]).split("\\?", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.put(header[0], header.length == 1 ? "" : header[1].strip());
        }
        Optional<Request> request = Request.encoded(
                first[0],
                address[0],
                address.length == 1 ? null : address[1],
                headers,
                parts.length == 1 ? new byte[0] : parts[1].getBytes(StandardCharsets.UTF_8),
                "https://watch.example");
        request.map(API::answer).ifPresent(ApiFuzz::require);
    }

    private static void require(Response response) {
        if (response.status() == Response.FAILED) {
            throw new AssertionError("status 500: " + ApiClient.text(response));
        }
        response.headers().forEach((name, value) -> {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("a header with control characters: " + name);
            }
        });
        if (response.status() >= 400) {
            // Every refusal is JSON, whatever the request was.
            ApiClient.json(response);
        }
    }
}
