package org.heatwatch.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes log lines that CloudWatch keeps as they are and counts as metrics at once (embedded metric format), in the
 * namespace {@value #NAMESPACE}. That costs no request, and needs no permission but that to log.
 */
public final class EmbeddedMetrics {
    static final String NAMESPACE = "HeatWatch";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final InstantSource clock;

    public EmbeddedMetrics(InstantSource clock) {
        this.clock = clock;
    }

    /** A metric's value; the unit is one that CloudWatch knows. */
    public record Metric(String name, String unit, Number value) {
        public static Metric count(String name, Number value) {
            return new Metric(name, "Count", value);
        }
    }

    /**
     * One line of JSON.
     *
     * @param dimensions names and values by which the metrics are told apart, in the order of the map
     * @param details further members of the line, which count for nothing
     */
    public String line(List<Metric> metrics, Map<String, String> dimensions, Map<String, ?> details) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        clock.millis(),
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace",
                                NAMESPACE,
                                "Dimensions",
                                List.of(List.copyOf(dimensions.keySet())),
                                "Metrics",
                                metrics.stream()
                                        .map(metric -> Map.of("Name", metric.name(), "Unit", metric.unit()))
                                        .toList()))));
        line.putAll(dimensions);
        metrics.forEach(metric -> line.put(metric.name(), metric.value()));
        line.putAll(details);
        return json(line);
    }

    /** A line that counts for nothing. */
    public static String json(Map<String, ?> line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers have a JSON form", e);
        }
    }
}
