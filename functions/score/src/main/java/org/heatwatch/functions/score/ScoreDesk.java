package org.heatwatch.functions.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.aws.EmbeddedMetrics;
import org.heatwatch.aws.Traces;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/**
 * Scores one site after the other, unless all that is recorded of it was told already, or a back-fill is under way. Logs a
 * line of JSON for each.
 */
final class ScoreDesk {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Ledger ledger;
    private final Announcer announcer;
    private final Backfills backfills;
    private final SiteClock clock;
    private final InstantSource now;
    private final PrintStream out;

    /**
     * @param backfills those under way are waited for
     * @param now by which it is told how long they have been
     */
    ScoreDesk(
            Ledger ledger,
            Announcer announcer,
            Backfills backfills,
            SiteClock clock,
            InstantSource now,
            PrintStream out) {
        this.ledger = ledger;
        this.announcer = announcer;
        this.backfills = backfills;
        this.clock = clock;
        this.now = now;
        this.out = out;
    }

    /**
     * Scores the site that a message names.
     *
     * @param body {@code {"site": "kaesong"}}
     * @return whether the message is done, as opposed to be delivered again
     */
    boolean wake(String body) {
        try {
            String site = MAPPER.readTree(body).path("site").asText();
            if (site.isEmpty()) {
                log(body, "refused", "no site in the message");
                return false;
            }
            return score(site);
        } catch (JsonProcessingException e) {
            log(body, "refused", "no JSON");
            return false;
        }
    }

    private boolean score(String siteId) {
        try {
            Optional<SiteDefinition> definition = ledger.site(siteId);
            if (definition.isEmpty()) {
                log(siteId, "refused", "no such site");
                return false;
            }
            LocalDate today = clock.today(definition.get().site());
            Optional<Backfill> underWay =
                    backfills.latest(siteId).filter(fill -> fill.isUnderWay(siteId, ledger, now.instant()));
            if (underWay.isPresent()) {
                // Its last product wakes the site once more, or reconcile does.
                log(siteId, "waiting", "a back-fill is under way");
                return true;
            }
            if (announcer.isCovered(siteId, today)) {
                log(siteId, "covered", "as of " + today);
                return true;
            }
            int scenes = announcer
                    .run(siteId, today)
                    .map(SiteHistory::scenes)
                    .map(List::size)
                    .orElse(0);
            log(siteId, "scored", "%d passes as of %s".formatted(scenes, today));
            return true;
        } catch (RuntimeException e) {
            log(siteId, "failed", Traces.of(e));
            return false;
        }
    }

    private void log(String site, String outcome, String detail) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("site", site);
        line.put("outcome", outcome);
        line.put("detail", detail);
        out.println(EmbeddedMetrics.json(line));
    }
}
