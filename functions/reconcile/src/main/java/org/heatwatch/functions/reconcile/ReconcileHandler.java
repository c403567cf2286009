package org.heatwatch.functions.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final FindingsLog log;
    private final InstantSource clock;

    /** As the stack's environment says ({@link ReconcileWiring}). */
    public ReconcileHandler() {
        this(
                ReconcileWiring.reconciler(),
                new FindingsLog(System.out, InstantSource.system(), ReconcileWiring.stack()),
                InstantSource.system());
    }

    ReconcileHandler(Reconciler reconciler, FindingsLog log, InstantSource clock) {
        this.reconciler = reconciler;
        this.log = log;
        this.clock = clock;
    }

    /** @return what was found, for who calls it by hand */
    @Override
    public Map<String, ?> handleRequest(Map<String, Object> input, @Nullable Context context) {
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
                log.tell(findings);
                all.add(findings);
            } catch (RuntimeException e) {
                log.tell(site.siteId(), e);
                failures.add(e);
            }
        }
        log.sum(all, failures.size(), now);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return FindingsLog.json(all);
    }
}
