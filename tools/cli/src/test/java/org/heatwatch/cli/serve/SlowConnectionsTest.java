package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.heatwatch.api.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that send or read nothing more, beside those that do. */
final class SlowConnectionsTest {
    /** Two writes, of which the second would wait for the acknowledgement of the first. */
    private static final byte[] SMALL = body(40_000);

    private static final byte[] LARGE = body(4_000_000);

    /** Small, so that a response which is not read stops after a few of its bytes. */
    private static final int RECEIVE_BUFFER = 4096;

    /** More than a loaded machine needs, and less than the time after which the server closes what waits. */
    private static final Duration PATIENCE = ServerLimits.REQUEST.minusSeconds(5);

    private final List<Socket> held = new ArrayList<>();
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                request -> new Response(
                        200,
                        Map.of("Content-Type", "text/plain"),
                        request.path().equals("/large") ? LARGE : SMALL));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
        server.close();
    }

    private static byte[] body(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'a');
        return body;
    }

    private Socket open(String begun) throws IOException {
        return begin(new Socket(), begun);
    }

    private Socket openWaiting(String kind) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        return begin(socket, begun(kind));
    }

    private Socket begin(Socket socket, String begun) throws IOException {
        held.add(socket);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort()));
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String begun(String kind) {
        return switch (kind) {
            case "header" -> "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ";
            case "body" ->
                "POST /search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{";
            case "response" -> "GET /large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            default -> "";
        };
    }

    @ParameterizedTest(name = "{1} connections wait in their {0}")
    @CsvSource({
        "idle, 4",
        "header, 4",
        "body, 4",
        "response, 4",
        "idle, 200",
        "header, 200",
        "body, 200",
        "response, 200"
    })
    void connectionsThatWaitStopNoOthers(String kind, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            openWaiting(kind);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(server.address())
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
    }

    /** The server of the JDK keeps a buffer of twice the largest write: 800 MB for these connections. */
    @Test
    void openConnectionsKeepNoBuffersOfLargeResponses() throws IOException {
        for (int i = 0; i < 100; i++) {
            Socket socket = open(begun("response"));
            readResponse(socket.getInputStream(), LARGE.length);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        assertThat(runtime.totalMemory() - runtime.freeMemory()).isLessThan(400_000_000);
    }

    /**
     * The end of a response used to wait for the delayed acknowledgement of its beginning, which takes at least 40 ms
     * each time. A loaded machine may take as long for some, but not for three of four.
     */
    @Test
    void responsesOnOneConnectionDoNotWaitForAcknowledgements() throws IOException {
        Socket socket = open("");
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long start = System.nanoTime();
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            readResponse(socket.getInputStream(), SMALL.length);
            milliseconds.add((System.nanoTime() - start) / 1e6);
        }
        assertThat(milliseconds.stream().sorted().toList().get(10)).isLessThan(40);
    }

    private static void readResponse(InputStream in, int length) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (!header.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            header.write(in.read());
        }
        assertThat(in.readNBytes(length)).hasSize(length);
    }

    @Test
    void aServerOfTheNetworkAnswersOnlyWithItsToken() throws Exception {
        try (LocalServer open = LocalServer.start(
                        InetAddress.getByName("0.0.0.0"),
                        "watch.example",
                        0,
                        request -> new Response(
                                200, Map.of(), request.query().toString().getBytes(StandardCharsets.UTF_8)));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(open.address()).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);

            HttpResponse<String> entered =
                    client.send(HttpRequest.newBuilder(open.entrance()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(entered.statusCode()).isEqualTo(303);
            assertThat(entered.headers().firstValue("Location")).contains("/");
            String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict");

            URI page = open.address().resolve("?a=1");
            assertThat(client.send(
                                    HttpRequest.newBuilder(page)
                                            .header("Cookie", cookie.split(";", 2)[0])
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{a=[1]}");
            String token = open.entrance().getQuery().split("=", 2)[1];
            assertThat(client.send(
                                    HttpRequest.newBuilder(page)
                                            .header("Authorization", "Bearer " + token)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send(
                                    HttpRequest.newBuilder(page)
                                            .header("Authorization", "Bearer " + token.substring(1))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void pagesOfOtherOriginsAreRefused() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String origin : new String[] {"http://evil.example", "null"}) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(server.address())
                                .header("Origin", origin)
                                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(403);
            }
            HttpResponse<String> own = client.send(
                    HttpRequest.newBuilder(server.address())
                            .header("Origin", server.address().toString().replaceFirst("/$", ""))
                            .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(own.statusCode()).isEqualTo(200);
        }
    }
}
