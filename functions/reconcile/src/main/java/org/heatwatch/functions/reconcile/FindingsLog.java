package org.heatwatch.functions.reconcile;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.aws.EmbeddedMetrics;
import org.heatwatch.aws.EmbeddedMetrics.Metric;
import org.heatwatch.aws.Traces;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.reconcile.SiteFindings;

/**
 * Writes lines of JSON: one for each site, and one for all with the metrics that the stack's alarms watch: {@code
 * UncoveredScenes} and {@code UndeliveredMails} of all sites, {@code DaysSinceLastNotice} of the worst, {@code
 * ReconcileFailures}, and {@code ReconcileRuns}, whose absence tells that nobody looks any more, or not at all sites.
 */
final class FindingsLog {
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final PrintStream out;
    private final EmbeddedMetrics metrics;
    private final String stack;

    FindingsLog(PrintStream out, InstantSource clock, String stack) {
        this.out = out;
        this.metrics = new EmbeddedMetrics(clock);
        this.stack = stack;
    }

    void tell(SiteFindings findings) {
        out.println(EmbeddedMetrics.json(json(findings)));
    }

    void tell(String siteId, RuntimeException failure) {
        out.println(EmbeddedMetrics.json(Map.of("site", siteId, "failure", Traces.of(failure))));
    }

    void sum(List<SiteFindings> all, int failures, Instant now) {
        List<Metric> values = new ArrayList<>(List.of(Metric.count("ReconcileFailures", failures)));
        if (failures > 0) {
            // Of a site that was not looked at nothing is known, and the alarms take what is missing for bad.
            out.println(metrics.line(values, Map.of("stack", stack), Map.of("sites", all.size())));
            return;
        }
        values.add(Metric.count("ReconcileRuns", 1));
        values.add(Metric.count(
                "UncoveredScenes",
                all.stream().mapToInt(SiteFindings::uncoveredScenes).sum()));
        values.add(Metric.count(
                "UndeliveredMails",
                all.stream().mapToInt(SiteFindings::undelivered).sum()));
        all.stream()
                .map(SiteFindings::lastHeard)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .ifPresent(earliest -> values.add(Metric.count(
                        "DaysSinceLastNotice", Duration.between(earliest, now).toSeconds() / DAY_SECONDS)));
        out.println(metrics.line(values, Map.of("stack", stack), Map.of("sites", all.size())));
    }

    static Map<String, ?> json(List<SiteFindings> all) {
        return Map.of("sites", all.stream().map(FindingsLog::json).toList());
    }

    private static Map<String, Object> json(SiteFindings findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("site", findings.siteId());
        findings.lastHeard().ifPresent(at -> json.put("lastHeard", at.toString()));
        json.put("outstanding", findings.outstanding());
        json.put("uncoveredScenes", findings.uncoveredScenes());
        json.put("woken", findings.woken());
        json.put("delivered", findings.delivered());
        json.put("undelivered", findings.undelivered());
        json.put("resent", findings.resent().stream().map(ProductId::id).toList());
        json.put(
                "absent",
                findings.absent().stream().map(pass -> pass.acquisition().id()).toList());
        return json;
    }
}
