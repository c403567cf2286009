package org.heatwatch.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A client of DynamoDB Local in this process, which names the file if it cannot be read or written. DynamoDB Local has
 * no common type for such failures: some are exceptions of its own, others an internal error of the service.
 */
final class NamedFailures implements InvocationHandler {
    private static final int INTERNAL_ERROR = 500;

    private final DynamoDbClient client;
    private final Function<RuntimeException, StoreUnusable> named;

    private NamedFailures(DynamoDbClient client, Function<RuntimeException, StoreUnusable> named) {
        this.client = client;
        this.named = named;
    }

    static DynamoDbClient of(DynamoDbClient client, Function<RuntimeException, StoreUnusable> named) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                NamedFailures.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new NamedFailures(client, named));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().endsWith("Paginator")) {
            // Its pages are requested through this client.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw switch (e.getCause()) {
                case AwsServiceException answer when answer.statusCode() < INTERNAL_ERROR -> answer;
                case RuntimeException failure -> named.apply(failure);
                case null -> e;
                case Throwable other -> other;
            };
        }
    }
}
