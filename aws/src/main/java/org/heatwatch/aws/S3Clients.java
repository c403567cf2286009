package org.heatwatch.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * S3 clients that give up soon: a request is tried four times, each try waits at most three seconds for a connection
 * and ten for the next byte. Credentials come from the SDK's default chain.
 */
public final class S3Clients {
    /** Where the Landsat archive is. */
    public static final Region LANDSAT_REGION = Region.US_WEST_2;

    private static final int ATTEMPTS = 4;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

    private S3Clients() {}

    /** A client for the Landsat archive, whatever region this runs in. */
    public static S3Client landsat() {
        return create(LANDSAT_REGION, null);
    }

    /**
     * A client for buckets of a region.
     *
     * @param endpoint where to send requests instead of AWS, with the bucket in the path; for local stores
     */
    public static S3Client create(Region region, @Nullable URI endpoint) {
        return configured(region, endpoint).build();
    }

    /** A client that asks a store at {@code endpoint} with these credentials; for local stores. */
    public static S3Client create(URI endpoint, AwsCredentialsProvider credentials) {
        return configured(LANDSAT_REGION, endpoint)
                .credentialsProvider(credentials)
                .build();
    }

    static S3ClientBuilder configured(Region region, @Nullable URI endpoint) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTION_TIMEOUT)
                        .socketTimeout(SOCKET_TIMEOUT))
                .overrideConfiguration(
                        overrides -> overrides.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()))
                // A checksum covers an object, never the ranges of it that are read here.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
        if (endpoint != null) {
            builder.endpointOverride(endpoint).forcePathStyle(true);
        }
        return builder;
    }
}
