package org.heatwatch.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.heatwatch.aws.AwsClients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 server in this process, on the loopback interface. Each start has random credentials, and there is no access
 * without them.
 */
final class EmbeddedS3 implements AutoCloseable {
    private static final String KEY_ID = "local";

    private final S3Proxy server;
    private final S3Client client;

    private EmbeddedS3(S3Proxy server, S3Client client) {
        this.server = server;
        this.client = client;
    }

    private static EmbeddedS3 start(BlobStore blobs) throws Exception {
        String secret = UUID.randomUUID().toString();
        S3Proxy server = S3Proxy.builder()
                .blobStore(new PrivateBlobs(blobs))
                .endpoint(URI.create("http://127.0.0.1:0"))
                // S3Proxy does not support the requester-pays header.
                .ignoreUnknownHeaders(true)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, secret)
                .build();
        server.start();
        S3Client client = AwsClients.s3(
                URI.create("http://127.0.0.1:" + server.getPort()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, secret)));
        return new EmbeddedS3(server, client);
    }

    /** Serves each folder of {@code root} as a bucket. */
    static EmbeddedS3 of(Path root) throws Exception {
        return start(new FilesystemNio2BlobStore(root.toString()));
    }

    /** Serves a folder as one read-only bucket. */
    static EmbeddedS3 readOnly(String bucket, Path folder) throws Exception {
        Path real = folder.toRealPath();
        Path parent = real.getParent();
        Path name = real.getFileName();
        if (parent == null || name == null) {
            throw new StoreUnusable(
                    "%s: the root of a disk cannot be an archive; give a folder".formatted(folder), null);
        }
        return start(new ReadOnlyFolder(new FilesystemNio2BlobStore(parent.toString()), bucket, name.toString(), real));
    }

    S3Client client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the local S3 server", e);
        }
    }
}
