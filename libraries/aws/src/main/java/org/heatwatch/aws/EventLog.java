package org.heatwatch.aws;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.reconcile.SiteFindings;
import org.heatwatch.run.SiteScoring;

/**
 * Writes events as lines of JSON, with the id of the request that they belong to. Some lines are also metrics
 * (CloudWatch embedded metric format) in the namespace {@value #NAMESPACE}, which needs neither API calls nor
 * permissions beyond logging:
 *
 * <ul>
 *   <li>{@code Notices}, the number of notifications, by {@code stack} and {@code outcome}. A failure counts as {@code
 *       retry} while another delivery may succeed, and as {@code failed} when a person has to act.
 *   <li>By {@code stack}, a value for each site: {@code UncoveredScenes}, {@code UndeliveredMails}, {@code
 *       DaysSinceLastNotice}, and {@code ReconcileFailures}, which is 1 if the site could not be reconciled. Alarms
 *       evaluate the maximum. {@code ReconcileRuns} counts the runs that requested the reconciliation of all sites.
 * </ul>
 */
public final class EventLog {
    private static final String NAMESPACE = "HeatWatch";
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final PrintStream out;
    private final InstantSource clock;
    private final Supplier<String> stack;
    private Optional<String> requestId = Optional.empty();

    /**
     * Writes to a stream.
     *
     * @param stack name of the stack, the dimension of its metrics
     */
    public EventLog(PrintStream out, InstantSource clock, Supplier<String> stack) {
        this.out = out;
        this.clock = clock;
        this.stack = stack;
    }

    /** Sets the request that the following events belong to; a function processes one request at a time. */
    public synchronized void begin(Optional<String> request) {
        this.requestId = request;
    }

    /** Writes one line. */
    public synchronized void write(Event event) {
        Map<String, Object> line = line(event);
        requestId.ifPresent(id -> line.put("requestId", id));
        out.println(RecordJson.line(line));
    }

    /** The findings of a site, with the names and forms that they have in the log. */
    public static Map<String, Object> members(SiteFindings findings) {
        return RecordJson.members(findings);
    }

    private Map<String, Object> line(Event event) {
        return switch (event) {
            case Event.Processed(var result) -> processed(result);
            case Event.MessageFailed(var messageId, var why) ->
                counted(outcome(why, /* lastTry= */ false), failure(members("message", messageId), why));
            case Event.Scored(var site, var result) -> scored(site, result);
            case Event.ScoringRequestRefused(var request, var why) ->
                members("site", request, "outcome", "refused", "detail", why);
            case Event.ScoringFailed(var site, var why) ->
                members("site", site, "outcome", "failed", "detail", trace(why));
            case Event.Delivered(var mail, var delivery) -> mail(mail, delivery.name());
            case Event.MailFailed(var mail, var why) -> mail(mail, "failed", why);
            case Event.PictureFailed(var mail, var why) -> mail(mail, "without-picture", why);
            case Event.MailRequestRefused(var request, var why) ->
                members("request", request, "outcome", "refused", "detail", why);
            case Event.Reconciled(var findings, var at) -> reconciled(findings, at);
            case Event.ReconcileFailed(var site, var why) ->
                ofStack(members("ReconcileFailures", 1), members("site", site, "failure", trace(why)));
            case Event.AuditRefused(var request, var why) ->
                ofStack(members("ReconcileFailures", 1), members("request", request, "failure", why));
            case Event.ReconcileRun(var sites) -> run(sites);
            case Event.Answered(var gatewayId, var method, var path, var status, var time) ->
                members(
                        "method",
                        method,
                        "path",
                        path,
                        "status",
                        status,
                        "milliseconds",
                        time.toMillis(),
                        "gatewayRequestId",
                        gatewayId.orElse(""));
            case Event.SelfTested(var result) -> new LinkedHashMap<>(result);
            case Event.RequestFailed(var why) -> members("failure", trace(why));
        };
    }

    private Map<String, Object> processed(NotificationResult result) {
        return switch (result) {
            case NotificationResult.TakenIn(var product, var site, var outcome) -> {
                Map<String, Object> members = members("product", product.id(), "site", site);
                yield switch (outcome) {
                    case IntakeOutcome.Recorded _ -> counted("recorded", members);
                    case IntakeOutcome.Superseded(var by) -> counted("superseded", members, "by", by.id());
                    case IntakeOutcome.NotOurs(var reason) -> counted("not-ours", members, "reason", reason);
                    case IntakeOutcome.Unreadable(var reason) -> counted("unreadable", members, "reason", reason);
                };
            }
            case NotificationResult.Forwarded(var product, var sites) ->
                counted("forwarded", members("product", product.id(), "sites", sites));
            case NotificationResult.NotOurs(var product, var reason) ->
                counted("not-ours", members("product", product, "reason", reason));
            case NotificationResult.Refused(var why) -> counted("refused", members("reason", message(why)));
            case NotificationResult.Failed(var product, var site, var why, var lastTry) ->
                counted(outcome(why, lastTry), failure(members("product", product.id(), "site", site), why));
        };
    }

    private Map<String, Object> counted(String outcome, Map<String, Object> members, String name, String value) {
        members.put(name, value);
        return counted(outcome, members);
    }

    private Map<String, Object> counted(String outcome, Map<String, Object> members) {
        SequencedMap<String, Object> dimensions = members("outcome", outcome, "stack", stack.get());
        return metrics(dimensions, members("Notices", 1), members);
    }

    private static String outcome(RuntimeException why, boolean lastTry) {
        return why instanceof HeatWatchException known && known.retryHelps() && !lastTry ? "retry" : "failed";
    }

    private static Map<String, Object> failure(Map<String, Object> members, RuntimeException why) {
        members.put("error", why.getClass().getSimpleName());
        members.put("reason", message(why));
        if (!(why instanceof HeatWatchException)) {
            members.put("trace", trace(why));
        }
        return members;
    }

    private Map<String, Object> reconciled(SiteFindings findings, Instant at) {
        SequencedMap<String, Object> values = members(
                "ReconcileFailures",
                0,
                "UncoveredScenes",
                findings.uncoveredScenes(),
                "UndeliveredMails",
                findings.undelivered());
        findings.lastNotification()
                .ifPresent(last -> values.put(
                        "DaysSinceLastNotice", Duration.between(last, at).toSeconds() / DAY_SECONDS));
        return ofStack(values, members(findings));
    }

    /** Without any site the run itself writes all metrics: the alarms treat missing data as breaching. */
    private Map<String, Object> run(int sites) {
        SequencedMap<String, Object> values = members("ReconcileRuns", 1);
        if (sites == 0) {
            List.of("ReconcileFailures", "UncoveredScenes", "UndeliveredMails", "DaysSinceLastNotice")
                    .forEach(name -> values.put(name, 0));
        }
        return ofStack(values, members("sites", sites));
    }

    private Map<String, Object> ofStack(SequencedMap<String, Object> values, Map<String, Object> more) {
        return metrics(members("stack", stack.get()), values, more);
    }

    private Map<String, Object> metrics(
            SequencedMap<String, Object> dimensions, SequencedMap<String, Object> values, Map<String, Object> more) {
        Map<String, Object> definition = members(
                "Namespace",
                NAMESPACE,
                "Dimensions",
                List.of(dimensions.keySet()),
                "Metrics",
                values.keySet().stream()
                        .map(name -> members("Name", name, "Unit", "Count"))
                        .toList());
        Map<String, Object> line =
                members("_aws", members("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(definition)));
        line.putAll(dimensions);
        line.putAll(values);
        line.putAll(more);
        return line;
    }

    private static Map<String, Object> mail(MailKey mail, String outcome) {
        return members(
                "site", mail.siteId(), "mail", mail.kind() + " " + mail.run(), "run", mail.run(), "outcome", outcome);
    }

    private static Map<String, Object> mail(MailKey mail, String outcome, RuntimeException why) {
        Map<String, Object> line = mail(mail, outcome);
        line.put("failure", trace(why));
        return line;
    }

    private static Map<String, Object> scored(String site, SiteScoring.Result result) {
        Map<String, Object> members = members(
                "site", site, "outcome", result.outcome().name().toLowerCase(Locale.ROOT), "detail", result.detail());
        result.run().ifPresent(run -> members.put("run", run));
        return members;
    }

    private static SequencedMap<String, Object> members(Object... namesAndValues) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    private static String message(RuntimeException why) {
        return String.valueOf(why.getMessage());
    }

    /** The message of an expected error, which is sufficient; the stack trace of any other. */
    private static String trace(RuntimeException why) {
        if (why instanceof HeatWatchException) {
            return why.getClass().getSimpleName() + ": " + why.getMessage();
        }
        StringWriter text = new StringWriter();
        why.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
