package org.heatwatch.functions.clip;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.heatwatch.aws.EmbeddedMetrics;
import org.heatwatch.aws.EmbeddedMetrics.Metric;
import org.heatwatch.aws.Traces;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.ledger.IntakeOutcome;

/**
 * Writes one line of JSON for each result, which CloudWatch keeps as a log line and counts as a metric at once: {@code
 * Notices} by {@code stack} and {@code outcome}. A failure counts as {@code retry} as long as another delivery may mend it, as {@code failed}
 * when a person has to.
 */
final class MetricLog implements Consumer<NotificationResult>, TroubleLog {
    private static final String OUTCOME = "outcome";

    private final PrintStream out;
    private final EmbeddedMetrics metrics;
    private final String stack;

    /** @param stack whose notices they are */
    MetricLog(PrintStream out, InstantSource clock, String stack) {
        this.out = out;
        this.stack = stack;
        this.metrics = new EmbeddedMetrics(clock);
    }

    @Override
    public void accept(NotificationResult result) {
        switch (result) {
            case NotificationResult.TakenIn(var product, var site, var outcome) -> {
                Map<String, String> details = new LinkedHashMap<>(Map.of("product", product.id(), "site", site));
                print(outcome(outcome, details), details);
            }
            case NotificationResult.NotOurs(var product, var reason) ->
                print("not-ours", Map.of("product", product, "reason", reason));
            case NotificationResult.Refused(var why) ->
                print("refused", Map.of("reason", String.valueOf(why.getMessage())));
            case NotificationResult.Failed(var product, var site, var why, var lastTry) -> {
                Map<String, String> details = new LinkedHashMap<>(Map.of("product", product.id(), "site", site));
                details.putAll(details(why));
                print(mayMend(why) && !lastTry ? "retry" : "failed", details);
            }
        }
    }

    @Override
    public void tell(String messageId, RuntimeException why) {
        Map<String, String> details = new LinkedHashMap<>(Map.of("message", messageId));
        details.putAll(details(why));
        print(mayMend(why) ? "retry" : "failed", details);
    }

    private static Map<String, String> details(RuntimeException why) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("error", why.getClass().getSimpleName());
        details.put("reason", String.valueOf(why.getMessage()));
        if (!(why instanceof HeatWatchException)) {
            details.put("trace", Traces.of(why));
        }
        return details;
    }

    private static boolean mayMend(RuntimeException why) {
        return why instanceof HeatWatchException known && known.retryHelps();
    }

    /** The outcome's name; what else there is to say of it goes to the details. */
    private static String outcome(IntakeOutcome outcome, Map<String, String> details) {
        return switch (outcome) {
            case IntakeOutcome.Recorded _ -> "recorded";
            case IntakeOutcome.Superseded(var by) -> {
                details.put("by", by.id());
                yield "superseded";
            }
            case IntakeOutcome.NotOurs(var reason) -> {
                details.put("reason", reason);
                yield "not-ours";
            }
            case IntakeOutcome.Unreadable(var reason) -> {
                details.put("reason", reason);
                yield "unreadable";
            }
        };
    }

    private void print(String outcome, Map<String, String> details) {
        out.println(metrics.line(
                List.of(Metric.count("Notices", 1)), new TreeMap<>(Map.of("stack", stack, OUTCOME, outcome)), details));
    }
}
