package org.heatwatch.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heatwatch.errors.BadSite;
import org.junit.jupiter.api.Test;

/** Any change of one value of a definition gives a site or a list of defects, never another error. */
final class DamagedSiteTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> DAMAGE = List.of(
            "null",
            "\"\"",
            "\"x\"",
            "-1",
            "0.5",
            "1e999",
            "-1e308",
            "1e18",
            "[]",
            "[[]]",
            "[1, 2, 3, 4]",
            "{}",
            "true");

    @Test
    void aDamagedValueGivesASiteOrAListOfDefects() throws Exception {
        int refused = 0;
        for (JsonPointer place : places(MAPPER.readTree(SiteFileTest.GOOD), JsonPointer.empty())) {
            for (String damage : DAMAGE) {
                String text = damaged(place, damage);
                try {
                    SiteFile.parse(text, "damaged.geojson");
                } catch (BadSite e) {
                    assertThat(e.defects()).as(place + " = " + damage).isNotEmpty();
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private static String damaged(JsonPointer place, String damage) throws Exception {
        JsonNode root = MAPPER.readTree(SiteFileTest.GOOD);
        JsonNode parent = root.at(place.head());
        JsonNode value = MAPPER.getNodeFactory().rawValueNode(new RawValue(damage));
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        }
        return MAPPER.writeValueAsString(root);
    }

    private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
        List<JsonPointer> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonPointer below = at.appendProperty(member.getKey());
            places.add(below);
            places.addAll(places(member.getValue(), below));
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            JsonPointer below = at.appendIndex(index);
            places.add(below);
            places.addAll(places(node.get(index), below));
        }
        return places;
    }
}
