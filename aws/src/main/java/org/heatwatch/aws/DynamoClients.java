package org.heatwatch.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** DynamoDB clients that give up soon. Credentials come from the SDK's default chain. */
public final class DynamoClients {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);

    private DynamoClients() {}

    /**
     * A client for the tables of a region.
     *
     * @param endpoint where to send requests instead of AWS; for local stores
     */
    public static DynamoDbClient create(Region region, @Nullable URI endpoint) {
        return configured(region, endpoint).build();
    }

    static DynamoDbClientBuilder configured(Region region, @Nullable URI endpoint) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTION_TIMEOUT)
                        .socketTimeout(SOCKET_TIMEOUT));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }
}
