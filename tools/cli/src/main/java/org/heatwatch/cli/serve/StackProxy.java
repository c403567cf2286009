package org.heatwatch.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.cli.stack.RemoteStack;

/**
 * Forwards requests to the API of a deployed stack, signed or with its API key; links in responses point to this
 * server.
 */
public final class StackProxy implements LocalServer.Answerer, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String JSON = "application/problem+json";
    private static final int BAD_GATEWAY = 502;

    /** Request headers that are forwarded. Others concern this connection, or are private. */
    private static final Set<String> FORWARDED = Set.of("accept", "accept-encoding", "content-type", "if-none-match");

    /** Response headers that are returned. */
    private static final Set<String> RETURNED = Set.of(
            "allow",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-security-policy",
            "content-type",
            "etag",
            "heatwatch-site-version",
            "link",
            "location",
            "retry-after",
            "vary",
            "x-content-type-options");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI api;
    private final RemoteStack.Access access;

    /**
     * Forwards to an API.
     *
     * @param access adds the headers that grant access
     */
    public StackProxy(URI api, RemoteStack.Access access) {
        this.api = api;
        this.access = access;
    }

    @Override
    public Response answer(Request request) {
        try {
            HttpRequest.Builder sent = HttpRequest.newBuilder(address(request))
                    .timeout(TIMEOUT)
                    .method(
                            request.method(),
                            request.body().length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(request.body()));
            headers(request, sent);
            HttpResponse<byte[]> answer = client.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> returned = new LinkedHashMap<>();
            answer.headers().map().forEach((name, values) -> {
                if (RETURNED.contains(name.toLowerCase(Locale.ROOT))) {
                    returned.put(name, String.join(", ", values));
                }
            });
            return new Response(answer.statusCode(), returned, answer.body());
        } catch (IOException e) {
            return failed(
                    "the API of the stack can't be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private void headers(Request request, HttpRequest.Builder sent) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> {
            if (FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
        headers.put("Heatwatch-Base", request.base());
        access.headers(request.method(), address(request), headers, request.body())
                .forEach((name, value) -> {
                    if (!name.equalsIgnoreCase("host")) {
                        sent.setHeader(name, value);
                    }
                });
    }

    private URI address(Request request) {
        StringBuilder query = new StringBuilder();
        request.query()
                .forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? "?" : "&")
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value))));
        String path = List.of(request.path().split("/", -1)).stream()
                .map(StackProxy::encoded)
                .collect(Collectors.joining("/"));
        return URI.create(api.toString().replaceFirst("/+$", "") + path + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Response failed(String why) {
        String body =
                "{\"type\":\"about:blank\",\"title\":\"Bad gateway\",\"status\":502,\"detail\":\"%s\"}".formatted(why);
        return new Response(BAD_GATEWAY, Map.of("Content-Type", JSON), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
