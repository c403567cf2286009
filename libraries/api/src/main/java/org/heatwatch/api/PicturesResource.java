package org.heatwatch.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.HistoryChart;
import org.heatwatch.pictures.PictureLanguage;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.site.Feature;
import org.heatwatch.source.Period;

/** Serves heat maps, charts and clips. */
final class PicturesResource {
    private static final int DEFAULT_WIDTH = 1800;
    private static final int DEFAULT_DAYS = 3 * 365;
    private static final long MAX_CACHE_BYTES = 64_000_000;
    /** AWS Lambda returns at most 6 MB, in which binary data take a third more. */
    private static final int LARGEST_CLIP = 4_000_000;

    private final PublicationCache cache;
    private final Parameter<String> quantity = Parameter.choice(
            "quantity",
            "excess: effective excess over the background model in kelvin; z: the same in standard deviations of the "
                    + "background scatter.",
            List.of("excess", "z"));
    private final Parameter<Integer> size = Parameter.integer("size", "Width in pixels.", 300, 3000, DEFAULT_WIDTH);

    /** Drawn heat maps by version and URL: drawing takes about a thousand times longer than looking up. */
    private final Cache<String, byte[]> heatMaps = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHE_BYTES)
            .weigher((String _, byte[] picture) -> picture.length)
            .build();

    PicturesResource(PublicationCache cache) {
        this.cache = cache;
    }

    List<Route> routes() {
        return List.of(
                Route.file(
                        "/heatmaps/{acquisition}.png",
                        "getHeatMap",
                        "Pictures",
                        "Heat map of a pass: its excess over the background model",
                        List.of(MediaTypes.PNG),
                        List.of(CommonParameters.ONE_SITE, quantity, size, CommonParameters.LANGUAGE),
                        this::heatMap),
                Route.file(
                        "/clips/{acquisition}.tif",
                        "getClip",
                        "Pictures",
                        "Clip of a product: raw counts and quality bits, with the metadata that re-extraction needs",
                        List.of(MediaTypes.GEOTIFF),
                        List.of(CommonParameters.ONE_SITE),
                        this::clip),
                Route.file(
                        "/charts/{facility}.svg",
                        "getChart",
                        "Pictures",
                        "Chart of all observations of a facility, control or heat source and its states; by default of "
                                + "the last three years",
                        List.of(MediaTypes.SVG),
                        List.of(CommonParameters.ONE_SITE, CommonParameters.DATETIME, CommonParameters.LANGUAGE),
                        this::chart));
    }

    private PublicationVersions versions(Exchange exchange) {
        return cache.one(exchange.arguments().get(CommonParameters.ONE_SITE));
    }

    private PreparedContent heatMap(Exchange exchange) {
        PublicationVersions versions = versions(exchange);
        return new PreparedContent(versions.version(), () -> {
            byte[] png = versions.version()
                    .map(version -> Objects.requireNonNull(
                            heatMaps.get(version + exchange.request().address(), _ -> draw(exchange, versions))))
                    .orElseGet(() -> draw(exchange, versions));
            return Content.of(MediaTypes.PNG, png).named(name(exchange, versions));
        });
    }

    private String name(Exchange exchange, PublicationVersions versions) {
        String suffix = exchange.arguments()
                .get(quantity)
                .filter("z"::equals)
                .map("_"::concat)
                .orElse("");
        return FileNames.of(versions.views().getFirst(), exchange.name("acquisition") + "_heatmap" + suffix, ".png");
    }

    private byte[] draw(Exchange exchange, PublicationVersions versions) {
        PublishedSite view = versions.views().getFirst();
        HeatMap map = view.heatMap(pass(exchange, view));
        String name = exchange.arguments().get(quantity, "excess");
        return HeatMapPicture.png(
                map,
                HeatMapPicture.Quantity.valueOf(name.toUpperCase(Locale.ROOT)),
                exchange.arguments().get(size, DEFAULT_WIDTH),
                language(exchange));
    }

    /** The language of a picture. */
    static PictureLanguage language(Exchange exchange) {
        return PictureLanguage.of(CommonParameters.language(exchange.arguments()));
    }

    /** The pass to which the acquisition named in the path belongs. */
    static PassReport pass(Exchange exchange, PublishedSite view) {
        return named(exchange, view, view::pass);
    }

    private static PassReport named(
            Exchange exchange, PublishedSite view, Function<Acquisition, Optional<PassReport>> find) {
        return acquisition(exchange.name("acquisition"))
                .flatMap(find)
                .orElseThrow(() -> Problem.notFound(
                        "there is no such pass of %s; /collections/scenes/items lists them".formatted(view.id())));
    }

    private static Optional<Acquisition> acquisition(String id) {
        try {
            return Optional.of(Acquisition.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private PreparedContent clip(Exchange exchange) {
        PublicationVersions versions = versions(exchange);
        return new PreparedContent(versions.version(), () -> {
            PublishedSite view = versions.views().getFirst();
            PassReport pass = named(exchange, view, view::scene);
            ClipStore clips = cache.sources().clips();
            byte[] clip = clips.get(pass.clip())
                    .orElseThrow(() -> Problem.notFound("the clip of this pass is no longer available"));
            Optional<URI> link = clip.length > LARGEST_CLIP ? clips.link(pass.clip()) : Optional.empty();
            return link.map(address -> Content.of(MediaTypes.TEXT, new byte[0])
                            .with("Location", address.toString())
                            .with("Cache-Control", "no-store"))
                    .orElseGet(() -> Content.of(MediaTypes.GEOTIFF, clip)
                            .named(FileNames.of(view, pass.product().id() + "_clip", ".tif")));
        });
    }

    private PreparedContent chart(Exchange exchange) {
        PublicationVersions versions = versions(exchange);
        return new PreparedContent(versions.version(), () -> {
            PublishedSite view = versions.views().getFirst();
            ChartedFacility charted = charted(exchange, view);
            if (charted.currentState()
                    .equals(PublishedState.unknown(charted.feature().id()))) {
                throw Problem.notFound("nothing was published about this facility yet");
            }
            Period period = period(view, charted, exchange.arguments().get(CommonParameters.DATETIME));
            return svg(chart(view, charted, period, language(exchange))).named(chartFile(view, charted, period));
        });
    }

    private static String chartFile(PublishedSite view, ChartedFacility charted, Period period) {
        return FileNames.covering(view, charted.feature().id() + "_chart", period, ".svg");
    }

    /** The file name of the chart of the last three years; empty if nothing was published. */
    static String chartFile(PublishedSite view, ChartedFacility charted) {
        return view.asOf()
                .map(_ -> chartFile(view, charted, period(view, charted, Optional.empty())))
                .orElse("");
    }

    /** The chart of a facility of the last three years, in SVG. */
    static byte[] chart(PublishedSite view, ChartedFacility charted, PictureLanguage language) {
        return chart(view, charted, period(view, charted, Optional.empty()), language);
    }

    /** The days that a chart shows: at most those from the first observation to the present day. */
    private static Period period(PublishedSite view, ChartedFacility charted, Optional<TimeSpan> span) {
        LocalDate asOf = view.asOf().orElseThrow();
        LocalDate first = charted.observations().stream()
                .map(observation -> observation.acquisition().date())
                .findFirst()
                .orElse(asOf);
        LocalDate from = later(span.map(TimeSpan::firstDay).orElse(asOf.minusDays(DEFAULT_DAYS)), first);
        LocalDate to = span.map(TimeSpan::lastDay).filter(asOf::isAfter).orElse(asOf);
        return new Period(from.isBefore(to) ? from : to.minusDays(1), to);
    }

    private static byte[] chart(PublishedSite view, ChartedFacility charted, Period period, PictureLanguage language) {
        return HistoryChart.svg(
                        List.of(charted),
                        period.from(),
                        period.to(),
                        "%s, as known at the end of %s"
                                .formatted(
                                        view.site().presentation().name(language.code()),
                                        view.asOf().orElseThrow()),
                        view.disclaimer(),
                        language)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A picture in SVG. */
    static Content svg(byte[] document) {
        return new Content(
                MediaTypes.SVG,
                document,
                // No script may run when the picture is opened by itself.
                Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
    }

    /** The facility, control or heat source named in the path, with all its observations. */
    static ChartedFacility charted(Exchange exchange, PublishedSite view) {
        return view.chartedSource(exchange.name("facility")).orElseGet(() -> view.charted(facility(exchange, view)));
    }

    /** The facility or control named in the path. */
    static Feature facility(Exchange exchange, PublishedSite view) {
        return view.watched().stream()
                .filter(known -> known.id().equals(exchange.name("facility")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "there is no such facility or control of %s; /collections/facilities/items lists them"
                                .formatted(view.id())));
    }

    private static LocalDate later(LocalDate first, LocalDate second) {
        return first.isAfter(second) ? first : second;
    }
}
