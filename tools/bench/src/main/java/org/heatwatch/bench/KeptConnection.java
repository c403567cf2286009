package org.heatwatch.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection to a server that stays open. Unlike the client of the JDK, it opens no other one by itself, so that
 * every connection that the server closes is seen.
 */
final class KeptConnection implements AutoCloseable {
    private static final int MOST_MILLISECONDS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final String host;

    KeptConnection(URI address) throws IOException {
        host = address.getAuthority();
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(MOST_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * Sends a request and reads its whole response.
     *
     * @return the status
     * @throws IOException if the server closes the connection, or the response has no length
     */
    int get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String header = header();
        Matcher status = STATUS.matcher(header);
        Matcher length = LENGTH.matcher(header);
        if (!status.lookingAt() || !length.find()) {
            throw new IOException("a response without status or length");
        }
        in.skipNBytes(Long.parseLong(length.group(1)));
        return Integer.parseInt(status.group(1));
    }

    private String header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            header.write(next);
            if (next == '\n') {
                ends++;
            } else if (next != '\r') {
                ends = 0;
            }
        }
        return header.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
