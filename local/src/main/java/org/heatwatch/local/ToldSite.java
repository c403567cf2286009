package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.Optional;
import org.heatwatch.history.HistoryMemory;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.site.Site;

/** A site with the history that a store tells of it, as of the day of the store's clock. */
final class ToldSite {
    private final Site site;
    private final HistoryMemory memory = new HistoryMemory();
    private final SiteHistory history;
    private final boolean pinned;

    private ToldSite(Site site, LocalStore store) {
        this.site = site;
        this.history = memory.tell(site, store.ledger().sampledScenes(site.id()), store.today());
        this.pinned = store.pinnedDay().isPresent();
    }

    static ToldSite of(Site site, LocalStore store) {
        return new ToldSite(site, store);
    }

    Site site() {
        return site;
    }

    SiteHistory history() {
        return history;
    }

    /** A pass as a map, PNG. */
    byte[] heatMap(SceneCheck pass) {
        return HeatMapPicture.png(HeatMap.of(
                site, memory.residual(pass.product().acquisition()), pass, history.roofs(), history.asOf(), notice()));
    }

    /** What every picture must say. */
    Optional<String> notice() {
        return site.presentation().simulated() ? Optional.of("Simulated data") : Optional.empty();
    }

    /** The history of one roof of the site. */
    RoofHistory roof(String id) {
        return history.roof(id)
                .orElseThrow(() -> new CommandFailure(
                        "%s: no facility, control or idle parcel of site %s has this id; `heatwatch history` lists them"
                                .formatted(id, site.id())));
    }

    /** What every output says first: of which site, as of when, and whether it is made up. */
    void printHead(PrintWriter out) {
        if (site.presentation().simulated()) {
            out.println(Output.SIMULATED);
        }
        out.println(site.name());
        out.println("as of " + history.asOf() + (pinned ? " (the clock of this store stands still)" : ""));
        out.println();
    }
}
