package org.heatwatch.cli.data;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.api.Sources;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Output;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.Publication;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.site.Site;
import org.heatwatch.store.LocalStore;

/**
 * The source of a site's data: a local store or a deployed stack. A stack provides its last publication. A local store
 * provides the site as of the day of its clock: the last publication if it is up to date, otherwise a history that is
 * computed for this command and not published.
 */
public final class SiteSource implements AutoCloseable {
    /** Version of a definition from a file, which the store may not contain. */
    private static final int VERSION_OF_FILE = 0;

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

    /** A local store; {@link #close} closes it. */
    public static SiteSource of(LocalStore store, Site site) {
        return new SiteSource(site, store.ledger(), store.outbox(), store.histories(), Optional.of(store));
    }

    /** A deployed stack. */
    public static SiteSource of(Sources deployed, Site site) {
        return new SiteSource(site, deployed.ledger(), deployed.outbox(), deployed.histories(), Optional.empty());
    }

    /** The site in the requested version; the publication may be of another version. */
    public Site site() {
        return site;
    }

    /** The recorded scenes. */
    public Ledger ledger() {
        return ledger;
    }

    /** The mails. */
    public Outbox outbox() {
        return outbox;
    }

    /** The site with its history, as of the last publication or the day of the clock. */
    public PublishedSite published() {
        Optional<LocalDate> outdated = store.map(LocalStore::today).filter(today -> !isUpToDate(today));
        return outdated.map(this::computed)
                .orElseGet(() -> PublishedSite.last(site.id(), ledger, outbox, histories)
                        .filter(last -> last.asOf().isPresent())
                        .orElseThrow(() -> new CommandFailure(
                                "site %s: nothing is published yet; record products with `heatwatch backfill`"
                                        .formatted(site.id()))));
    }

    private boolean isUpToDate(LocalDate today) {
        return ledger.site(site.id()).map(SiteDefinition::site).equals(Optional.of(site))
                && outbox.manifest(site.id()).isPresent()
                && new SiteRunner(ledger, outbox, histories).isUpToDate(site.id(), today);
    }

    private PublishedSite computed(LocalDate asOf) {
        List<SampledScene> scenes = ledger.sampledScenes(site.id());
        ScoredSite scored = new HistoryPipeline().run(site, scenes, asOf);
        return PublishedSite.of(
                site,
                Publication.of(
                        site,
                        VERSION_OF_FILE,
                        scored.history(),
                        scenes.stream().map(SampledScene::scene).toList(),
                        scored::residual,
                        "as of " + asOf));
    }

    /** Scores a facility, control or reference parcel from the recorded scenes; reference parcels are not published. */
    public FeatureHistory rescore(PublishedSite published, String id) {
        return new HistoryPipeline()
                .run(
                        published.site(),
                        ledger.sampledScenes(site.id()),
                        published.asOf().orElseThrow())
                .history()
                .feature(id)
                .orElseThrow();
    }

    /** Prints the header of all text output: site, day, and whether the data are simulated. */
    public void printHead(PublishedSite published, PrintWriter out) {
        if (published.isSimulated()) {
            out.println(Output.SIMULATED);
        }
        out.println(published.site().name());
        boolean isPinned = store.flatMap(LocalStore::pinnedDay).isPresent();
        out.println(
                "as of " + published.asOf().orElseThrow() + (isPinned ? " (the clock of this store is fixed)" : ""));
        out.println();
    }

    @Override
    public void close() {
        store.ifPresent(LocalStore::close);
    }
}
