package org.heatwatch.aws;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the stack tells its functions by environment variables, and the clients of its region. */
public final class StackEnvironment {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);
    /** With all its tries; within the time-out of every function, and the claim of a mail. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    private final Map<String, String> variables;

    public StackEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Of this process. */
    public static StackEnvironment ofProcess() {
        return new StackEnvironment(System.getenv());
    }

    /**
     * A variable's value.
     *
     * @throws IllegalStateException if it is not set
     */
    public String need(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("environment variable " + name + " is not set");
        }
        return value;
    }

    public int needNumber(String name) {
        return Integer.parseInt(need(name));
    }

    private static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(SOCKET_TIMEOUT);
    }

    private Region region() {
        return Region.of(need("AWS_REGION"));
    }

    public DynamoDbClient dynamo() {
        return DynamoClients.create(region(), null);
    }

    public S3Client s3() {
        return S3Clients.create(region(), null);
    }

    public SqsClient sqs() {
        return SqsClient.builder()
                .region(region())
                .httpClientBuilder(http())
                .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_CALL))
                .build();
    }

    public SnsClient sns() {
        return SnsClient.builder()
                .region(region())
                .httpClientBuilder(http())
                .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_CALL))
                .build();
    }
}
