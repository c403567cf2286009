package org.heatwatch.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.heatwatch.announce.Outbox;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.Standing;
import org.heatwatch.publication.Years;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/** A site with what was last published of it. All that is read through one of these belongs together. */
public final class PublishedSite {
    private final Site site;
    private final Optional<Manifest> manifest;
    private final PartReader reader;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, List<Row>> kept = new ConcurrentHashMap<>();

    /**
     * A site in the version that was published.
     *
     * @param manifest empty if nothing was published yet
     */
    PublishedSite(Site site, Optional<Manifest> manifest, PartReader reader) {
        this.site = site;
        this.manifest = manifest;
        this.reader = reader;
    }

    /** What was last published of a site; empty if there is no such site. */
    public static Optional<PublishedSite> last(String siteId, Ledger ledger, Outbox outbox, HistoryStore histories) {
        return of(siteId, outbox.manifest(siteId), ledger, PartReader.of(histories));
    }

    static Optional<PublishedSite> of(String siteId, Optional<Manifest> manifest, Ledger ledger, PartReader reader) {
        return manifest.map(told -> ledger.site(siteId, told.siteVersion()))
                .orElseGet(() -> ledger.site(siteId))
                .map(definition -> new PublishedSite(definition.site(), manifest, reader));
    }

    /** A site with a history that is not in any store. */
    public static PublishedSite of(Site site, Publication publication) {
        return new PublishedSite(site, Optional.of(publication.manifest()), publication);
    }

    public Site site() {
        return site;
    }

    String id() {
        return site.id();
    }

    public Optional<Manifest> manifest() {
        return manifest;
    }

    /** The day at whose end this was known. */
    public Optional<LocalDate> asOf() {
        return manifest.map(Manifest::asOf);
    }

    public boolean isSimulated() {
        return site.presentation().simulated();
    }

    /** What every picture must say. */
    public Optional<String> notice() {
        return isSimulated() ? Optional.of("Simulated data") : Optional.empty();
    }

    /** Facilities and controls, in the order of the site's file. */
    public List<Feature> watched() {
        return site.features().stream()
                .filter(feature -> feature.role() == Role.FACILITY || feature.role() == Role.CONTROL)
                .toList();
    }

    Place place(Feature feature) {
        return places.computeIfAbsent(
                feature.id(), _ -> Place.of(feature.footprint().lonLat()));
    }

    /** Rows that are made once, since what was published never changes. */
    List<Row> kept(String name, Supplier<List<Row>> rows) {
        return kept.computeIfAbsent(name, _ -> rows.get());
    }

    /** How a feature stands; unknown if nothing was published of it. */
    public Standing standing(Feature feature) {
        return manifest.map(Manifest::standings).orElse(List.of()).stream()
                .filter(standing -> standing.facility().equals(feature.id()))
                .findFirst()
                .orElseGet(() -> Standing.unknown(feature.id()));
    }

    public Optional<PublishedHistory> history() {
        return manifest.map(told -> new PublishedHistory(reader, told));
    }

    /** All passes in their order. */
    public List<PassReport> passes() {
        return history().map(PublishedHistory::passes).orElse(List.of());
    }

    /** A pass, if it was published. */
    public Optional<PassReport> pass(Acquisition acquisition) {
        Years year = Years.of(acquisition.date());
        return history().stream()
                .flatMap(history -> history.passes(year).stream())
                .filter(pass -> pass.acquisition().equals(acquisition))
                .findFirst();
    }

    /** All looks at a facility or control in their order. */
    public List<PublishedObservation> observations(Feature feature) {
        return history().map(history -> history.observations(feature.id())).orElse(List.of());
    }

    /** All looks at facilities and controls in one pass. */
    public List<PublishedObservation> observations(Acquisition acquisition) {
        Years year = Years.of(acquisition.date());
        return history().stream()
                .flatMap(history ->
                        watched().stream().flatMap(feature -> history.observations(feature.id(), year).stream()))
                .filter(look -> look.acquisition().equals(acquisition))
                .toList();
    }

    /** A pass as a map. */
    public HeatMap heatMap(PassReport pass) {
        return HeatMap.of(
                site,
                history().flatMap(history -> history.map(pass.acquisition())),
                pass,
                observations(pass.acquisition()),
                asOf().orElseThrow(),
                notice());
    }

    /** A facility or control over time. */
    public ChartedFacility charted(Feature feature) {
        return new ChartedFacility(
                feature,
                standing(feature),
                observations(feature),
                history().map(history -> history.changes(feature.id())).orElse(List.of()));
    }
}
