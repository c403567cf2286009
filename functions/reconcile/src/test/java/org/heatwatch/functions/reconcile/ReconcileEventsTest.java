package org.heatwatch.functions.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.reconcile.SiteFindings;
import org.junit.jupiter.api.Test;

final class ReconcileEventsTest {
    private static final Instant NOW = Instant.parse("2025-11-20T06:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EventLog log =
            new EventLog(new PrintStream(out, true, StandardCharsets.UTF_8), () -> NOW, () -> "heatwatch");

    private static SiteFindings site(int days, int uncovered, int undelivered) {
        return new SiteFindings(
                "site-" + days,
                Optional.of(NOW.minus(Duration.ofDays(days))),
                0,
                uncovered,
                true,
                0,
                undelivered,
                List.of(),
                List.of(),
                0);
    }

    private JsonNode line() throws JsonProcessingException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static List<String> metrics(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.at("/_aws/CloudWatchMetrics/0/Metrics")
                .forEach(metric -> names.add(metric.path("Name").asText()));
        return names;
    }

    @Test
    void theLineOfASiteHasItsMetrics() throws JsonProcessingException {
        log.write(new Event.Reconciled(site(17, 1, 3), NOW));
        JsonNode line = line();
        assertThat(metrics(line))
                .containsExactlyInAnyOrder(
                        "ReconcileFailures", "UncoveredScenes", "UndeliveredMails", "DaysSinceLastNotice");
        assertThat(line.path("ReconcileFailures").asInt()).isZero();
        assertThat(line.path("UncoveredScenes").asInt()).isEqualTo(1);
        assertThat(line.path("UndeliveredMails").asInt()).isEqualTo(3);
        assertThat(line.path("DaysSinceLastNotice").asDouble()).isEqualTo(17);
        assertThat(line.path("site").asText()).isEqualTo("site-17");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"stack\"]]");
        assertThat(line.path("stack").asText()).isEqualTo("heatwatch");
    }

    @Test
    void aFailedSiteIsNamedAndCounted() throws JsonProcessingException {
        log.write(new Event.ReconcileFailed("large", new SiteUnreadable("large", "a part is missing", null)));
        assertThat(metrics(line())).containsExactly("ReconcileFailures");
        assertThat(line().path("ReconcileFailures").asInt()).isEqualTo(1);
        assertThat(line().path("site").asText()).isEqualTo("large");
        assertThat(line().path("failure").asText()).contains("a part is missing");
    }

    @Test
    void aRunWithoutSitesWritesAllMetricsSoThatNoAlarmMissesData() throws JsonProcessingException {
        log.write(new Event.ReconcileRun(0));
        assertThat(metrics(line()))
                .containsExactlyInAnyOrder(
                        "ReconcileRuns",
                        "ReconcileFailures",
                        "UncoveredScenes",
                        "UndeliveredMails",
                        "DaysSinceLastNotice");
    }

    @Test
    void everyAlarmOnACustomMetricUsesItsNameAndDimensions() throws IOException {
        log.write(new Event.ReconcileRun(0));
        JsonNode line = line();
        JsonNode resources = new YAMLMapper()
                .readTree(Path.of(System.getProperty("heatwatch.root", "../.."))
                        .resolve("template.yaml")
                        .toFile())
                .path("Resources");
        String stack = resources
                .at("/ReconcileFunction/Properties/Environment/Variables/STACK")
                .asText();
        List<String> watched = new ArrayList<>();
        for (JsonNode resource : resources) {
            JsonNode alarm = resource.path("Properties");
            if (alarm.path("Namespace").equals(line.at("/_aws/CloudWatchMetrics/0/Namespace"))) {
                watched.add(alarm.path("MetricName").asText());
                assertThat(alarm.path("Dimensions"))
                        .as("dimensions of the alarm on %s", watched.getLast())
                        .singleElement()
                        .satisfies(each -> {
                            assertThat(each.path("Name").asText()).isEqualTo("stack");
                            assertThat(each.path("Value").asText())
                                    .isEqualTo(stack)
                                    .isEqualTo("AWS::StackName");
                        });
            }
        }
        List<String> written = metrics(line);
        assertThat(watched).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }
}
