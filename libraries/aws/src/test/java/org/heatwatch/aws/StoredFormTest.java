package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records read from items of version 0.1.0 are written in the same form. */
final class StoredFormTest {
    private static final Path ITEMS = Path.of(System.getProperty("heatwatch.root", ".."))
            .resolve("tools/cli/src/test/resources/golden/store/items.jsonl");

    /** @param more names of attributes that do not belong to the record */
    @ParameterizedTest
    @CsvSource({
        "site#, scene#, org.heatwatch.aws.SceneItem, ''",
        "site#, intake#, org.heatwatch.ledger.IntakeOutcome, product",
        "site#, definition, org.heatwatch.ledger.SiteDefinition, ''",
        "site#, latest, org.heatwatch.announce.ScoringRun, manifest",
        "announcement#, marker#, org.heatwatch.announce.AnnouncementRecord, ''",
        "mail#, '', org.heatwatch.mail.Mail, claimedAt deliveredAt"
    })
    void aStoredRecordIsWrittenUnchanged(String partition, String sort, Class<?> type, String more) throws IOException {
        List<Map<String, AttributeValue>> items = items(partition, sort);
        assertThat(items).isNotEmpty();
        for (Map<String, AttributeValue> item : items) {
            Map<String, AttributeValue> written = Items.write(Items.read(item, type));
            item.keySet().removeAll(List.of(Key.PARTITION, Key.SORT));
            item.keySet().removeAll(List.of(more.split(" ")));
            assertThat(written).isEqualTo(item);
        }
    }

    private static List<Map<String, AttributeValue>> items(String partition, String sort) throws IOException {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (String line : Files.readAllLines(ITEMS)) {
            Map<String, AttributeValue> item = new HashMap<>();
            for (Map.Entry<String, JsonNode> member :
                    new ObjectMapper().readTree(line).properties()) {
                item.put(member.getKey(), value(member.getValue()));
            }
            if (Items.text(item, Key.PARTITION).startsWith(partition)
                    && Items.text(item, Key.SORT).startsWith(sort)) {
                items.add(item);
            }
        }
        return items;
    }

    private static AttributeValue value(JsonNode typed) {
        Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" -> Items.bytes(Base64.getDecoder().decode(value.asText()));
            case "L" ->
                AttributeValue.fromL(
                        value.valueStream().map(StoredFormTest::value).toList());
            default -> throw new IllegalStateException("no attribute: " + typed);
        };
    }
}
