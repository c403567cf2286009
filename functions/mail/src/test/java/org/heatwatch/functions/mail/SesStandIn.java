package org.heatwatch.functions.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

/** An HTTP server that answers as SES does and keeps the requests. */
final class SesStandIn implements AutoCloseable {
    private static final String SENT = """
            <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>
            <MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>""";
    private static final String REJECTED = """
            <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>
            <Code>MessageRejected</Code><Message>Email address is not verified.</Message></Error></ErrorResponse>""";

    private final HttpServer server;
    private final List<Map<String, String>> requests = new ArrayList<>();
    private boolean rejects;

    SesStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> request = new TreeMap<>();
        for (String pair : List.of(form.split("&", -1))) {
            int equals = pair.indexOf('=');
            request.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        requests.add(request);
        byte[] body = (rejects ? REJECTED : SENT).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(rejects ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    SesClient client() {
        return SesMailSender.client(Region.US_WEST_2)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    void reject() {
        rejects = true;
    }

    List<Map<String, String>> requests() {
        return requests;
    }

    byte[] message(int index) {
        return Base64.getDecoder().decode(requests.get(index).getOrDefault("RawMessage.Data", ""));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
