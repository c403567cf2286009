package org.heatwatch.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes bytes on between clients and a server on this machine, and notes every request. For requests without bodies.
 */
final class CountingProxy implements AutoCloseable {
    private static final int CUT_AFTER = 60_000;

    /** A request as received; header names are in lower case. */
    record Request(String method, String target, Map<String, String> headers) {}

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesDown = new AtomicLong();
    private final AtomicInteger cuts = new AtomicInteger();

    CountingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Bytes sent to clients, including headers. */
    long bytesDown() {
        return bytesDown.get();
    }

    void forget() {
        requests.clear();
        bytesDown.set(0);
        cuts.set(0);
    }

    /** Truncates the given number of subsequent long responses. */
    void cutAnswers(int count) {
        cuts.set(count);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The connection was closed.
            }
        });
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            AtomicLong answered = new AtomicLong();
            start(() -> passUp(client, server, answered));
            start(() -> passDown(server, client, answered));
        }
    }

    private void passUp(Socket client, Socket server, AtomicLong answered) throws IOException {
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            StringBuilder head = new StringBuilder();
            byte[] buffer = new byte[8192];
            int count;
            while ((count = in.read(buffer)) > 0) {
                head.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                int end;
                while ((end = head.indexOf("\r\n\r\n")) >= 0) {
                    answered.set(0);
                    requests.add(parse(head.substring(0, end)));
                    head.delete(0, end + 4);
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private static Request parse(String head) {
        List<String> lines = head.lines().toList();
        String[] first = lines.getFirst().split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(first[0], first[1], headers);
    }

    private void passDown(Socket server, Socket client, AtomicLong answered) throws IOException {
        try (server;
                client) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[8192];
            int count;
            while ((count = in.read(buffer)) > 0) {
                bytesDown.addAndGet(count);
                out.write(buffer, 0, count);
                if (answered.addAndGet(count) > CUT_AFTER && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
