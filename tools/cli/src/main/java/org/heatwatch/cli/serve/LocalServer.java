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

/**
 * An HTTP server for users of this machine. Since responses may be private, pages of other origins in the same browser
 * cannot read them: the server sends no CORS headers and rejects host names other than its own.
 */
public final class LocalServer implements AutoCloseable {
    /** Files of building outlines: 100,000 buildings are about 40 MB. */
    private static final int LARGEST_BODY = 100_000_000;

    private static final int STOP_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService threads;
    private final InetAddress address;

    private LocalServer(HttpServer server, ExecutorService threads, InetAddress address) {
        this.server = server;
        this.threads = threads;
        this.address = address;
    }

    /** Answers requests. Called by several threads at once. */
    @FunctionalInterface
    public interface Answerer {
        /** The response to a request. */
        Response answer(Request request);
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any free port
     * @throws IOException if the port is in use or not permitted
     */
    public static LocalServer start(InetAddress address, int port, Answerer answerer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        // Platform threads: the libraries that draw pictures block their threads.
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(4, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().daemon().name("serve-", 0).factory());
        server.setExecutor(threads);
        LocalServer local = new LocalServer(server, threads, address);
        server.createContext("/", exchange -> local.handle(exchange, answerer));
        server.start();
        return local;
    }

    /** The address of the landing page. */
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
        if (address.isLoopbackAddress() && !isOwnName(host)) {
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

    /** Rejects other host names, since a page could have its own name resolve to this machine (DNS rebinding). */
    private static boolean isOwnName(String host) {
        String name = host.replaceFirst(":\\d+$", "");
        return host.isEmpty() || name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.shutdownNow();
    }
}
