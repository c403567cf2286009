package org.heatwatch.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.HistoryChart;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.Standing;
import org.heatwatch.publication.Years;
import org.heatwatch.site.Feature;

/** Passes as maps, histories as charts, and the clips that all of it rests on. */
final class PicturePages {
    private static final int USUAL_SIZE = 1800;
    private static final int USUAL_DAYS = 3 * 365;
    private static final long MOST_BYTES = 64_000_000;
    private static final String SIMULATED = "Simulated data";

    private final Shelf shelf;
    private final CommonParameters common;
    private final Parameter<String> quantity = Parameter.choice(
            "quantity",
            "excess: effective kelvin above the idle map; z: the same in standard deviations of quiet ground.",
            List.of("excess", "z"));
    private final Parameter<Integer> size = Parameter.integer("size", "Width in pixels.", 300, 3000, USUAL_SIZE);

    /** Drawing takes a thousand times longer than answering. */
    private final Cache<String, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String _, byte[] picture) -> picture.length)
            .build();

    PicturePages(Shelf shelf, CommonParameters common) {
        this.shelf = shelf;
        this.common = common;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/heatmaps/{acquisition}.png",
                        "getHeatMap",
                        "Pictures",
                        "What a pass shows above the idle map",
                        List.of(),
                        List.of(MediaTypes.PNG),
                        List.of(common.oneSite(), quantity, size),
                        this::heatMap),
                Route.of(
                        "/clips/{acquisition}.tif",
                        "getClip",
                        "Pictures",
                        "What was cut out of a product: radiance and quality, with all that reading it anew needs",
                        List.of(),
                        List.of(MediaTypes.GEOTIFF),
                        List.of(common.oneSite()),
                        this::clip),
                Route.of(
                        "/charts/{facility}.svg",
                        "getChart",
                        "Pictures",
                        "Every look at a facility or control and its states; of three years unless asked otherwise",
                        List.of(),
                        List.of(MediaTypes.SVG),
                        List.of(common.oneSite(), common.datetime()),
                        this::chart));
    }

    private Told told(Exchange asked) {
        return shelf.one(asked.arguments().get(common.oneSite()));
    }

    private static Optional<String> notice(SiteView view) {
        return view.isSimulated() ? Optional.of(SIMULATED) : Optional.empty();
    }

    private Prepared heatMap(Exchange asked) {
        Told told = told(asked);
        return new Prepared(told.version(), () -> {
            byte[] png = told.version()
                    .map(version -> Objects.requireNonNull(
                            drawn.get(version + asked.request().address(), _ -> draw(asked, told))))
                    .orElseGet(() -> draw(asked, told));
            return Content.of(MediaTypes.PNG, png).named(asked.name("acquisition") + ".png");
        });
    }

    private byte[] draw(Exchange asked, Told told) {
        SiteView view = told.views().getFirst();
        PassReport pass = pass(asked, view);
        PublishedHistory history = view.history().orElseThrow();
        List<Observation> looks = looks(view, history, pass.acquisition());
        HeatMap map = HeatMap.of(
                view.site(),
                history.map(pass.acquisition()),
                pass,
                looks,
                view.manifest().map(Manifest::asOf).orElseThrow(),
                notice(view));
        String layer = asked.arguments().get(quantity, "excess");
        return HeatMapPicture.png(
                map,
                HeatMapPicture.Quantity.valueOf(layer.toUpperCase(Locale.ROOT)),
                asked.arguments().get(size, USUAL_SIZE));
    }

    /** The pass that a path names. */
    static PassReport pass(Exchange asked, SiteView view) {
        String acquisition = asked.name("acquisition");
        TimeSpan span = Ids.dayOf(acquisition);
        return view.history().stream()
                .filter(_ -> !span.equals(TimeSpan.ALL))
                .flatMap(history -> history.passes(span.years()).stream())
                .filter(pass -> pass.acquisition().equals(acquisition))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("no recorded pass of %s is called so; /collections/scenes/items lists them"
                                .formatted(view.id())));
    }

    private Prepared clip(Exchange asked) {
        Told told = told(asked);
        return new Prepared(told.version(), () -> {
            PassReport pass = pass(asked, told.views().getFirst());
            byte[] clip = shelf.sources()
                    .clips()
                    .get(pass.clip())
                    .orElseThrow(() -> Problem.notFound("the clip of this pass is no longer kept"));
            return Content.of(MediaTypes.GEOTIFF, clip)
                    .named(pass.clip().substring(pass.clip().lastIndexOf('/') + 1));
        });
    }

    private Prepared chart(Exchange asked) {
        Told told = told(asked);
        return new Prepared(told.version(), () -> {
            SiteView view = told.views().getFirst();
            String id = asked.name("facility");
            Feature feature = facility(asked, view);
            Standing standing = view.standings().get(id);
            PublishedHistory history = view.history()
                    .filter(_ -> standing != null)
                    .orElseThrow(() -> Problem.notFound("nothing was told of it yet"));
            LocalDate asOf = LocalDate.parse(view.manifest().map(Manifest::asOf).orElseThrow());
            List<Observation> observations = history.observations(id);
            LocalDate first = observations.stream()
                    .map(look -> Acquisition.parse(look.acquisition()).date())
                    .findFirst()
                    .orElse(asOf);
            Optional<TimeSpan> span = asked.arguments().get(common.datetime());
            LocalDate from = later(span.map(TimeSpan::firstDay).orElse(asOf.minusDays(USUAL_DAYS)), first);
            LocalDate to = span.map(TimeSpan::lastDay).filter(asOf::isAfter).orElse(asOf);
            String svg = HistoryChart.svg(
                    List.of(new ChartedFacility(
                            feature, Objects.requireNonNull(standing), observations, history.changes(id))),
                    from.isBefore(to) ? from : to.minusDays(1),
                    to,
                    "%s, as known at the end of %s".formatted(view.site().name(), asOf),
                    notice(view));
            return new Content(
                    MediaTypes.SVG,
                    svg.getBytes(StandardCharsets.UTF_8),
                    // It is a picture: nothing in it may run where it is opened by itself.
                    Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
        });
    }

    /** The facility or control that a path names. */
    static Feature facility(Exchange asked, SiteView view) {
        return view.watched().stream()
                .filter(known -> known.id().equals(asked.name("facility")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "no facility or control of %s is called so; /collections/facilities/items lists them"
                                .formatted(view.id())));
    }

    /** All looks at a site in one pass. */
    static List<Observation> looks(SiteView view, PublishedHistory history, String acquisition) {
        int year = Acquisition.parse(acquisition).date().getYear();
        return view.watched().stream()
                .flatMap(feature -> history.observations(feature.id(), new Years(year, year)).stream())
                .filter(look -> look.acquisition().equals(acquisition))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
