package org.heatwatch.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The template as text and as a tree, in which short forms of intrinsic functions are reduced to their arguments. */
record Template(JsonNode root) {

    static Template ofProject() {
        return of(Repository.text("template.yaml"));
    }

    static Template of(String yaml) {
        try {
            return new Template(new YAMLMapper().readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("template.yaml is not valid YAML", e);
        }
    }

    JsonNode properties(String logicalId) {
        return root.at("/Resources/" + logicalId + "/Properties");
    }

    /** The actions that the role of a function allows, such as {@code dynamodb:GetItem}. */
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

    /** The handler class of each function, by logical id. */
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

    /** The deployment package of a function. */
    String code(String function) {
        return properties(function).path("CodeUri").asText();
    }
}
