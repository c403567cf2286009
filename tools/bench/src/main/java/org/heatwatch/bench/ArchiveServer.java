package org.heatwatch.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 server on the loopback interface that serves a folder whose subfolders are buckets, for the comparison with a
 * script: it answers each request after a delay and counts requests and bytes.
 *
 * <p>Reads commands from the standard input, one a line, and answers each with a line of JSON: {@code delay N} sets the
 * delay in milliseconds, {@code counts} returns what was counted since the last time. Ends with its input.
 */
public final class ArchiveServer {
    private static final String KEY_ID = "local";
    private static final String SECRET = "local-secret";

    private ArchiveServer() {}

    /**
     * Serves a folder until the input ends.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws Exception {
        MeasuredBlobs blobs = new MeasuredBlobs(
                new FilesystemNio2BlobStore(Path.of(arguments[0]).toRealPath().toString()));
        S3Proxy server = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                // S3Proxy does not support the requester-pays header.
                .ignoreUnknownHeaders(true)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET)
                .build();
        server.start();
        print("{\"endpoint\": \"http://127.0.0.1:%d\", \"keyId\": \"%s\", \"secret\": \"%s\"}"
                .formatted(server.getPort(), KEY_ID, SECRET));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            if (command.startsWith("delay ")) {
                blobs.delay(Integer.parseInt(command.substring("delay ".length())));
            }
            MeasuredBlobs.Counts counts = blobs.counts();
            print(String.format(Locale.ROOT, "{\"requests\": %d, \"bytes\": %d}", counts.requests(), counts.bytes()));
        }
        server.stop();
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
