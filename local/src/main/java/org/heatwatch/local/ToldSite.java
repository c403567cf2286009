package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.Standing;
import org.heatwatch.publication.StateChange;
import org.heatwatch.site.Site;

/** A site with the history that a store tells of it, as of the day of the store's clock. */
final class ToldSite {
    /** It may be no version that is in the store. */
    private static final int OF_A_FILE = 0;

    private final Site site;
    private final SiteHistory history;
    private final Publication published;
    private final boolean pinned;

    private ToldSite(Site site, LocalStore store) {
        this.site = site;
        List<SampledScene> scenes = store.ledger().sampledScenes(site.id());
        ScoredSite scored = new HistoryPipeline().run(site, scenes, store.today());
        this.history = scored.history();
        this.published = Publication.of(
                site,
                OF_A_FILE,
                history,
                scenes.stream().map(SampledScene::scene).toList(),
                scored::residual,
                "as of " + store.today());
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

    /** The history as others read it. */
    Publication published() {
        return published;
    }

    private PublishedHistory read() {
        HistoryStore parts = HistoryStores.inMemory();
        parts.put(site.id(), published.parts());
        return new PublishedHistory(PartReader.of(parts), published.manifest());
    }

    /**
     * A pass as a map, PNG.
     *
     * @param width in pixels
     */
    byte[] heatMap(SceneCheck pass, HeatMapPicture.Quantity quantity, int width) {
        String acquisition = pass.product().acquisition().id();
        PublishedHistory told = read();
        PassReport report = told.passes().stream()
                .filter(one -> one.acquisition().equals(acquisition))
                .findFirst()
                .orElseThrow();
        List<Observation> looks = published.manifest().standings().stream()
                .flatMap(standing -> told.observations(standing.facility()).stream())
                .filter(look -> look.acquisition().equals(acquisition))
                .toList();
        HeatMap map = HeatMap.of(
                site, told.map(acquisition), report, looks, history.asOf().toString(), notice());
        return HeatMapPicture.png(map, quantity, width);
    }

    /** A roof over time. */
    static ChartedFacility charted(RoofHistory roof) {
        List<Observation> observations = Observation.of(roof);
        return new ChartedFacility(roof.feature(), Standing.of(roof, observations), observations, StateChange.of(roof));
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
