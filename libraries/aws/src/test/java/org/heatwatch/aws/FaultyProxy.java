package org.heatwatch.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy of one server, on real sockets, which damages the responses to some requests. */
final class FaultyProxy implements AutoCloseable {
    private static final String END_OF_HEADER = "\r\n\r\n";
    private static final int THIN_PART = 1000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+)");

    /** What happens to a response. */
    enum Fault {
        NONE,
        /** The connection is reset before the response. */
        REFUSED,
        /** The connection is reset after half of the body. */
        RESET,
        /** The connection ends after half of the body. */
        TRUNCATED,
        FLIPPED_BITS,
        WRONG_RANGE,
        STATUS_500,
        STATUS_503,
        STATUS_403,
        STATUS_404,
        /** The answer of DynamoDB and of SNS to too many requests. */
        THROTTLED,
        /** The response has one byte a second. */
        SLOW,
        /** The response has ten bytes a millisecond. */
        THIN
    }

    /** An answer in place of the one of the server. */
    private record Replacement(
            String target, AtomicInteger remaining, boolean isProcessed, UnaryOperator<byte[]> answer) {
        boolean appliesTo(String request) {
            return request.contains(target) && remaining.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final int upstream;
    private volatile Fault fault = Fault.NONE;
    private volatile Predicate<String> affected = request -> true;
    private volatile Replacement replacement =
            new Replacement("", new AtomicInteger(), /* isProcessed= */ false, UnaryOperator.identity());

    FaultyProxy(int upstream) throws IOException {
        this.upstream = upstream;
        var _ = connections.submit(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Damages the responses to requests whose header, with the line of the target, contains a text. */
    void damage(Fault next, String target) {
        damage(next, request -> request.contains(target));
    }

    /** Damages the responses to requests that a condition on their header selects. */
    void damage(Fault next, Predicate<String> requests) {
        affected = requests;
        fault = next;
    }

    /**
     * Replaces the answers to the next requests whose header contains a text.
     *
     * @param isProcessed whether the server receives the requests
     * @param answer header and body of the answer to the body of a request
     */
    void replace(String target, int times, boolean isProcessed, UnaryOperator<byte[]> answer) {
        replacement = new Replacement(target, new AtomicInteger(times), isProcessed, answer);
    }

    private Object accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            var _ = connections.submit(() -> serve(client));
        }
    }

    private Object serve(Socket client) throws IOException {
        try (client) {
            String request = header(client.getInputStream());
            if (request.isEmpty()) {
                return this;
            }
            byte[] body = client.getInputStream().readNBytes(length(request));
            Replacement instead = replacement;
            if (instead.appliesTo(request)) {
                if (instead.isProcessed) {
                    byte[] _ = forwarded(request, body);
                }
                client.getOutputStream().write(instead.answer.apply(body));
                return this;
            }
            Fault now = affected.test(request) ? fault : Fault.NONE;
            if (now == Fault.REFUSED) {
                client.setSoLinger(true, 0);
                return this;
            }
            answer(now, isStatus(now) ? status(now) : forwarded(request, body), client);
        }
        return this;
    }

    private static boolean isStatus(Fault fault) {
        return fault == Fault.THROTTLED || fault.name().startsWith("STATUS");
    }

    private static int length(String request) {
        Matcher length = LENGTH.matcher(request);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static void answer(Fault now, byte[] response, Socket client) throws IOException {
        int body = new String(response, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEADER) + END_OF_HEADER.length();
        int half = body + (response.length - body) / 2;
        byte[] sent =
                switch (now) {
                    case RESET, TRUNCATED -> Arrays.copyOf(response, half);
                    case FLIPPED_BITS -> {
                        for (int i = body + 8; i < response.length; i += 64) {
                            response[i] ^= 0x10;
                        }
                        yield response;
                    }
                    case WRONG_RANGE ->
                        new String(response, StandardCharsets.ISO_8859_1)
                                .replaceFirst("(?i)(Content-Range: bytes )(\\d)", "$17$2")
                                .getBytes(StandardCharsets.ISO_8859_1);
                    default -> response;
                };
        OutputStream out = client.getOutputStream();
        switch (now) {
            case SLOW -> slowly(out, sent, 1, Duration.ofSeconds(1));
            case THIN -> slowly(out, sent, THIN_PART, Duration.ofMillis(THIN_PART / 10));
            default -> out.write(sent);
        }
        out.flush();
        if (now == Fault.RESET) {
            client.setSoLinger(true, 0);
        }
    }

    private static void slowly(OutputStream out, byte[] sent, int part, Duration pause) throws IOException {
        for (int from = 0; from < sent.length; from += part) {
            out.write(sent, from, Math.min(part, sent.length - from));
            out.flush();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static byte[] status(Fault fault) {
        if (fault == Fault.THROTTLED) {
            String body = "{\"__type\":\"com.amazonaws#ThrottlingException\",\"message\":\"Rate exceeded\"}";
            return ("HTTP/1.1 400 Bad Request\r\nx-amzn-ErrorType: ThrottlingException\r\n"
                            + "Content-Type: application/x-amz-json-1.0\r\nContent-Length: %d\r\n"
                                    .formatted(body.length())
                            + "Connection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        String code = fault.name().substring("STATUS_".length());
        return "HTTP/1.1 %s Fault\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(code)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] forwarded(String request, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            String closing = request.replaceFirst("(?im)^Connection:.*\r\n", "")
                    .replaceFirst("\r\n", "\r\nConnection: close\r\n");
            socket.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            return socket.getInputStream().readAllBytes();
        }
    }

    /** The header of a request; empty if the connection ends before. */
    private static String header(InputStream in) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (!header.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEADER)) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            header.write(next);
        }
        return header.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.shutdownNow();
    }
}
