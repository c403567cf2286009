package org.heatwatch.functions.query;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heatwatch.api.Request;

/** A request as API Gateway hands it over. */
final class GatewayRequest {
    /** By which a proxy that knows the caller's address of this API says so; it only decides how links are written. */
    private static final String BASE = "Heatwatch-Base";

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,255}(/[A-Za-z0-9._~/-]{0,255})?");

    private GatewayRequest() {}

    /** Empty if the address is broken. */
    static Optional<Request> of(APIGatewayProxyRequestEvent event) {
        try {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(Optional.ofNullable(event.getHeaders()).orElse(Map.of()));
            String path = Request.decodedPath(path(event));
            return Optional.of(new Request(
                    Optional.ofNullable(event.getHttpMethod()).orElse("GET"),
                    path,
                    Optional.ofNullable(event.getMultiValueQueryStringParameters())
                            .orElse(Map.of()),
                    headers,
                    body(event),
                    base(event, headers, path)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Below the stage, and below what a domain of its own puts before it. */
    private static String path(APIGatewayProxyRequestEvent event) {
        Map<String, String> named = event.getPathParameters();
        String below = named == null ? null : named.get("proxy");
        if (below != null) {
            return "/" + below;
        }
        return "/".equals(event.getResource())
                ? "/"
                : Optional.ofNullable(event.getPath()).orElse("/");
    }

    private static byte[] body(APIGatewayProxyRequestEvent event) {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(event.getIsBase64Encoded())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** Where the caller sees the landing page: stage and base path are what the whole path has before ours. */
    private static String base(APIGatewayProxyRequestEvent event, Map<String, String> headers, String path) {
        Optional<String> told = Optional.ofNullable(headers.get(BASE))
                .filter(address -> ADDRESS.matcher(address).matches());
        if (told.isPresent()) {
            return told.get().replaceFirst("/+$", "");
        }
        String whole = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getPath();
        String decoded = whole == null ? path : Request.decodedPath(whole);
        String before = decoded.endsWith(path)
                ? decoded.substring(0, decoded.length() - path.length())
                : path.equals("/") ? decoded : "";
        return "%s://%s%s"
                .formatted(
                        headers.getOrDefault("X-Forwarded-Proto", "https"),
                        headers.getOrDefault("Host", "localhost"),
                        before);
    }
}
