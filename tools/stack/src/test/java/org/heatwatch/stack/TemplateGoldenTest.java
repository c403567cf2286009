package org.heatwatch.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.golden.Golden;
import org.junit.jupiter.api.Test;

/** Pins the parameters and outputs of the template and the options of {@code deploy}. */
final class TemplateGoldenTest {
    private static final Pattern OPTION = Pattern.compile("option\\(\\s*\"(--[a-z-]+)\"");
    private static final Pattern ASKED = Pattern.compile("\"([A-Za-z]+)\": *\\(\\s*\"(--[a-z-]+)\"");

    private static Map<String, JsonNode> withoutWords(JsonNode members) {
        Map<String, JsonNode> bare = new LinkedHashMap<>();
        members.properties().forEach(member -> {
            ObjectNode value = member.getValue().deepCopy();
            value.remove(List.of("Description", "ConstraintDescription"));
            bare.put(member.getKey(), value);
        });
        return bare;
    }

    @Test
    void theParametersOfTheTemplateAreUnchanged() {
        Golden.file("template/parameters.json")
                .withSets("/*/AllowedValues")
                .holdsIn(withoutWords(Template.ofProject().root().path("Parameters")));
    }

    /** The value of an output may change; its name and condition may not. */
    @Test
    void theOutputsOfTheTemplateAreUnchanged() {
        Map<String, String> outputs = new LinkedHashMap<>();
        Template.ofProject()
                .root()
                .path("Outputs")
                .properties()
                .forEach(output -> outputs.put(
                        output.getKey(), output.getValue().path("Condition").asText("always")));
        Golden.file("template/outputs.json").holdsIn(outputs);
    }

    @Test
    void theOptionsOfDeployAreUnchanged() {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher own = OPTION.matcher(Repository.text("tools/stack/deploy/deploy"));
        while (own.find()) {
            options.put(own.group(1), "of its own");
        }
        Matcher asked = ASKED.matcher(Repository.text("tools/stack/deploy/parameters.py"));
        while (asked.find()) {
            options.put(asked.group(2), "parameter " + asked.group(1));
        }
        Golden.file("template/deploy-options.json").holdsIn(options);
    }
}
