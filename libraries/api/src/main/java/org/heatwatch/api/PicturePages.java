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
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Feature;

/** Passes as maps, histories as charts, and the clips that all of it rests on. */
final class PicturePages {
    private static final int USUAL_SIZE = 1800;
    private static final int USUAL_DAYS = 3 * 365;
    private static final long MOST_BYTES = 64_000_000;

    private final Shelf shelf;
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

    PicturePages(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Route> routes() {
        return List.of(
                Route.file(
                        "/heatmaps/{acquisition}.png",
                        "getHeatMap",
                        "Pictures",
                        "What a pass shows above the idle map",
                        List.of(MediaTypes.PNG),
                        List.of(CommonParameters.ONE_SITE, quantity, size),
                        this::heatMap),
                Route.file(
                        "/clips/{acquisition}.tif",
                        "getClip",
                        "Pictures",
                        "What was cut out of a product: radiance and quality, with all that reading it anew needs",
                        List.of(MediaTypes.GEOTIFF),
                        List.of(CommonParameters.ONE_SITE),
                        this::clip),
                Route.file(
                        "/charts/{facility}.svg",
                        "getChart",
                        "Pictures",
                        "Every look at a facility or control and its states; of three years unless asked otherwise",
                        List.of(MediaTypes.SVG),
                        List.of(CommonParameters.ONE_SITE, CommonParameters.DATETIME),
                        this::chart));
    }

    private Told told(Exchange asked) {
        return shelf.one(asked.arguments().get(CommonParameters.ONE_SITE));
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
        PublishedSite view = told.views().getFirst();
        HeatMap map = view.heatMap(pass(asked, view));
        String layer = asked.arguments().get(quantity, "excess");
        return HeatMapPicture.png(
                map,
                HeatMapPicture.Quantity.valueOf(layer.toUpperCase(Locale.ROOT)),
                asked.arguments().get(size, USUAL_SIZE));
    }

    /** The pass that a path names. */
    static PassReport pass(Exchange asked, PublishedSite view) {
        return acquisition(asked.name("acquisition"))
                .flatMap(view::pass)
                .orElseThrow(() ->
                        Problem.notFound("no recorded pass of %s is called so; /collections/scenes/items lists them"
                                .formatted(view.id())));
    }

    private static Optional<Acquisition> acquisition(String id) {
        try {
            return Optional.of(Acquisition.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
            PublishedSite view = told.views().getFirst();
            Feature feature = facility(asked, view);
            if (view.manifest().map(Manifest::standings).orElse(List.of()).stream()
                    .noneMatch(standing -> standing.facility().equals(feature.id()))) {
                throw Problem.notFound("nothing was told of it yet");
            }
            ChartedFacility charted = view.charted(feature);
            LocalDate asOf = view.asOf().orElseThrow();
            LocalDate first = charted.observations().stream()
                    .map(look -> look.acquisition().date())
                    .findFirst()
                    .orElse(asOf);
            Optional<TimeSpan> span = asked.arguments().get(CommonParameters.DATETIME);
            LocalDate from = later(span.map(TimeSpan::firstDay).orElse(asOf.minusDays(USUAL_DAYS)), first);
            LocalDate to = span.map(TimeSpan::lastDay).filter(asOf::isAfter).orElse(asOf);
            String svg = HistoryChart.svg(
                    List.of(charted),
                    from.isBefore(to) ? from : to.minusDays(1),
                    to,
                    "%s, as known at the end of %s".formatted(view.site().name(), asOf),
                    view.notice());
            return new Content(
                    MediaTypes.SVG,
                    svg.getBytes(StandardCharsets.UTF_8),
                    // It is a picture: nothing in it may run where it is opened by itself.
                    Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
        });
    }

    /** The facility or control that a path names. */
    static Feature facility(Exchange asked, PublishedSite view) {
        return view.watched().stream()
                .filter(known -> known.id().equals(asked.name("facility")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "no facility or control of %s is called so; /collections/facilities/items lists them"
                                .formatted(view.id())));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
