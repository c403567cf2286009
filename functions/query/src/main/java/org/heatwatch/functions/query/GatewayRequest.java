package org.heatwatch.functions.query;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heatwatch.api.Request;

/** Converts proxy events of API Gateway to requests of the API. */
final class GatewayRequest {
    /** Header in which a proxy passes the address at which callers see this API; it only affects links. */
    private static final String BASE_HEADER = "Heatwatch-Base";

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,255}(/[A-Za-z0-9._~/-]{0,255})?");

    private GatewayRequest() {}

    /** Returns the request; empty if its address is malformed. */
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

    /** The path without the stage and without the base path of a custom domain. */
    private static String path(APIGatewayProxyRequestEvent event) {
        Map<String, String> parameters = event.getPathParameters();
        String proxied = parameters == null ? null : parameters.get("proxy");
        if (proxied != null) {
            return "/" + proxied;
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

    /** The address of the landing page. Stage and base path are the part of the full path that precedes ours. */
    private static String base(APIGatewayProxyRequestEvent event, Map<String, String> headers, String path) {
        Optional<String> given = Optional.ofNullable(headers.get(BASE_HEADER))
                .filter(address -> ADDRESS.matcher(address).matches());
        if (given.isPresent()) {
            return given.get().replaceFirst("/+$", "");
        }
        String full = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getPath();
        String decoded = full == null ? path : Request.decodedPath(full);
        String prefix = decoded.endsWith(path)
                ? decoded.substring(0, decoded.length() - path.length())
                : path.equals("/") ? decoded : "";
        return "%s://%s%s"
                .formatted(
                        headers.getOrDefault("X-Forwarded-Proto", "https"),
                        headers.getOrDefault("Host", "localhost"),
                        prefix);
    }
}
