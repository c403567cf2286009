package org.heatwatch.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS clients with limited times. Credentials come from the SDK's default provider chain.
 *
 * <p>Each call has a limit that includes its retries, so that a service that does not answer is an error of the request
 * that needed it, and not a time-out of the function.
 */
public final class AwsClients {
    /** Region of the Landsat archive. */
    public static final Region LANDSAT_REGION = Region.US_WEST_2;

    private static final int S3_ATTEMPTS = 4;
    private static final Duration S3_CONNECTION_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration S3_SOCKET_TIMEOUT = Duration.ofSeconds(10);
    /** An attempt reads up to a few megabytes; see {@link ReadLimits} for thin lines. */
    static final Duration S3_ATTEMPT_TIMEOUT = Duration.ofSeconds(10);
    /** A fifth of the time-out of the function that clips; less than the 29 seconds of API Gateway. */
    static final Duration S3_CALL_TIMEOUT = Duration.ofSeconds(25);

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);
    /** DynamoDB answers in milliseconds; an attempt that takes longer is better repeated. */
    private static final Duration DYNAMO_ATTEMPT_TIMEOUT = Duration.ofMillis(2500);

    private static final Duration DYNAMO_CALL_TIMEOUT = Duration.ofSeconds(8);
    /** Shorter than every function's time-out and than the claim of a mail. */
    private static final Duration API_CALL_TIMEOUT = Duration.ofSeconds(15);

    private AwsClients() {}

    private static UrlConnectionHttpClient.Builder http(Duration connectionTimeout, Duration socketTimeout) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(connectionTimeout)
                .socketTimeout(socketTimeout);
    }

    static DynamoDbClientBuilder dynamo(Region region) {
        return DynamoDbClient.builder()
                .region(region)
                .httpClientBuilder(http(CONNECTION_TIMEOUT, SOCKET_TIMEOUT))
                // Without a strategy, the client of DynamoDB makes up to eight attempts.
                .overrideConfiguration(overrides -> overrides
                        .apiCallAttemptTimeout(DYNAMO_ATTEMPT_TIMEOUT)
                        .apiCallTimeout(DYNAMO_CALL_TIMEOUT)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
    }

    /** A client for the Landsat archive, which is in {@link #LANDSAT_REGION}. */
    public static S3Client landsat() {
        return s3(LANDSAT_REGION).build();
    }

    /** A client for a local S3-compatible store at {@code endpoint}. */
    public static S3Client s3(URI endpoint, AwsCredentialsProvider credentials) {
        return s3(endpoint).credentialsProvider(credentials).build();
    }

    /** Local stores have no host name per bucket, so the bucket is part of the path. */
    static S3ClientBuilder s3(URI endpoint) {
        return s3(LANDSAT_REGION).endpointOverride(endpoint).forcePathStyle(true);
    }

    static S3ClientBuilder s3(Region region) {
        return S3Client.builder()
                .region(region)
                .httpClientBuilder(http(S3_CONNECTION_TIMEOUT, S3_SOCKET_TIMEOUT))
                .overrideConfiguration(overrides -> overrides
                        .apiCallAttemptTimeout(S3_ATTEMPT_TIMEOUT)
                        .apiCallTimeout(S3_CALL_TIMEOUT)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(S3_ATTEMPTS)
                                .build()))
                // Checksums cover whole objects, and only ranges are read here.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
    }

    static SqsClient sqs(Region region) {
        return SqsClient.builder()
                .region(region)
                .httpClientBuilder(http(CONNECTION_TIMEOUT, SOCKET_TIMEOUT))
                .overrideConfiguration(overrides -> overrides.apiCallTimeout(API_CALL_TIMEOUT))
                .build();
    }

    static SnsClientBuilder sns(Region region) {
        return SnsClient.builder()
                .region(region)
                .httpClientBuilder(http(CONNECTION_TIMEOUT, SOCKET_TIMEOUT))
                .overrideConfiguration(overrides -> overrides.apiCallTimeout(API_CALL_TIMEOUT));
    }
}
