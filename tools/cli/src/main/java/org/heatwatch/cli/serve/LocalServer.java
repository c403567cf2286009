package org.heatwatch.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;

/**
 * An HTTP server for users of this machine. Since responses may be private, pages of other origins in the same browser
 * cannot read them: the server sends no CORS headers, and a {@link RequestGuard} rejects host names and origins other
 * than its own.
 *
 * <p>Each connection has a virtual thread, so that those that send nothing or read nothing stop no others; their time
 * is {@linkplain ServerLimits limited}. Requests are answered by a few platform threads, once they have arrived
 * completely.
 */
public final class LocalServer implements AutoCloseable {
    /** Files of building outlines: 100,000 buildings are about 40 MB. */
    private static final int LARGEST_BODY = 100_000_000;

    /** Bodies that are in memory at one time, in kilobytes: two of the largest. */
    private static final int BODY_KILOBYTES = 2 * LARGEST_BODY / 1000;

    /** Responses that are being sent, in kilobytes. */
    private static final int RESPONSE_KILOBYTES = 256_000;

    /** Responses up to this size are sent in any case. */
    private static final int SMALL_KILOBYTES = 64;

    private static final int BYTES_PER_WRITE = 32_768;
    private static final int STOP_SECONDS = 1;
    private static final int SERVICE_UNAVAILABLE = 503;

    static {
        ServerLimits.apply();
    }

    private final HttpServer server;
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();

    // Platform threads: the libraries that draw pictures block their threads.
    private final ExecutorService answers = Executors.newFixedThreadPool(
            Math.max(4, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("serve-", 0).factory());

    private final Semaphore bodies = new Semaphore(BODY_KILOBYTES);
    private final Semaphore responses = new Semaphore(RESPONSE_KILOBYTES);
    private final InetAddress address;
    private final RequestGuard guard;

    private LocalServer(HttpServer server, InetAddress address, RequestGuard guard) {
        this.server = server;
        this.address = address;
        this.guard = guard;
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
        return start(address, address.getHostAddress(), port, answerer);
    }

    /**
     * Starts a server that is also reached by a name.
     *
     * @param host the name, as in the Host header of requests
     * @param port 0 for any free port
     * @throws IOException if the port is in use or not permitted
     */
    public static LocalServer start(InetAddress address, String host, int port, Answerer answerer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        LocalServer local = new LocalServer(server, address, new RequestGuard(address, host));
        server.setExecutor(local.connections);
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

    /** The address to open in a browser: with the token, if the server needs one. */
    public URI entrance() {
        return guard.token()
                .map(token -> address().resolve("?" + RequestGuard.TOKEN + "=" + token))
                .orElseGet(this::address);
    }

    private void handle(HttpExchange exchange, Answerer answerer) throws IOException {
        try (exchange) {
            Response response = answer(exchange, answerer);
            int kilobytes = response.body().length / 1000;
            int held = kilobytes <= SMALL_KILOBYTES ? 0 : Math.min(kilobytes, RESPONSE_KILOBYTES);
            if (!responses.tryAcquire(held)) {
                send(exchange, busy("other large responses are being sent; try again"));
                return;
            }
            try {
                send(exchange, response);
            } finally {
                responses.release(held);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Response busy(String detail) {
        return RequestGuard.problem(SERVICE_UNAVAILABLE, "Service Unavailable", detail);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
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
            write(exchange.getResponseBody(), response.body());
        }
    }

    /** The server of the JDK keeps a buffer of twice the largest write for as long as a connection is open. */
    private static void write(OutputStream out, byte[] body) throws IOException {
        for (int from = 0; from < body.length; from += BYTES_PER_WRITE) {
            out.write(body, from, Math.min(BYTES_PER_WRITE, body.length - from));
        }
    }

    private Response answer(HttpExchange exchange, Answerer answerer) throws IOException, InterruptedException {
        Headers received = exchange.getRequestHeaders();
        Optional<Response> refusal = guard.refusal(exchange.getRequestMethod(), received, exchange.getRequestURI());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        int kilobytes = bodyKilobytes(received);
        if (!bodies.tryAcquire(kilobytes, ServerLimits.REQUEST.toSeconds(), TimeUnit.SECONDS)) {
            return busy("other large requests are being read; try again");
        }
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            Map<String, String> headers = new LinkedHashMap<>();
            received.forEach((name, values) -> headers.put(name, String.join(", ", values)));
            String host = Optional.ofNullable(received.getFirst("Host")).orElse("");
            Optional<Request> request = Request.encoded(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    RequestGuard.withoutToken(exchange.getRequestURI().getRawQuery()),
                    headers,
                    body,
                    "http://" + (host.isEmpty() ? address().getAuthority() : host));
            return request.isEmpty() ? Response.badAddress() : answer(request.get(), answerer);
        } finally {
            bodies.release(kilobytes);
        }
    }

    private Response answer(Request request, Answerer answerer) throws InterruptedException {
        try {
            return answers.submit(() -> answerer.answer(request)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Share of the memory for bodies that a request needs; without a length, that of the largest. */
    private static int bodyKilobytes(Headers received) {
        String length = received.getFirst("Content-Length");
        if (length == null) {
            return received.containsKey("Transfer-Encoding") ? LARGEST_BODY / 1000 : 0;
        }
        return length.matches("\\d{1,8}") ? Integer.parseInt(length) / 1000 : LARGEST_BODY / 1000;
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        connections.shutdownNow();
        answers.shutdownNow();
    }
}
