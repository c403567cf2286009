package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.heatwatch.api.Response;
import org.junit.jupiter.api.Test;

/** Takes as long as the limit for a request. */
final class RequestTimeIT {
    @Test
    void aRequestThatDoesNotArriveIsEndedAfterTheLimit() throws IOException {
        try (LocalServer server = LocalServer.start(
                        InetAddress.getLoopbackAddress(), 0, _ -> new Response(200, Map.of(), new byte[0]));
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ".getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoTimeout(
                    Math.toIntExact(ServerLimits.REQUEST.plusSeconds(20).toMillis()));
            long start = System.nanoTime();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(ServerLimits.REQUEST.minusSeconds(5), ServerLimits.REQUEST.plusSeconds(10));
        }
    }
}
