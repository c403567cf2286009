package org.heatwatch.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.api.SitePages;

/**
 * An HTTP server for people on this machine. What it answers may be private, so pages of other origins in the same browser
 * get nothing: it allows none of them to read, and answers no name but its own.
 */
public final class LocalServer implements AutoCloseable {
    private static final int LARGEST_BODY = SitePages.LARGEST;
    private static final int SECONDS_TO_END = 1;

    private final HttpServer server;
    private final ExecutorService threads;
    private final InetAddress address;

    private LocalServer(HttpServer server, ExecutorService threads, InetAddress address) {
        this.server = server;
        this.threads = threads;
        this.address = address;
    }

    /** Answers requests, several at once. */
    @FunctionalInterface
    public interface Answerer {
        Response answer(Request request);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken or may not be used
     */
    public static LocalServer start(InetAddress address, int port, Answerer answerer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        // Pictures come from libraries that hold their threads.
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(4, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().daemon().name("serve-", 0).factory());
        server.setExecutor(threads);
        LocalServer local = new LocalServer(server, threads, address);
        server.createContext("/", exchange -> local.handle(exchange, answerer));
        server.start();
        return local;
    }

    /** Where the landing page is. */
    public URI address() {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://%s:%d/"
                .formatted(
                        host.contains(":") ? "[" + host + "]" : host,
                        server.getAddress().getPort()));
    }

    private void handle(HttpExchange exchange, Answerer answerer) throws IOException {
        try (exchange) {
            Response response = answer(exchange, answerer);
            Headers headers = exchange.getResponseHeaders();
            response.headers().forEach((name, value) -> {
                if (!name.startsWith("Access-Control-")) {
                    headers.set(name, value);
                }
            });
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            boolean isEmpty = response.body().length == 0;
            exchange.sendResponseHeaders(response.status(), isHead || isEmpty ? -1 : response.body().length);
            if (!isHead && !isEmpty) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    private Response answer(HttpExchange exchange, Answerer answerer) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        if (address.isLoopbackAddress() && !isOurs(host)) {
            return Response.badAddress();
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        return Request.encoded(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        exchange.getRequestURI().getRawQuery(),
                        headers,
                        body,
                        "http://" + (host.isEmpty() ? address().getAuthority() : host))
                .map(answerer::answer)
                .orElseGet(Response::badAddress);
    }

    /** A page elsewhere may have its own name lead to this machine, and then be of the same origin. */
    private static boolean isOurs(String host) {
        String name = host.replaceFirst(":\\d+$", "");
        return host.isEmpty() || name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    @Override
    public void close() {
        server.stop(SECONDS_TO_END);
        threads.shutdownNow();
    }
}
