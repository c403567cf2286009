package org.heatwatch.functions.clip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.ledger.IntakeOutcome;

/**
 * Writes one line of JSON for each fate, which CloudWatch keeps as a log line and counts as a metric at once (embedded
 * metric format): {@code Notices} by {@code outcome}. A failure counts as {@code retry} as long as another delivery may
 * mend it, as {@code failed} when a person has to.
 */
final class MetricLog implements FateLog {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String METRIC = "Notices";
    private static final String DIMENSION = "outcome";

    private final PrintStream out;
    private final InstantSource clock;

    MetricLog(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void tell(NoticeFate fate) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_aws", metric());
        line.put(METRIC, 1);
        switch (fate) {
            case NoticeFate.TakenIn(var product, var site, var outcome) -> {
                line.put("product", product.id());
                line.put("site", site);
                putOutcome(line, outcome);
            }
            case NoticeFate.NotOurs(var product, var reason) -> {
                line.put("product", product);
                line.put(DIMENSION, "not-ours");
                line.put("reason", reason);
            }
            case NoticeFate.Refused(var why) -> {
                line.put(DIMENSION, "refused");
                line.put("reason", why.getMessage());
            }
            case NoticeFate.Failed(var product, var site, var why, var lastTry) -> {
                line.put("product", product.id());
                line.put("site", site);
                boolean mayMend = why instanceof HeatWatchException known && known.retryHelps();
                line.put(DIMENSION, mayMend && !lastTry ? "retry" : "failed");
                line.put("error", why.getClass().getSimpleName());
                line.put("reason", String.valueOf(why.getMessage()));
                if (!(why instanceof HeatWatchException)) {
                    line.put("trace", trace(why));
                }
            }
        }
        out.println(json(line));
    }

    private static void putOutcome(Map<String, Object> line, IntakeOutcome outcome) {
        switch (outcome) {
            case IntakeOutcome.Recorded _ -> line.put(DIMENSION, "recorded");
            case IntakeOutcome.Superseded(var by) -> {
                line.put(DIMENSION, "superseded");
                line.put("by", by.id());
            }
            case IntakeOutcome.NotOurs(var reason) -> {
                line.put(DIMENSION, "not-ours");
                line.put("reason", reason);
            }
            case IntakeOutcome.Unreadable(var reason) -> {
                line.put(DIMENSION, "unreadable");
                line.put("reason", reason);
            }
        }
    }

    private Map<String, Object> metric() {
        return Map.of(
                "Timestamp",
                clock.millis(),
                "CloudWatchMetrics",
                List.of(Map.of(
                        "Namespace",
                        "HeatWatch",
                        "Dimensions",
                        List.of(List.of(DIMENSION)),
                        "Metrics",
                        List.of(Map.of("Name", METRIC, "Unit", "Count")))));
    }

    private static String trace(RuntimeException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String json(Map<String, Object> line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers have a JSON form", e);
        }
    }
}
