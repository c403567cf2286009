package org.heatwatch.functions.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.aws.SqsAuditRequests;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.reconcile.ArchiveDays;
import org.heatwatch.reconcile.Reconciler;
import org.heatwatch.reconcile.SiteFindings;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles sites ({@link ReconcileRequest}). Rules invoke it every hour (light) and every day (full); it then sends
 * a message for each site to a queue, which invokes it with batches of them. Operators invoke it manually, for up to
 * {@value #MAX_SITES_AT_ONCE} sites with the findings as the answer.
 *
 * <p>A site that fails is logged and counted and does not affect the others. It is not retried, since the next hour
 * reconciles it again.
 */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, Map<String, ?>> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    /** Sites that a manual invocation reconciles itself; more could exceed the time-out. */
    private static final int MAX_SITES_AT_ONCE = 20;

    /**
     * Time for one site. A site that takes longer is counted as failed, with its metric, instead of ending the
     * invocation by a time-out; it is shorter than the alarm on durations, so that only one alarm is raised.
     */
    private static final Duration LONGEST = Duration.ofSeconds(220);

    /** Time that remains for the log and the answer after a site that takes too long. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    /** No further site is begun if less time is left: the longest comparison with the archive takes less. */
    private static final long MIN_MILLIS = Duration.ofMinutes(2).toMillis();

    private final Reconciler reconciler;
    private final SqsAuditRequests requests;
    private final EventLog log;
    private final InstantSource clock;
    private final Supplier<SelfTest> selfTest;
    private final Duration longest;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("reconcile-", 0).factory());

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code
     * BACKFILL_QUEUE_URL}, {@code SITES_QUEUE_URL}, {@code AUDIT_QUEUE_URL}, {@code LANDSAT_BUCKET}, {@code
     * ALERT_TOPIC_ARN}, {@code OPERATIONS_TOPIC_ARN}, {@code SEED_SITES} and {@code STACK}.
     */
    public ReconcileHandler() {
        this(ApplicationContext.ofProcess());
    }

    private ReconcileHandler(ApplicationContext context) {
        this(
                context.reconciler(),
                context.auditRequests(),
                context.log(),
                InstantSource.system(),
                context::selfTestWithArchive,
                LONGEST);
    }

    ReconcileHandler(
            Reconciler reconciler,
            SqsAuditRequests requests,
            EventLog log,
            InstantSource clock,
            Supplier<SelfTest> selfTest,
            Duration longest) {
        this.reconciler = reconciler;
        this.requests = requests;
        this.log = log;
        this.clock = clock;
        this.selfTest = selfTest;
        this.longest = longest;
    }

    /**
     * Returns the result of a {@link SelfTest} if one is requested; else the findings of each site, or the number of
     * sites for which a message was sent, for operators who invoke the function manually; to the queue, the messages
     * that were not processed.
     */
    @Override
    public Map<String, ?> handleRequest(Map<String, Object> input, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        if (input.containsKey(SelfTest.MEMBER)) {
            Map<String, Object> result = selfTest.get().result();
            log.write(new Event.SelfTested(result));
            return result;
        }
        if (input.get("Records") instanceof List<?> messages) {
            return Map.of("batchItemFailures", process(messages, context));
        }
        ReconcileRequest request = ReconcileRequest.parse(input);
        List<String> siteIds = request.site().map(List::of).orElseGet(reconciler::siteIds);
        if (request.byMessages() || siteIds.size() > MAX_SITES_AT_ONCE) {
            requests.request(siteIds, request.members());
            log.write(new Event.ReconcileRun(siteIds.size()));
            return Map.of("requested", siteIds.size());
        }
        List<SiteFindings> all = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        siteIds.forEach(siteId -> reconcile(siteId, request, timeFor(context), all, failures));
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        if (request.site().isEmpty()) {
            log.write(new Event.ReconcileRun(all.size()));
        }
        return Map.of("sites", all.stream().map(EventLog::members).toList());
    }

    /** Returns the identifiers of the messages that the queue delivers again. */
    private List<Map<String, String>> process(List<?> messages, @Nullable Context context) {
        List<Map<String, String>> remaining = new ArrayList<>();
        for (Object each : messages) {
            Map<?, ?> message = (Map<?, ?>) each;
            boolean isTimeLeft = context == null || context.getRemainingTimeInMillis() >= MIN_MILLIS;
            if (!isTimeLeft || !process(String.valueOf(message.get("body")), timeFor(context))) {
                remaining.add(Map.of("itemIdentifier", String.valueOf(message.get("messageId"))));
            }
        }
        return remaining;
    }

    /**
     * Returns whether the message is done. A comparison with the archive that fails is tried again, since the hourly
     * runs do not repeat it; the definition of a site that cannot be read stays so.
     */
    private boolean process(String body, Duration time) {
        try {
            ReconcileRequest request = ReconcileRequest.parse(MAPPER.readValue(body, MEMBERS));
            List<RuntimeException> failures = new ArrayList<>();
            request.site().ifPresent(siteId -> reconcile(siteId, request, time, new ArrayList<>(), failures));
            return !request.full() || failures.stream().allMatch(failure -> failure instanceof SiteUnreadable);
        } catch (JsonProcessingException _) {
            log.write(new Event.AuditRefused(body, "is not a JSON object"));
        } catch (IllegalArgumentException e) {
            log.write(new Event.AuditRefused(body, String.valueOf(e.getMessage())));
        }
        return true;
    }

    /** Returns the time for the next site, which ends before the time-out of the function. */
    private Duration timeFor(@Nullable Context context) {
        if (context == null) {
            return longest;
        }
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        return left.isNegative() ? Duration.ZERO : left.compareTo(longest) < 0 ? left : longest;
    }

    private void reconcile(
            String siteId,
            ReconcileRequest request,
            Duration time,
            List<SiteFindings> all,
            List<RuntimeException> failures) {
        Instant now = clock.instant();
        try {
            Optional<SiteDefinition> site = reconciler.site(siteId);
            if (site.isEmpty()) {
                return; // Removed since the message was sent.
            }
            Optional<ArchiveDays> days = request.full()
                    ? request.days().or(() -> Optional.of(reconciler.usualDays(site.get())))
                    : Optional.empty();
            SiteFindings findings = within(siteId, time, () -> reconciler.reconcile(site.get(), days));
            log.write(new Event.Reconciled(findings, now));
            all.add(findings);
        } catch (RuntimeException e) {
            log.write(new Event.ReconcileFailed(siteId, e));
            failures.add(e);
        }
    }

    /** GDAL is not used here, and the clients of AWS end when their thread is interrupted. */
    private SiteFindings within(String siteId, Duration time, Callable<SiteFindings> work) {
        Future<SiteFindings> findings = threads.submit(work);
        try {
            return findings.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            findings.cancel(true);
            throw new SourceUnavailable(
                    "reconciliation of site " + siteId,
                    "took longer than %d s".formatted(time.toSeconds()),
                    "the next run repeats it; see docs/operations.md, Alarms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
