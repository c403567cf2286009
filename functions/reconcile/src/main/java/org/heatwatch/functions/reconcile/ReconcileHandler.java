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
 * Looks at all sites, as a rule does every hour (lightly) and every day (fully), or a person by hand ({@link Order}). Fails
 * if a site could not be looked at, once it has looked at the others.
 */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, Map<String, ?>> {
    private final Reconciler reconciler;
    private final EventLog log;
    private final InstantSource clock;

    /**
     * As the stack's environment says: {@code AWS_REGION}, {@code TABLE}, {@code BACKFILL_QUEUE_URL}, {@code
     * SITES_QUEUE_URL}, {@code LANDSAT_BUCKET}, {@code ALERT_TOPIC_ARN}, {@code OPERATIONS_TOPIC_ARN}, {@code SEED_SITES}
     * and {@code STACK}.
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

    /** @return what was found, for who calls it by hand */
    @Override
    public Map<String, ?> handleRequest(Map<String, Object> input, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Order order = Order.of(input);
        Instant now = clock.instant();
        List<SiteFindings> all = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (SiteDefinition site : reconciler.sites()) {
            try {
                Optional<ArchiveDays> days = order.full()
                        ? order.days().or(() -> Optional.of(reconciler.usualDays(site)))
                        : Optional.empty();
                SiteFindings findings = reconciler.look(site, days);
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
