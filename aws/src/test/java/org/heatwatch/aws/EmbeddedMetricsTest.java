package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heatwatch.aws.EmbeddedMetrics.Metric;
import org.junit.jupiter.api.Test;

final class EmbeddedMetricsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EmbeddedMetrics metrics = new EmbeddedMetrics(() -> Instant.parse("2025-11-20T06:00:00.123Z"));

    @Test
    void aLineDefinesItsMetricsAndHasTheirValuesAndDimensionsBeside() throws JsonProcessingException {
        String line = metrics.line(
                List.of(Metric.count("Scenes", 3), new Metric("Age", "Seconds", 1.5)),
                new TreeMap<>(Map.of("stack", "heatwatch", "outcome", "good")),
                Map.of("site", "kaesong", "sites", 2));
        assertThat(line).doesNotContain("\n");
        assertThat(MAPPER.readTree(line)).isEqualTo(MAPPER.readTree("""
                {
                  "_aws": {
                    "Timestamp": 1763618400123,
                    "CloudWatchMetrics": [
                      {
                        "Namespace": "HeatWatch",
                        "Dimensions": [["outcome", "stack"]],
                        "Metrics": [{"Name": "Scenes", "Unit": "Count"}, {"Name": "Age", "Unit": "Seconds"}]
                      }
                    ]
                  },
                  "outcome": "good",
                  "stack": "heatwatch",
                  "Scenes": 3,
                  "Age": 1.5,
                  "site": "kaesong",
                  "sites": 2
                }
                """));
    }

    @Test
    void aLineWithoutMetricsIsPlainJson() throws JsonProcessingException {
        assertThat(MAPPER.readTree(EmbeddedMetrics.json(Map.of("site", "a \"b\"\nc"))))
                .isEqualTo(MAPPER.readTree("{\"site\": \"a \\\"b\\\"\\nc\"}"));
    }
}
