package org.heatwatch.cli.data;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.api.ReferenceText;
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
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SourcePipeline;
import org.heatwatch.source.SourceReport;
import org.heatwatch.store.LocalStore;
import org.heatwatch.web.Languages;

/**
 * The source of a site's data: a local store or a deployed stack. A stack provides its last publication. So does a
 * local store if the publication is of all recorded scenes and of the definition; otherwise the history is computed for
 * this command, as of the day of the store's clock, and not published.
 */
public final class SiteSource implements AutoCloseable {
    /** Version of a definition from a file, which the store may not contain. */
    private static final int VERSION_OF_FILE = 0;

    private static final int MOST_NAMED = 20;

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

    /** What to say before any result: that a local store has no data of this site, but of others. */
    public Optional<String> remark() {
        if (store.isEmpty() || ledger.site(site.id()).isPresent()) {
            return Optional.empty();
        }
        List<String> others = ledger.siteIds("", MOST_NAMED);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("the store holds no data of site %s; it holds: %s"
                        .formatted(site.id(), String.join(", ", others)));
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
        return stillTrue().orElseGet(() -> computed(today(), Optional.empty()));
    }

    /** The same with the heat sources of the site, which takes longer if they have to be computed. */
    public PublishedSite publishedWithSources() {
        return upToDate().orElseGet(() -> {
            List<HeatSource> known = last().map(PublishedSite::heatSources).orElse(List.of());
            return computed(
                    today(),
                    new SourcePipeline().run(site, ledger.sampledScenes(site.id()), Optional.empty(), today(), known));
        });
    }

    /**
     * The last publication if it is up to date; that of a stack always is.
     *
     * @throws CommandFailure if the stack published nothing yet
     */
    public Optional<PublishedSite> upToDate() {
        if (store.isEmpty()) {
            return Optional.of(last().orElseThrow(() ->
                    new CommandFailure("site %s: nothing is published yet; record products with `heatwatch backfill`"
                            .formatted(site.id()))));
        }
        boolean isUpToDate = isOfDefinition() && runner().isUpToDate(site.id(), today());
        return isUpToDate ? Optional.of(last().orElseThrow()) : Optional.empty();
    }

    /** The last publication if it is up to date, or if only days without scenes and without effect passed since. */
    private Optional<PublishedSite> stillTrue() {
        if (store.isPresent() && isOfDefinition() && runner().hasAllScenes(site.id())) {
            Optional<PublishedSite> last = last().filter(published -> StateAge.sameOn(today(), published));
            if (last.isPresent()) {
                return last;
            }
        }
        return upToDate();
    }

    private SiteRunner runner() {
        return new SiteRunner(ledger, outbox, histories);
    }

    /** The last publication, which may be out of date; empty if nothing was published. */
    public Optional<PublishedSite> last() {
        return PublishedSite.last(site.id(), ledger, outbox, histories)
                .filter(last -> last.asOf().isPresent());
    }

    /** The day of the clock of a local store; the day of the last publication of a stack. */
    public LocalDate today() {
        return store.map(local -> local.today(site))
                .or(() -> last().flatMap(PublishedSite::asOf))
                .orElseThrow(() -> new IllegalStateException("a stack without a publication"));
    }

    private boolean isOfDefinition() {
        return ledger.site(site.id()).map(SiteDefinition::site).equals(Optional.of(site))
                && outbox.manifest(site.id()).isPresent();
    }

    private PublishedSite computed(LocalDate asOf, Optional<SourceReport> sources) {
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
                        sources,
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
        printHead(published.compared(), published.asOf().orElseThrow(), out);
    }

    /** Prints the header of a site as of a day. */
    public void printHead(Site described, LocalDate asOf, PrintWriter out) {
        if (described.presentation().simulated()) {
            out.println(Output.SIMULATED);
        }
        out.println(described.name());
        boolean isPinned = store.flatMap(local -> local.pinnedDay(described)).isPresent();
        out.println("as of " + asOf + (isPinned ? " (the clock of this store is fixed)" : ""));
        ReferenceText.of(described, Languages.words("en")).ifPresent(out::println);
        out.println();
    }

    @Override
    public void close() {
        store.ifPresent(LocalStore::close);
    }
}
