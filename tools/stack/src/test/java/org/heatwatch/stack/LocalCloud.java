package org.heatwatch.stack;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A LocalStack container. Functions run with the runtime {@code java25} in containers of their own; the layer is
 * mounted, because this edition does not apply layers. It does not enforce permissions either.
 */
final class LocalCloud implements AutoCloseable {
    static final Region REGION = Region.US_WEST_2;

    static final DockerImageName IMAGE = DockerImageName.parse(
                    Optional.ofNullable(System.getenv("HEATWATCH_LOCALSTACK_IMAGE"))
                            .orElse("localstack/localstack:4.14.0"))
            .asCompatibleSubstituteFor("localstack/localstack");
    private static final int PORT = 4566;
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
    private static final Duration LONGEST_START = Duration.ofMinutes(3); // it takes 15 s on a quiet machine

    private final LocalStackContainer container;

    LocalCloud() {
        this("-v " + Repository.layer() + ":/opt:ro");
    }

    /** A LocalStack whose functions have no layer. */
    static LocalCloud withoutLayer() {
        return new LocalCloud("");
    }

    private LocalCloud(String flagsOfFunctions) {
        container = new LocalStackContainer(IMAGE)
                .withStartupTimeout(LONGEST_START)
                // Streams directly from DynamoDB Local; the default loses records written right after a table was
                // created.
                .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
                .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2")
                .withEnv("LAMBDA_DOCKER_FLAGS", flagsOfFunctions)
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "60")
                // Otherwise empty queues and streams are polled every ten seconds.
                .withEnv("LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC", "1")
                // Only reachable from this machine.
                .withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                        .withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT))));
        container.start();
    }

    URI endpoint() {
        return container.getEndpoint();
    }

    StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey()));
    }

    private <C, B extends AwsClientBuilder<B, C>> B at(B builder) {
        return builder.endpointOverride(endpoint()).region(REGION).credentialsProvider(credentials());
    }

    private static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder().socketTimeout(LONGEST_CALL);
    }

    CloudFormationClient cloudFormation() {
        return at(CloudFormationClient.builder()).httpClientBuilder(http()).build();
    }

    DynamoDbClient dynamo() {
        return at(DynamoDbClient.builder()).httpClientBuilder(http()).build();
    }

    /** Creates a bucket unless it exists. */
    static synchronized void bucket(S3Client s3, String name) {
        if (s3.listBuckets().buckets().stream()
                .noneMatch(bucket -> bucket.name().equals(name))) {
            s3.createBucket(r -> r.bucket(name).createBucketConfiguration(c -> c.locationConstraint(REGION.id())));
        }
    }

    LambdaClient lambda() {
        return at(LambdaClient.builder())
                .httpClientBuilder(http())
                .overrideConfiguration(o -> o.apiCallAttemptTimeout(LONGEST_CALL))
                .build();
    }

    /** The log of a function; empty if it was never invoked. */
    List<String> log(String function) {
        try (CloudWatchLogsClient logs =
                at(CloudWatchLogsClient.builder()).httpClientBuilder(http()).build()) {
            return logs.filterLogEventsPaginator(r -> r.logGroupName("/aws/lambda/" + function)).events().stream()
                    .map(FilteredLogEvent::message)
                    .toList();
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
    }

    S3Client s3() {
        return at(S3Client.builder())
                .httpClientBuilder(http())
                .forcePathStyle(true)
                .build();
    }

    SnsClient sns() {
        return at(SnsClient.builder()).httpClientBuilder(http()).build();
    }

    SqsClient sqs() {
        return at(SqsClient.builder()).httpClientBuilder(http()).build();
    }

    /** Verifies a sender address in LocalStack, which lists sent mails under {@code /_aws/ses}. */
    void ses(String sender) {
        ses(sender, "us-east-1");
    }

    /** @param region the identities of SES belong to a Region */
    void ses(String sender, String region) {
        String action = "Action=VerifyEmailIdentity&EmailAddress=" + URLEncoder.encode(sender, StandardCharsets.UTF_8);
        String _ = send(HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/%s/ses/aws4_request, SignedHeaders=host, Signature=none"
                                .formatted(region))
                .POST(HttpRequest.BodyPublishers.ofString(action)));
    }

    /** Reads an internal resource of LocalStack. */
    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(endpoint() + path)));
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
