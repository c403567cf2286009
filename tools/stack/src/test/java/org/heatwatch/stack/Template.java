package org.heatwatch.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The template as text and as a tree, in which short forms of functions stand as their arguments alone. */
record Template(JsonNode root) {

    static Template ofProject() {
        return of(Repository.text("template.yaml"));
    }

    static Template of(String yaml) {
        try {
            return new Template(new YAMLMapper().readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("template.yaml is no YAML", e);
        }
    }

    JsonNode properties(String logicalId) {
        return root.at("/Resources/" + logicalId + "/Properties");
    }

    /** What the role of a function allows, such as {@code dynamodb:GetItem}, as the template writes it. */
    List<String> allowed(String function) {
        List<String> actions = new ArrayList<>();
        for (JsonNode policy : properties(role(function)).path("Policies")) {
            for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
                JsonNode action = statement.path("Action");
                if (action.isTextual()) {
                    actions.add(action.asText());
                } else {
                    action.forEach(one -> actions.add(one.asText()));
                }
            }
        }
        return actions;
    }

    private String role(String function) {
        String role = properties(function).path("Role").asText();
        return role.replace(".Arn", "");
    }

    /** The handler's class of each function, by its name in the template. */
    Map<String, String> handlers() {
        Map<String, String> handlers = new java.util.TreeMap<>();
        root.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
                String handler = resource.getValue().at("/Properties/Handler").asText();
                handlers.put(resource.getKey(), handler.substring(0, handler.indexOf("::")));
            }
        });
        return handlers;
    }

    /** The file that is deployed as the code of a function. */
    String code(String function) {
        return properties(function).path("CodeUri").asText();
    }
}
