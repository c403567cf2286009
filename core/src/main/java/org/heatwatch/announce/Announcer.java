package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.history.HistoryMemory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SiteDefinition;

/** Tells the history of a site anew, and puts what is new in it into the outbox. May be repeated at any time. */
public final class Announcer {
    private static final int ATTEMPTS = 5;

    private final Ledger ledger;
    private final Outbox outbox;
    private final Map<String, HistoryMemory> memories = new ConcurrentHashMap<>();

    public Announcer(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * What a run made of a site.
     *
     * @param mails that it put into the outbox
     */
    public record Told(SiteHistory history, List<Mail> mails) {

        public Told {
            mails = List.copyOf(mails);
        }
    }

    /**
     * Runs once.
     *
     * @param asOf the day at whose end it is told
     * @return empty if no such site is known
     * @throws LedgerConflict if other runs of this site kept coming in between
     */
    public Optional<Told> run(String siteId, LocalDate asOf) {
        return ledger.site(siteId).map(definition -> run(definition, asOf));
    }

    private Told run(SiteDefinition definition, LocalDate asOf) {
        List<SampledScene> scenes = ledger.sampledScenes(definition.siteId());
        SiteHistory history = memories.computeIfAbsent(definition.siteId(), _ -> new HistoryMemory())
                .tell(definition.site(), scenes, asOf);
        String run = RunDigest.of(definition.version(), scenes, asOf);
        for (int attempt = 1; ; attempt++) {
            try {
                return new Told(history, announce(definition, history, run));
            } catch (LedgerConflict e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<Mail> announce(SiteDefinition definition, SiteHistory history, String run) {
        String siteId = definition.siteId();
        Optional<LocalDate> through = history.scenes().stream()
                .map(scene -> scene.product().acquired())
                .max(Comparator.naturalOrder());
        if (through.isEmpty()) {
            return List.of();
        }
        Optional<LastRun> last = outbox.lastRun(siteId);
        List<Marker> before = outbox.markers(siteId);
        Due due = last.filter(l -> l.siteVersion() != definition.version())
                .map(l -> Announcements.dueAfterEdit(history, before, l.through()))
                .orElseGet(() -> Announcements.due(history, before));
        List<Mail> mails = Mails.of(definition.site(), history, due.news(), run);
        LastRun now = new LastRun(definition.version(), through.get(), run);
        if (!due.markers().isEmpty() || !last.equals(Optional.of(now))) {
            outbox.announce(siteId, due.markers(), mails, now);
        }
        return mails;
    }
}
