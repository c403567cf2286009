package org.heatwatch.api;

import java.util.List;
import java.util.function.Function;
import org.heatwatch.pictures.CompositeTiff;
import org.heatwatch.pictures.ExcessTiff;
import org.heatwatch.pictures.SourceMap;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;

/** Serves the excess of a pass and the composite as GeoTIFF, each with its standard error as second band. */
final class RastersResource {
    private final PublicationCache cache;

    RastersResource(PublicationCache cache) {
        this.cache = cache;
    }

    List<Route> routes() {
        return List.of(
                Route.file(
                        "/heatmaps/{acquisition}.tif",
                        "getExcess",
                        "Pictures",
                        "Excess of a pass over the background model as GeoTIFF, in effective kelvin: band 1 has the "
                                + "excess, band 2 its standard error; NaN where there is no sample",
                        List.of(MediaTypes.GEOTIFF),
                        List.of(CommonParameters.ONE_SITE),
                        exchange -> answer(exchange, view -> excess(exchange, view))),
                Route.file(
                        "/composites/latest.tif",
                        "getCompositeRaster",
                        "Pictures",
                        "Composite since the reference period as GeoTIFF, in effective kelvin: band 1 has the mean "
                                + "excess, band 2 its standard error; NaN where it is unknown",
                        List.of(MediaTypes.GEOTIFF),
                        List.of(CommonParameters.ONE_SITE),
                        exchange -> answer(exchange, RastersResource::composite)));
    }

    private PreparedContent answer(Exchange exchange, Function<PublishedSite, Content> content) {
        PublicationVersions versions = cache.one(exchange.arguments().get(CommonParameters.ONE_SITE));
        return new PreparedContent(
                versions.version(), () -> content.apply(versions.views().getFirst()));
    }

    private static Content excess(Exchange exchange, PublishedSite view) {
        PassReport pass = PicturesResource.pass(exchange, view);
        PassMap map = view.history()
                .flatMap(history -> history.map(pass.acquisition()))
                .filter(published -> !published.samples().isEmpty())
                .orElseThrow(() ->
                        Problem.notFound(("%1$s has no excess: it could not be compared with the background model; "
                                        + "/clips/%1$s.tif has its raw counts")
                                .formatted(pass.acquisition())));
        byte[] tiff = ExcessTiff.encode(view.site(), map, pass, view.asOf().orElseThrow());
        return Content.of(MediaTypes.GEOTIFF, tiff)
                .named(FileNames.of(view, pass.acquisition().id() + "_excess", ".tif"));
    }

    private static Content composite(PublishedSite view) {
        SourceMap map = view.sourceMap().orElseThrow(() -> SourcePicturesResource.missing(view));
        return Content.of(MediaTypes.GEOTIFF, CompositeTiff.encode(map.composite(), view.site()))
                .named(FileNames.dated(view, "composite", ".tif"));
    }
}
