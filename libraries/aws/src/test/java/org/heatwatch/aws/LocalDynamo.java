package org.heatwatch.aws;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** DynamoDB Local in this process. */
final class LocalDynamo {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private final DynamoDBProxyServer server;
    private final URI endpoint;

    LocalDynamo() throws Exception {
        int port = freePort();
        server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        server.start();
        endpoint = URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return endpoint.getPort();
    }

    /** A client of a proxy of this server, with the time limits of the program. */
    static DynamoDbClient clientOf(int port) {
        return client(URI.create("http://127.0.0.1:" + port)).build();
    }

    /** A client of this server, with interceptors instead of the time limits of the program. */
    DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return client(endpoint)
                .overrideConfiguration(overrides -> {
                    for (ExecutionInterceptor interceptor : interceptors) {
                        overrides.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }

    private static DynamoDbClientBuilder client(URI endpoint) {
        return AwsClients.dynamo(Region.US_WEST_2)
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    /** Creates an empty table and returns its name. */
    String emptyTable() {
        String table = "table-" + TABLES.incrementAndGet();
        try {
            LedgerTable.create(client(), table);
        } catch (ResourceInUseException e) {
            // An earlier attempt of the client made it, and the answer came too late on a busy machine.
            client().waiter().waitUntilTableExists(request -> request.tableName(table));
        }
        return table;
    }

    void close() throws Exception {
        server.stop();
    }
}
