package org.heatwatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Outbox;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.api.Sources;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.Publication;
import org.heatwatch.site.Site;
import org.heatwatch.store.LocalStore;

/**
 * Where a command reads what is known of a site: a folder on this machine, or a deployed stack. Of a stack it is what was
 * last published. Of a folder it is as of the day of the folder's clock: what was published if that still holds, otherwise
 * it is told anew, and published nowhere.
 */
final class SiteSource implements AutoCloseable {
    /** It may be no version that is in the store. */
    private static final int OF_A_FILE = 0;

    private final Site site;
    private final Ledger ledger;
    private final Outbox outbox;
    private final HistoryStore histories;
    private final Optional<LocalStore> store;

    private SiteSource(Site site, Ledger ledger, Outbox outbox, HistoryStore histories, Optional<LocalStore> store) {
        this.site = site;
        this.ledger = ledger;
        this.outbox = outbox;
        this.histories = histories;
        this.store = store;
    }

    /** A folder, which is closed with this. */
    static SiteSource of(LocalStore store, Site site) {
        return new SiteSource(site, store.ledger(), store.outbox(), store.histories(), Optional.of(store));
    }

    /** A deployed stack. */
    static SiteSource of(Sources deployed, Site site) {
        return new SiteSource(site, deployed.ledger(), deployed.outbox(), deployed.histories(), Optional.empty());
    }

    /** The site in the version that is asked for; what is published may be of another one. */
    Site site() {
        return site;
    }

    Ledger ledger() {
        return ledger;
    }

    Outbox outbox() {
        return outbox;
    }

    /** The site with its history. */
    PublishedSite published() {
        Optional<LocalDate> outdated = store.map(LocalStore::today).filter(today -> !isUpToDate(today));
        return outdated.map(this::toldAnew)
                .orElseGet(() -> PublishedSite.last(site.id(), ledger, outbox, histories)
                        .filter(last -> last.asOf().isPresent())
                        .orElseThrow(() -> new CommandFailure(
                                "nothing was published of site %s yet; it is as soon as scenes are recorded and scored"
                                        .formatted(site.id()))));
    }

    private boolean isUpToDate(LocalDate today) {
        return ledger.site(site.id()).map(SiteDefinition::site).equals(Optional.of(site))
                && outbox.manifest(site.id()).isPresent()
                && new Announcer(ledger, outbox, histories).isCovered(site.id(), today);
    }

    private PublishedSite toldAnew(LocalDate asOf) {
        List<SampledScene> scenes = ledger.sampledScenes(site.id());
        ScoredSite scored = new HistoryPipeline().run(site, scenes, asOf);
        return PublishedSite.of(
                site,
                Publication.of(
                        site,
                        OF_A_FILE,
                        scored.history(),
                        scenes.stream().map(SampledScene::scene).toList(),
                        scored::residual,
                        "as of " + asOf));
    }

    /** A facility, control or idle parcel by the recorded scenes; parcels are never published. */
    RoofHistory scoredAnew(PublishedSite published, String id) {
        return new HistoryPipeline()
                .run(
                        published.site(),
                        ledger.sampledScenes(site.id()),
                        published.asOf().orElseThrow())
                .history()
                .roof(id)
                .orElseThrow();
    }

    /** What every output for people says first: of which site, as of when, and whether it is made up. */
    void printHead(PublishedSite published, PrintWriter out) {
        if (published.isSimulated()) {
            out.println(Output.SIMULATED);
        }
        out.println(published.site().name());
        boolean isPinned = store.flatMap(LocalStore::pinnedDay).isPresent();
        out.println("as of " + published.asOf().orElseThrow()
                + (isPinned ? " (the clock of this store stands still)" : ""));
        out.println();
    }

    @Override
    public void close() {
        store.ifPresent(LocalStore::close);
    }
}
