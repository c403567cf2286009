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

/** An S3 in this process, on a port of the loopback interface and with a secret of its own. */
final class EmbeddedS3 implements AutoCloseable {
    private static final String KEY_ID = "local";

    private final S3Proxy server;
    private final S3Client client;

    private EmbeddedS3(BlobStore blobs) throws Exception {
        String secret = UUID.randomUUID().toString();
        server = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                // It knows no requester-pays header.
                .ignoreUnknownHeaders(true)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, secret)
                .build();
        server.start();
        client = AwsClients.s3(
                URI.create("http://127.0.0.1:" + server.getPort()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, secret)));
    }

    /** Buckets that are folders of {@code root}. */
    static EmbeddedS3 of(Path root) throws Exception {
        return new EmbeddedS3(new FilesystemNio2BlobStore(root.toString()));
    }

    /** One bucket, which is a folder that is only read. */
    static EmbeddedS3 readOnly(String bucket, Path folder) throws Exception {
        Path real = folder.toRealPath();
        Path parent = real.getParent();
        Path name = real.getFileName();
        if (parent == null || name == null) {
            throw new StoreUnusable(
                    "%s: the root of a disk can't be an archive; give a folder".formatted(folder), null);
        }
        return new EmbeddedS3(
                new ReadOnlyFolder(new FilesystemNio2BlobStore(parent.toString()), bucket, name.toString()));
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
            throw new IllegalStateException("the local S3 does not stop", e);
        }
    }
}
