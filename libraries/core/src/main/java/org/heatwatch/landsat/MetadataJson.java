package org.heatwatch.landsat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** The {@code _MTL.json} form: objects are groups, and every value is a string, numbers too. */
final class MetadataJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MetadataJson() {}

    static Metadata read(String file, String content) {
        try {
            JsonNode root = MAPPER.readTree(content).path(Metadata.ROOT);
            if (!root.isObject()) {
                throw Metadata.unreadable(file, "no group " + Metadata.ROOT, null);
            }
            return group(file, Metadata.ROOT, root);
        } catch (JsonProcessingException e) {
            throw Metadata.unreadable(file, "not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Metadata group(String file, String name, JsonNode node) {
        Metadata.Builder group = new Metadata.Builder(file, name);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isObject()) {
                group.put(group(file, member.getKey(), member.getValue()));
            } else if (member.getValue().isValueNode()) {
                group.put(member.getKey(), member.getValue().asText());
            } else {
                throw Metadata.unreadable(file, member.getKey() + " in group " + name + " is a list", null);
            }
        }
        return group.build();
    }
}
