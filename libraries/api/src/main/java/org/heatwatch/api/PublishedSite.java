package org.heatwatch.api;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.mail.Outbox;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.SourceMap;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.publication.StateChange;
import org.heatwatch.publication.Years;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SiteSources;
import org.heatwatch.source.SourceFootprint;

/** A site and its last publication. All data that are read through one instance are of the same publication. */
public final class PublishedSite {
    private final Site site;
    private final Optional<Manifest> manifest;
    private final PartReader reader;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, List<Row>> cachedRows = new ConcurrentHashMap<>();

    /**
     * Creates a site.
     *
     * @param site the version of the definition that was published
     * @param manifest manifest of the last publication; empty if nothing was published yet
     */
    PublishedSite(Site site, Optional<Manifest> manifest, PartReader reader) {
        this.site = site;
        this.manifest = manifest;
        this.reader = reader;
    }

    /** The last publication of a site; empty if there is no such site. */
    public static Optional<PublishedSite> last(String siteId, Ledger ledger, Outbox outbox, HistoryStore histories) {
        return of(siteId, outbox.manifest(siteId), ledger, PartReader.of(histories));
    }

    static Optional<PublishedSite> of(String siteId, Optional<Manifest> manifest, Ledger ledger, PartReader reader) {
        return manifest.map(published -> ledger.site(siteId, published.siteVersion()))
                .orElseGet(() -> ledger.site(siteId))
                .map(definition -> new PublishedSite(definition.site(), manifest, reader));
    }

    /** A site with a publication that is not stored. */
    public static PublishedSite of(Site site, Publication publication) {
        return new PublishedSite(site, Optional.of(publication.manifest()), publication);
    }

    public Site site() {
        return site;
    }

    /** The site with the reference of the publication: its own, or the first two years of the recorded scenes. */
    public Site compared() {
        return site.referencePeriods().isEmpty()
                ? passes().stream()
                        .map(pass -> pass.acquisition().date())
                        .min(Comparator.naturalOrder())
                        .map(site::withReferenceFrom)
                        .orElse(site)
                : site;
    }

    String id() {
        return site.id();
    }

    public Optional<Manifest> manifest() {
        return manifest;
    }

    /** The day up to whose end (UTC) the publication is known. */
    public Optional<LocalDate> asOf() {
        return manifest.map(Manifest::asOf);
    }

    public boolean isSimulated() {
        return site.presentation().simulated();
    }

    /** Text that every picture of the site must show; empty if its data are real. */
    public Optional<String> disclaimer() {
        return disclaimer(site);
    }

    /** The same for any site. */
    public static Optional<String> disclaimer(Site site) {
        return site.presentation().simulated() ? Optional.of("Simulated data") : Optional.empty();
    }

    /** Facilities and controls, in the order of the site file. */
    public List<Feature> watched() {
        return site.features().stream()
                .filter(feature -> feature.role() == Role.FACILITY || feature.role() == Role.CONTROL)
                .toList();
    }

    Place place(Feature feature) {
        return places.computeIfAbsent(
                feature.id(), _ -> Place.of(feature.footprint().lonLat()));
    }

    /** Returns cached rows, computing them once: a publication never changes. */
    List<Row> cachedRows(String name, Supplier<List<Row>> rows) {
        return cachedRows.computeIfAbsent(name, _ -> rows.get());
    }

    /** The current state of a feature; unknown if nothing was published about it. */
    public PublishedState currentState(Feature feature) {
        return manifest.map(Manifest::states).orElse(List.of()).stream()
                .filter(currentState -> currentState.facility().equals(feature.id()))
                .findFirst()
                .orElseGet(() -> PublishedState.unknown(feature.id()));
    }

    public Optional<PublishedHistory> history() {
        return manifest.map(published -> new PublishedHistory(reader, published));
    }

    /** All passes in ascending order of time. */
    public List<PassReport> passes() {
        return history().map(PublishedHistory::passes).orElse(List.of());
    }

    /** The latest pass that saw a facility or control, or else the latest; empty if there is none. */
    Optional<PassReport> latestObservedPass() {
        List<PassReport> latestFirst = passes().reversed();
        return latestFirst.stream()
                .filter(pass -> observations(pass.acquisition()).stream().anyMatch(PublishedObservation::isObserved))
                .findFirst()
                .or(() -> latestFirst.stream().findFirst());
    }

    /** The recorded scene of an acquisition, whether it is used or not; empty if it was not published. */
    public Optional<PassReport> scene(Acquisition acquisition) {
        Years year = Years.of(acquisition.date());
        return history().stream()
                .flatMap(history -> history.scenes(year).stream())
                .filter(scene -> scene.acquisition().equals(acquisition))
                .findFirst();
    }

    /** The pass to which an acquisition belongs, whichever scene of it is used; empty if it was not published. */
    public Optional<PassReport> pass(Acquisition acquisition) {
        Optional<PassReport> scene = scene(acquisition);
        return scene.map(PassReport::sameOverpassAs).flatMap(this::scene).or(() -> scene);
    }

    /** All observations of a facility or control in ascending order of time. */
    public List<PublishedObservation> observations(Feature feature) {
        return history().map(history -> history.observations(feature.id())).orElse(List.of());
    }

    /** The observations of all facilities and controls in one pass. */
    public List<PublishedObservation> observations(Acquisition acquisition) {
        Years year = Years.of(acquisition.date());
        return history().stream()
                .flatMap(history ->
                        watched().stream().flatMap(feature -> history.observations(feature.id(), year).stream()))
                .filter(observation -> observation.acquisition().equals(acquisition))
                .toList();
    }

    /** The heat map of a pass. */
    public HeatMap heatMap(PassReport pass) {
        return HeatMap.of(
                site,
                history().flatMap(history -> history.map(pass.acquisition())),
                pass,
                observations(pass.acquisition()),
                asOf().orElseThrow(),
                disclaimer());
    }

    /** The heat sources, the strongest first; empty if none were found or published. */
    public List<HeatSource> heatSources() {
        return sources().map(SiteSources::sources).orElse(List.of());
    }

    /** The activity of each quarter, in order; empty if it was not published. */
    public List<ActivityQuarter> activity() {
        return sources().map(SiteSources::activity).orElse(List.of());
    }

    /** The published search for heat sources; empty if there is none. */
    public Optional<SiteSources> sources() {
        return history().flatMap(PublishedHistory::sources);
    }

    /** The composite with the heat sources found in it; empty if none was published. */
    public Optional<SourceMap> sourceMap() {
        return history()
                .flatMap(PublishedHistory::composite)
                .map(composite -> new SourceMap(site, composite, heatSources(), disclaimer()));
    }

    /** The history of a heat source, for charts; empty if there is no source of this id. */
    Optional<ChartedFacility> chartedSource(String sourceId) {
        return heatSources().stream()
                .filter(source -> source.id().equals(sourceId))
                .findFirst()
                .map(this::charted);
    }

    private ChartedFacility charted(HeatSource source) {
        List<PublishedObservation> observations = history()
                .map(history -> history.sourceObservations(source.id()))
                .orElse(List.of());
        List<StateChange> changes =
                history().map(history -> history.sourceChanges(source.id())).orElse(List.of());
        return new ChartedFacility(
                SourceFootprint.of(source, site),
                PublishedState.of(source.id(), source.state(), observations, changes),
                observations,
                changes);
    }

    /** The history of a facility or control, for charts. */
    public ChartedFacility charted(Feature feature) {
        return new ChartedFacility(
                feature,
                currentState(feature),
                observations(feature),
                history().map(history -> history.changes(feature.id())).orElse(List.of()));
    }
}
