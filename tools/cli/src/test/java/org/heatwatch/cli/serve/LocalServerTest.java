package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LocalServerTest {
    private LocalServer server;

    private static Response echo(Request request) {
        String text = "%s %s %s %s %s"
                .formatted(
                        request.method(),
                        request.path(),
                        request.query(),
                        new String(request.body(), StandardCharsets.UTF_8),
                        request.base());
        byte[] body = request.method().equals("HEAD") ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        return new Response(
                200, Map.of("Content-Type", "text/plain", "Access-Control-Allow-Origin", "*", "ETag", "W/\"x\""), body);
    }

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, LocalServerTest::echo);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** As a browser requests for a page whose host name resolves to this machine. */
    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void requestsAndResponsesArePassedOnCompletely() throws Exception {
        HttpResponse<String> answer = send("POST", "a/%3A?q=1%202&q=3&e", "body");
        assertThat(answer.body())
                .isEqualTo("POST /a/: {e=[], q=[1 2, 3]} body http://127.0.0.1:%d"
                        .formatted(server.address().getPort()));
        assertThat(answer.headers().firstValue("ETag")).contains("W/\"x\"");
        assertThat(send("HEAD", "", "").body()).isEmpty();
    }

    @Test
    void pagesOfOtherOriginsCannotReadResponses() throws Exception {
        assertThat(send("GET", "", "").headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void malformedAddressesAreRejected() throws IOException {
        assertThat(raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /?a=%c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void onlyConnectionsFromThisMachineAreAccepted() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }
}
