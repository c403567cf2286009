package org.heatwatch.cli;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.golden.Golden;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A store that version 0.1.0 wrote, of a small simulated site: a reference period of one year, then five weeks in which
 * the mill starts. {@link WriteYard} wrote it.
 */
final class Yard {
    static final String ID = "yard";
    static final String TABLE = "heatwatch";
    static final LocalDate TODAY = LocalDate.of(2023, 2, 10);

    static final Path FOLDER = Golden.folder().resolve("store").toAbsolutePath();
    static final Path SITE = FOLDER.resolve("yard.geojson");

    /** A folder with the layout of the Landsat bucket. */
    static final Path BUCKET = Golden.folder().resolve("bucket").toAbsolutePath();

    static final String REAL_TIME = "LC08_L1TP_116034_20230122_20230123_02_RT";
    static final String LEVEL_2 = "LC08_L2SP_116034_20230122_20230129_02_T1";

    /** The products in the bucket. */
    static final List<String> PRODUCTS = List.of(REAL_TIME, LEVEL_2);

    /** The products with stored clips. */
    static final List<String> CLIPS = List.of(LEVEL_2);

    private static final int LARGEST_BATCH = 25;
    private static final Path ITEMS = FOLDER.resolve("items.jsonl");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Yard() {}

    /** Writes the store into a folder as version 0.1.0 did. */
    static Path in(Path folder) {
        inTable(folder, client -> {
            LedgerTable.create(client, TABLE);
            List<WriteRequest> writes = items().stream()
                    .map(item -> WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build())
                    .toList();
            for (int from = 0; from < writes.size(); from += LARGEST_BATCH) {
                List<WriteRequest> batch = writes.subList(from, Math.min(writes.size(), from + LARGEST_BATCH));
                BatchWriteItemResponse answer =
                        client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, batch)));
                if (!answer.unprocessedItems().isEmpty()) {
                    throw new IllegalStateException("a local table takes whole batches");
                }
            }
        });
        try (Stream<Path> files = Files.walk(FOLDER.resolve("clips"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("s3/heatwatch-clips").resolve(FOLDER.relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
            Files.writeString(folder.resolve("clock"), TODAY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Opens the table of a store that is not in use. */
    static void inTable(Path store, Consumer<DynamoDbClient> work) {
        try {
            Path database = Files.createDirectories(store.resolve("dynamodb")).resolve("heatwatch.db");
            AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create(database.toFile(), true);
            try {
                work.accept(dynamo.dynamoDbClient());
            } finally {
                dynamo.shutdown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, AttributeValue>> items() {
        try (Stream<String> lines = Files.lines(ITEMS)) {
            return lines.map(Yard::item).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all items of a table to the file that {@link #items} reads. */
    static void write(DynamoDbClient client) {
        List<String> lines = client.scanPaginator(request -> request.tableName(TABLE)).items().stream()
                .sorted(Comparator.comparing(Yard::key))
                .map(item -> json(item).toString())
                .toList();
        try {
            Files.createDirectories(FOLDER);
            Files.write(ITEMS, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String key(Map<String, AttributeValue> item) {
        return item.getOrDefault("pk", AttributeValue.fromS("")).s()
                + " "
                + item.getOrDefault("sk", AttributeValue.fromS("")).s();
    }

    private static ObjectNode json(Map<String, AttributeValue> item) {
        ObjectNode json = NODES.objectNode();
        new TreeMap<>(item).forEach((name, value) -> json.set(name, json(value)));
        return json;
    }

    /** An attribute in DynamoDB JSON. */
    private static ObjectNode json(AttributeValue value) {
        ObjectNode json = NODES.objectNode();
        return switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case B -> json.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case L -> {
                ArrayNode list = json.putArray("L");
                value.l().forEach(element -> list.add(json(element)));
                yield json;
            }
            default -> throw new IllegalStateException("nothing of type " + value.type() + " is stored");
        };
    }

    private static Map<String, AttributeValue> item(String line) {
        try {
            Map<String, AttributeValue> item = new HashMap<>();
            MAPPER.readTree(line)
                    .properties()
                    .forEach(member -> item.put(member.getKey(), attribute(member.getValue())));
            return item;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttributeValue attribute(JsonNode json) {
        Map.Entry<String, JsonNode> typed = json.properties().iterator().next();
        JsonNode value = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asText())));
            case "L" ->
                AttributeValue.fromL(value.valueStream().map(Yard::attribute).toList());
            default -> throw new IllegalStateException("nothing of type " + typed.getKey() + " is stored");
        };
    }
}
