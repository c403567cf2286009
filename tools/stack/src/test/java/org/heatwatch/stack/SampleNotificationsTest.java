package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies the filters of the template to the sample notifications. */
final class SampleNotificationsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|");

    /**
     * A row of the table of samples.
     *
     * @param result result of processing the sample
     * @param filter effect of the subscription filter
     */
    record Sample(String file, String result, String filter) {
        @Override
        public String toString() {
            return "%s: %s".formatted(file, filter);
        }
    }

    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        Matcher rows = ROW.matcher(Repository.text("events/README.md"));
        while (rows.find()) {
            samples.add(new Sample(rows.group(1), rows.group(2), rows.group(3)));
        }
        return samples;
    }

    /** The filter of the subscription if it is switched on, for the default paths and rows. */
    private static MessageFilter filterOfTheSubscription() {
        Template template = Template.ofProject();
        JsonNode subscription = template.properties("NoticesSubscription");
        assertThat(subscription.path("FilterPolicyScope").asText()).isEqualTo("MessageBody");
        assertThat(subscription.path("RawMessageDelivery").asBoolean()).isTrue();
        String[] scenes =
                (template.root().at("/Parameters/SnsFilterPathRows/Default").asText() + ",,,,").split(",", -1);
        ObjectNode filter = MAPPER.createObjectNode();
        ArrayNode prefixes = filter.putArray("landsat_product_id");
        for (JsonNode each : subscription.at("/FilterPolicy/1/landsat_product_id")) {
            String text = each.at("/prefix/0").asText();
            int index = each.at("/prefix/1/S/0").asInt();
            prefixes.addObject().put("prefix", text.replace("${S}", scenes[index]));
        }
        return new MessageFilter(filter);
    }

    /** The published messages of a sample, without the envelopes of SNS and SQS. */
    private static List<String> published(String text) {
        JsonNode sample;
        try {
            sample = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return List.of(text);
        }
        if (sample.path("Message").isTextual()) {
            return List.of(sample.path("Message").textValue());
        }
        if (!sample.has("Records")) {
            return List.of(text);
        }
        List<String> messages = new ArrayList<>();
        for (JsonNode record : sample.path("Records")) {
            messages.addAll(
                    record.has("Sns")
                            ? List.of(record.at("/Sns/Message").textValue())
                            : published(record.path("body").textValue()));
        }
        return messages;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theFilterHasTheEffectThatTheReadmeLists(Sample sample) {
        MessageFilter filter = filterOfTheSubscription();
        List<Boolean> passed = published(Repository.text("events/" + sample.file())).stream()
                .map(filter::passes)
                .toList();
        switch (sample.filter()) {
            case "passes" -> assertThat(passed).containsExactly(true);
            case "rejects" -> assertThat(passed).containsExactly(false);
            case "three pass, one is rejected" -> assertThat(passed).containsExactly(true, true, true, false);
            default -> throw new AssertionError("unknown effect '%s' of a filter".formatted(sample.filter()));
        }
    }

    @Test
    void productsThatAreNotOursAreRejectedAndRecordedOnesPass() {
        assertThat(samples())
                .filteredOn(sample -> sample.result().contains("not ours"))
                .isNotEmpty()
                .allMatch(sample -> sample.filter().equals("rejects"));
        assertThat(samples())
                .filteredOn(sample -> !sample.result().contains("not ours")
                        && !sample.result().contains("refused")
                        && !sample.result().contains("failed"))
                .isNotEmpty()
                .allMatch(sample -> sample.filter().equals("passes"));
    }

    @Test
    void theReadmeListsAllSamples() throws IOException {
        try (Stream<Path> files = Files.list(Repository.file("events"))) {
            assertThat(files.map(file -> Objects.toString(file.getFileName())))
                    .filteredOn(name -> !name.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(
                            samples().stream().map(Sample::file).toList());
        }
    }

    @Test
    void aFilterRejectsMessagesWithoutAKeyWithOtherTypesAndNonObjects() throws JsonProcessingException {
        MessageFilter filter = new MessageFilter(
                MAPPER.readTree("{\"id\": [{\"prefix\": \"LC08_\"}, \"exact\"], \"in\": {\"a\": [\"b\"]}}"));
        assertThat(Stream.of(
                        "{\"id\": \"LC08_x\", \"in\": {\"a\": \"b\"}}",
                        "{\"id\": \"exact\", \"in\": {\"a\": \"b\"}}",
                        "{\"id\": [\"other\", \"LC08_x\"], \"in\": {\"a\": \"b\"}, \"more\": 1}"))
                .allMatch(filter::passes);
        assertThat(Stream.of(
                        "{\"id\": \"LC08_x\"}",
                        "{\"id\": \"exactly\", \"in\": {\"a\": \"b\"}}",
                        "{\"id\": \"lc08_x\", \"in\": {\"a\": \"b\"}}",
                        "{\"id\": 8, \"in\": {\"a\": \"b\"}}",
                        "{\"id\": \"LC08_x\", \"in\": \"b\"}",
                        "\"LC08_x\"",
                        "LC08_x"))
                .noneMatch(filter::passes);
        MessageFilter unknown = new MessageFilter(MAPPER.readTree("{\"id\": [{\"suffix\": \"T1\"}]}"));
        assertThatThrownBy(() -> unknown.passes("{\"id\": \"x\"}")).hasMessageContaining("unknown condition");
    }
}
