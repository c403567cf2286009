package org.heatwatch.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Counts the requests to DynamoDB and the capacity units that they consume, as DynamoDB itself states them. */
final class CountedDynamo implements InvocationHandler {
    private final DynamoDbClient client;
    private int readRequests;
    private int writeRequests;
    private double readUnits;
    private double writeUnits;

    private CountedDynamo(DynamoDbClient client) {
        this.client = client;
    }

    static CountedDynamo of(DynamoDbClient client) {
        return new CountedDynamo(client);
    }

    /** A client whose requests are counted. */
    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                CountedDynamo.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
    }

    /** What was consumed since the last call. */
    synchronized Consumption take() {
        Consumption taken = new Consumption(readRequests, writeRequests, readUnits, writeUnits);
        readRequests = 0;
        writeRequests = 0;
        readUnits = 0;
        writeUnits = 0;
        return taken;
    }

    /** The overloads with builders and the paginators call back with requests. */
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null
                && arguments.length == 1
                && arguments[0] instanceof DynamoDbRequest request
                && !method.getName().endsWith("Paginator")) {
            return counted(request);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized Object counted(DynamoDbRequest request) {
        ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
        return switch (request) {
            case GetItemRequest get -> {
                GetItemResponse answer = client.getItem(
                        get.toBuilder().returnConsumedCapacity(total).build());
                read(List.of(answer.consumedCapacity()));
                yield answer;
            }
            case QueryRequest query -> {
                QueryResponse answer = client.query(
                        query.toBuilder().returnConsumedCapacity(total).build());
                read(List.of(answer.consumedCapacity()));
                yield answer;
            }
            case BatchGetItemRequest batch -> {
                BatchGetItemResponse answer = client.batchGetItem(
                        batch.toBuilder().returnConsumedCapacity(total).build());
                read(answer.consumedCapacity());
                yield answer;
            }
            case PutItemRequest put -> {
                PutItemResponse answer = client.putItem(
                        put.toBuilder().returnConsumedCapacity(total).build());
                wrote(List.of(answer.consumedCapacity()));
                yield answer;
            }
            case DeleteItemRequest delete -> {
                DeleteItemResponse answer = client.deleteItem(
                        delete.toBuilder().returnConsumedCapacity(total).build());
                wrote(List.of(answer.consumedCapacity()));
                yield answer;
            }
            case TransactWriteItemsRequest transaction -> {
                TransactWriteItemsResponse answer = client.transactWriteItems(
                        transaction.toBuilder().returnConsumedCapacity(total).build());
                wrote(answer.consumedCapacity());
                yield answer;
            }
            default -> throw new IllegalStateException("not counted: " + request.getClass());
        };
    }

    private void read(List<ConsumedCapacity> units) {
        readRequests++;
        // DynamoDB charges a unit for a read that finds nothing; DynamoDB Local does not.
        readUnits += Math.max(
                1, units.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum());
    }

    private void wrote(List<ConsumedCapacity> units) {
        writeRequests++;
        writeUnits +=
                units.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }
}
