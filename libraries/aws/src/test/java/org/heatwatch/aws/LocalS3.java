package org.heatwatch.aws;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 emulator in this process behind a counting proxy. */
final class LocalS3 {
    static final String BUCKET = "usgs-landsat";
    private static final String KEY_ID = "local-key";
    private static final String SECRET = "local-secret";

    private final S3Proxy server;
    private final CountingProxy proxy;
    private final S3Client direct;

    LocalS3() throws Exception {
        server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                // The emulator does not support the requester-pays header.
                .ignoreUnknownHeaders(true)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET)
                .build();
        server.start();
        proxy = new CountingProxy(server.getPort());
        direct = client(server.getPort(), SECRET);
        direct.createBucket(request -> request.bucket(BUCKET));
    }

    void put(String key, byte[] bytes) {
        direct.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    /** A client that uses the proxy. */
    S3Client client() {
        return client(proxy.port(), SECRET);
    }

    /** A client that uses the proxy, with interceptors. */
    S3Client client(ExecutionInterceptor interceptor) {
        return AwsClients.s3(URI.create("http://127.0.0.1:" + proxy.port()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
                .overrideConfiguration(overrides -> overrides.addExecutionInterceptor(interceptor))
                .build();
    }

    /** The port of the emulator itself. */
    int port() {
        return server.getPort();
    }

    /** A client of another proxy. */
    static S3Client client(int port) {
        return client(port, SECRET);
    }

    /** A client without the proxy, which can send bodies. */
    S3Client directClient() {
        return direct;
    }

    S3Client clientWithWrongSecret() {
        return client(proxy.port(), "wrong");
    }

    private static S3Client client(int port, String secret) {
        return AwsClients.s3(URI.create("http://127.0.0.1:" + port))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, secret)))
                .build();
    }

    CountingProxy proxy() {
        return proxy;
    }

    void close() throws Exception {
        direct.close();
        proxy.close();
        server.stop();
    }
}
