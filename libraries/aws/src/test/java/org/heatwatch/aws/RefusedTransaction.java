package org.heatwatch.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Answers of DynamoDB to writes that conflict, in its words: those of the API reference, which lists the code and
 * message of each reason, and the form of the protocol (a reason for each item, a checksum of the body).
 */
enum RefusedTransaction {
    /** Another transaction writes one of the items. */
    CONFLICT,
    /** The condition of one of the items does not hold. */
    CONDITION,
    /** An earlier attempt with the same token has not ended. */
    IN_PROGRESS,
    /** A transaction writes the only item of this request. */
    CONFLICT_OF_ITEM;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Header and body of the answer to a request. */
    byte[] answer(byte[] request) {
        String body =
                switch (this) {
                    case CONFLICT -> cancelled(request, "TransactionConflict", "Transaction is ongoing for the item");
                    case CONDITION -> cancelled(request, "ConditionalCheckFailed", "The conditional request failed");
                    case IN_PROGRESS ->
                        error(
                                "TransactionInProgressException",
                                "The transaction with the given request token is already in progress.");
                    case CONFLICT_OF_ITEM ->
                        error("TransactionConflictException", "Transaction is ongoing for the item");
                };
        CRC32 checksum = new CRC32();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        return """
            HTTP/1.1 400 Bad Request\r
            Server: Server\r
            Content-Type: application/x-amz-json-1.0\r
            Content-Length: %d\r
            Connection: close\r
            x-amzn-RequestId: 4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG\r
            x-amz-crc32: %d\r
            \r
            %s\
            """.formatted(body.length(), checksum.getValue(), body).getBytes(StandardCharsets.UTF_8);
    }

    private static String error(String type, String message) {
        return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"%s\"}".formatted(type, message);
    }

    /** The first item is refused. */
    private static String cancelled(byte[] request, String code, String message) {
        int items = items(request);
        Map<Boolean, String> reasons = Map.of(
                true, "{\"Code\":\"%s\",\"Message\":\"%s\"}".formatted(code, message), false, "{\"Code\":\"None\"}");
        return """
            {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","CancellationReasons":[%s],\
            "Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [%s]"}\
            """.formatted(
                        IntStream.range(0, items)
                                .mapToObj(item -> reasons.getOrDefault(item == 0, ""))
                                .collect(Collectors.joining(",")),
                        IntStream.range(0, items)
                                .mapToObj(item -> item == 0 ? code : "None")
                                .collect(Collectors.joining(", ")));
    }

    private static int items(byte[] request) {
        try {
            return JSON.readTree(request).path("TransactItems").size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
