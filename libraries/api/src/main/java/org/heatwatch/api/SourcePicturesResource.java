package org.heatwatch.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.heatwatch.pictures.ActivityChart;
import org.heatwatch.pictures.CompositePicture;
import org.heatwatch.pictures.PictureLanguage;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.Period;

/** Serves the picture of the composite and the chart of the activity. */
final class SourcePicturesResource {
    private static final int DEFAULT_WIDTH = 1800;
    private static final long MAX_CACHE_BYTES = 16_000_000;

    private final PublicationCache cache;
    private final Parameter<Integer> size = Parameter.integer("size", "Width in pixels.", 300, 3000, DEFAULT_WIDTH);

    /** Drawn composites by version and URL. */
    private final Cache<String, byte[]> composites = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHE_BYTES)
            .weigher((String _, byte[] picture) -> picture.length)
            .build();

    SourcePicturesResource(PublicationCache cache) {
        this.cache = cache;
    }

    List<Route> routes() {
        return List.of(
                Route.file(
                        "/composites/latest.png",
                        "getComposite",
                        "Pictures",
                        "Composite since the reference period, with the heat sources found in it",
                        List.of(MediaTypes.PNG),
                        List.of(CommonParameters.ONE_SITE, size, CommonParameters.LANGUAGE),
                        this::composite),
                Route.file(
                        "/charts/activity.svg",
                        "getActivityChart",
                        "Pictures",
                        "Chart of the number of buildings in use in each quarter",
                        List.of(MediaTypes.SVG),
                        List.of(CommonParameters.ONE_SITE, CommonParameters.LANGUAGE),
                        exchange -> chart(exchange, SourcePicturesResource::svg)),
                Route.file(
                        "/charts/activity.png",
                        "getActivityPicture",
                        "Pictures",
                        "Chart of the number of buildings in use in each quarter",
                        List.of(MediaTypes.PNG),
                        List.of(CommonParameters.ONE_SITE, CommonParameters.LANGUAGE),
                        exchange -> chart(exchange, SourcePicturesResource::png)));
    }

    private PreparedContent composite(Exchange exchange) {
        PublicationVersions versions = versions(exchange);
        return new PreparedContent(versions.version(), () -> {
            byte[] png = versions.version()
                    .map(version -> Objects.requireNonNull(
                            composites.get(version + exchange.request().address(), _ -> draw(exchange, versions))))
                    .orElseGet(() -> draw(exchange, versions));
            return Content.of(MediaTypes.PNG, png)
                    .named(FileNames.dated(versions.views().getFirst(), "composite", ".png"));
        });
    }

    private byte[] draw(Exchange exchange, PublicationVersions versions) {
        PublishedSite view = versions.views().getFirst();
        return CompositePicture.png(
                view.sourceMap().orElseThrow(() -> missing(view)),
                exchange.arguments().get(size, DEFAULT_WIDTH),
                PicturesResource.language(exchange));
    }

    private PreparedContent chart(Exchange exchange, BiFunction<PublishedSite, PictureLanguage, Content> draw) {
        PublicationVersions versions = versions(exchange);
        return new PreparedContent(
                versions.version(), () -> draw.apply(versions.views().getFirst(), PicturesResource.language(exchange)));
    }

    /** The chart of the activity. */
    static Content svg(PublishedSite view, PictureLanguage language) {
        return PicturesResource.svg(
                        ActivityChart.svg(quarters(view), title(view, language), view.disclaimer(), language)
                                .getBytes(StandardCharsets.UTF_8))
                .named(name(view, ".svg"));
    }

    private static Content png(PublishedSite view, PictureLanguage language) {
        return Content.of(
                        MediaTypes.PNG,
                        ActivityChart.png(quarters(view), title(view, language), view.disclaimer(), language))
                .named(name(view, ".png"));
    }

    /** The name of a chart with the days that it shows. */
    static String name(PublishedSite view, String extension) {
        List<ActivityQuarter> quarters = quarters(view);
        return FileNames.covering(
                view,
                "activity_chart",
                new Period(quarters.getFirst().from(), quarters.getLast().to()),
                extension);
    }

    private static List<ActivityQuarter> quarters(PublishedSite view) {
        return Optional.of(view.activity())
                .filter(quarters -> !quarters.isEmpty())
                .orElseThrow(() -> missing(view));
    }

    private static String title(PublishedSite view, PictureLanguage language) {
        return "%s, as known at the end of %s"
                .formatted(
                        view.site().presentation().name(language.code()),
                        view.asOf().orElseThrow());
    }

    static Problem missing(PublishedSite view) {
        return Problem.notFound(
                "no composite of %s is published: it needs scenes of the reference period and later ones"
                        .formatted(view.id()));
    }

    private PublicationVersions versions(Exchange exchange) {
        return cache.one(exchange.arguments().get(CommonParameters.ONE_SITE));
    }
}
