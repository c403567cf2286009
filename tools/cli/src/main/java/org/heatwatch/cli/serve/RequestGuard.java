package org.heatwatch.cli.serve;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.api.Response;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose requests a server answers. On the loopback interface, those to a name of this machine, by pages of this
 * server or by programs. On any other interface, also only those with the token that the server has printed: everybody
 * in the network can reach it, and it saves edits with the rights of its user.
 */
final class RequestGuard {
    /** Parameter and cookie of the token. */
    static final String TOKEN = "heatwatch-token";

    private static final int TOKEN_BYTES = 24;
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9A-Fa-f:.%]+]");
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "=([A-Za-z0-9_-]*)");

    private final InetAddress address;
    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    private final Optional<String> token;

    /**
     * A guard of a server.
     *
     * @param host name or address under which the server was configured
     */
    RequestGuard(InetAddress address, String host) {
        this.address = address;
        names.add(host.toLowerCase(Locale.ROOT));
        token = address.isLoopbackAddress() ? Optional.empty() : Optional.of(newToken());
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token without which a request is refused; empty on the loopback interface. */
    Optional<String> token() {
        return token;
    }

    /** Why a request is not answered, or how a browser gets the token as a cookie; empty if it is answered. */
    Optional<Response> refusal(String method, Headers headers, URI target) {
        String host = Optional.ofNullable(headers.getFirst("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (!isOwnName(host)) {
            return Optional.of(
                    problem(FORBIDDEN, "Forbidden", "the Host header is not a name of this server; use its address"));
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.toLowerCase(Locale.ROOT).equals("http://" + host)) {
            return Optional.of(problem(FORBIDDEN, "Forbidden", "a page of another origin may not use this server"));
        }
        if (token.isEmpty() || isKnown(bearer(headers)) || isKnown(cookie(headers))) {
            return Optional.empty();
        }
        if (!isKnown(parameter(target.getRawQuery()))) {
            return Optional.of(problem(
                    UNAUTHORIZED,
                    "Unauthorized",
                    "the token is missing; use the address that `heatwatch serve` has printed"));
        }
        return method.equals("GET") ? Optional.of(withCookie(target)) : Optional.empty();
    }

    /** Rejects other host names, since a page could have its own name resolve to this machine (DNS rebinding). */
    private boolean isOwnName(String host) {
        String name = PORT.matcher(host).replaceFirst("");
        // An address in a Host header is that of the connection: no name was resolved.
        return host.isEmpty()
                || names.contains(name)
                || (!address.isLoopbackAddress() && ADDRESS.matcher(name).matches());
    }

    private boolean isKnown(@Nullable String given) {
        return given != null
                && token.filter(expected -> MessageDigest.isEqual(
                                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    private static @Nullable String bearer(Headers headers) {
        String value = headers.getFirst("Authorization");
        return value != null && value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : null;
    }

    private static @Nullable String cookie(Headers headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(TOKEN + "="))
                .map(cookie -> cookie.substring(TOKEN.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String parameter(@Nullable String query) {
        return parts(query)
                .map(PARAMETER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> parts(@Nullable String query) {
        return query == null ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    /** The query without the token, which is no parameter of the API; null if nothing is left. */
    static @Nullable String withoutToken(@Nullable String query) {
        String rest =
                parts(query).filter(part -> !PARAMETER.matcher(part).matches()).collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }

    /** Takes the token out of the address, so that it does not stay in the history of the browser. */
    private Response withCookie(URI target) {
        String query = withoutToken(target.getRawQuery());
        // One slash: a location of two would be another host.
        String path = "/" + target.getRawPath().replaceFirst("^/+", "");
        return new Response(
                SEE_OTHER,
                Map.of(
                        "Location",
                        query == null ? path : path + "?" + query,
                        "Set-Cookie",
                        "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(TOKEN, token.orElseThrow()),
                        "Cache-Control",
                        "no-store"),
                new byte[0]);
    }

    static Response problem(int status, String title, String detail) {
        String body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}
                """.formatted(title, status, detail);
        return new Response(
                status, Map.of("Content-Type", "application/problem+json"), body.getBytes(StandardCharsets.UTF_8));
    }
}
