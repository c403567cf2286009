package org.heatwatch.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/** JSON for people who compare versions of it: what is short stands on one line. */
final class PrettyJson {
    private static final int LONGEST_LINE = 100;
    private static final String INDENT = "  ";

    private PrettyJson() {}

    static String text(JsonNode tree) {
        return text(tree, "") + "\n";
    }

    private static String text(JsonNode node, String indent) {
        String line = node.toString();
        if (line.length() <= LONGEST_LINE || node.isValueNode()) {
            return line;
        }
        String inner = indent + INDENT;
        List<String> elements = node.isArray()
                ? node.valueStream().map(element -> text(element, inner)).toList()
                : node.properties().stream()
                        .map(member -> TextNode.valueOf(member.getKey()) + ": " + text(member.getValue(), inner))
                        .toList();
        String lines = elements.stream().map(element -> inner + element).collect(Collectors.joining(",\n"));
        return node.isArray() ? "[\n%s\n%s]".formatted(lines, indent) : "{\n%s\n%s}".formatted(lines, indent);
    }
}
