package org.heatwatch.functions.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.reconcile.ArchiveDays;
import org.heatwatch.reconcile.Reconciler;
import org.heatwatch.reconcile.SiteFindings;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles all sites. Rules invoke it every hour (light) and every day (full), and operators invoke it manually
 * ({@link ReconcileRequest}). If a site fails, the invocation fails after the others were reconciled.
 */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, Map<String, ?>> {
    private final Reconciler reconciler;
    private final EventLog log;
    private final InstantSource clock;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code
     * BACKFILL_QUEUE_URL}, {@code SITES_QUEUE_URL}, {@code LANDSAT_BUCKET}, {@code ALERT_TOPIC_ARN}, {@code
     * OPERATIONS_TOPIC_ARN}, {@code SEED_SITES} and {@code STACK}.
     */
    public ReconcileHandler() {
        this(ApplicationContext.ofProcess());
    }

    private ReconcileHandler(ApplicationContext context) {
        this(context.reconciler(), context.log(), InstantSource.system());
    }

    ReconcileHandler(Reconciler reconciler, EventLog log, InstantSource clock) {
        this.reconciler = reconciler;
        this.log = log;
        this.clock = clock;
    }

    /** Returns the findings of each site, for operators who invoke the function manually. */
    @Override
    public Map<String, ?> handleRequest(Map<String, Object> input, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        ReconcileRequest request = ReconcileRequest.parse(input);
        Instant now = clock.instant();
        List<SiteFindings> all = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (SiteDefinition site : reconciler.sites()) {
            try {
                Optional<ArchiveDays> days = request.full()
                        ? request.days().or(() -> Optional.of(reconciler.usualDays(site)))
                        : Optional.empty();
                SiteFindings findings = reconciler.reconcile(site, days);
                log.write(new Event.Reconciled(findings));
                all.add(findings);
            } catch (RuntimeException e) {
                log.write(new Event.ReconcileFailed(site.siteId(), e));
                failures.add(e);
            }
        }
        log.write(new Event.AllReconciled(all, failures.size(), now));
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return Map.of("sites", all.stream().map(EventLog::members).toList());
    }
}
