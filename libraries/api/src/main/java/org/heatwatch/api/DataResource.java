package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.UtmProjection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Serves the data behind the pictures as JSON, for the dashboard and for clients that draw their own. */
final class DataResource {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double HALF_A_SAMPLE = 0.5;
    private static final List<ResponseFormat> FORMS = List.of(ResponseFormat.JSON);
    private static final List<String> TYPES = List.of(MediaTypes.JSON);

    /** Members of an observation that a chart has as columns; null where an observation has no value. */
    private static final List<String> COLUMNS = List.of(
            "acquisition",
            "acquiredAt",
            "pass",
            "status",
            "counted",
            "effectiveKelvin",
            "effectiveStandardError",
            "z",
            "score",
            "state",
            "confidence",
            "provisional",
            "flags");

    private final PublicationCache cache;

    DataResource(PublicationCache cache) {
        this.cache = cache;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/timeline",
                        "getTimeline",
                        "Numbers",
                        "Overview of a site: its features with all changes of their states, and all passes",
                        "Timeline",
                        FORMS,
                        TYPES,
                        List.of(CommonParameters.ONE_SITE),
                        exchange -> answer(exchange, (view, _) -> timeline(view))),
                Route.of(
                        "/heatmaps/{acquisition}.json",
                        "getHeatMapNumbers",
                        "Numbers",
                        "Excess of a pass over the background model, by sample, with its observations and hot spots",
                        "HeatMap",
                        FORMS,
                        TYPES,
                        List.of(CommonParameters.ONE_SITE),
                        exchange ->
                                answer(exchange, (view, _) -> heatMap(view, PicturesResource.pass(exchange, view)))),
                Route.of(
                        "/charts/{facility}.json",
                        "getChartNumbers",
                        "Numbers",
                        "All observations of a facility, control or heat source and all changes of its state",
                        "Chart",
                        FORMS,
                        TYPES,
                        List.of(CommonParameters.ONE_SITE),
                        exchange ->
                                answer(exchange, (view, _) -> chart(view, PicturesResource.charted(exchange, view)))));
    }

    @FunctionalInterface
    private interface Answer {
        ObjectNode of(PublishedSite view, Exchange exchange);
    }

    private PreparedContent answer(Exchange exchange, Answer answer) {
        PublicationVersions versions = cache.one(exchange.arguments().get(CommonParameters.ONE_SITE));
        return new PreparedContent(
                versions.version(),
                () -> Content.json(MediaTypes.JSON, answer.of(versions.views().getFirst(), exchange)));
    }

    private static ObjectNode head(PublishedSite view) {
        ObjectNode page = NODES.objectNode()
                .put("site", view.id())
                .put("name", view.site().name())
                .put("simulated", view.isSimulated());
        page.put("reference", view.site().referenceKind().code());
        page.put("asOf", view.asOf().map(LocalDate::toString).orElse(null));
        page.put("siteVersion", view.manifest().map(Manifest::siteVersion).orElse(null));
        page.put("run", view.manifest().map(Manifest::run).orElse(null));
        return page;
    }

    static ObjectNode timeline(PublishedSite view) {
        ObjectNode page = head(view);
        page.put("timeZone", view.site().presentation().timeZone().getId());
        ArrayNode bounds = page.putArray("bounds");
        bounds.add(view.site().bounds().west())
                .add(view.site().bounds().south())
                .add(view.site().bounds().east())
                .add(view.site().bounds().north());
        ArrayNode features = page.putArray("features");
        view.site().features().forEach(feature -> features.add(FeatureData.of(view, feature)));
        ArrayNode passes = page.putArray("passes");
        Map<Acquisition, List<PublishedObservation>> observations = view.watched().stream()
                .flatMap(feature -> view.observations(feature).stream())
                .collect(Collectors.groupingBy(PublishedObservation::acquisition));
        view.passes().forEach(pass -> passes.add(pass(pass, observations.getOrDefault(pass.acquisition(), List.of()))));
        return page;
    }

    private static ObjectNode pass(PassReport pass, List<PublishedObservation> observations) {
        ObjectNode node = NODES.objectNode();
        node.setAll(PublishedJson.object(pass)
                .retain("acquisition", "acquiredAt", "pass", "product", "provisional", "clearFraction", "suspicions"));
        return node.put("watched", observations.size())
                .put(
                        "seen",
                        observations.stream()
                                .filter(PublishedObservation::isObserved)
                                .count())
                .put(
                        "unjudged",
                        observations.stream()
                                .filter(observation -> observation.status() == ObservationStatus.UNCALIBRATED)
                                .count())
                .put(
                        "on",
                        observations.stream()
                                .filter(observation -> observation.isObserved()
                                        && observation.state().isChanged())
                                .count())
                .put("hotSpots", pass.hotSpots().size());
    }

    static ObjectNode heatMap(PublishedSite view, PassReport pass) {
        ObjectNode page = head(view);
        page.set("pass", PublishedJson.of(pass));
        page.set("looks", PublishedJson.of(view.observations(pass.acquisition())));
        Optional<PassMap> map = view.history().orElseThrow().map(pass.acquisition());
        if (map.isEmpty() || map.get().columns() == 0) {
            page.putNull("samples");
        } else {
            ObjectNode samples = samples(map.get(), view.site().utm());
            samples.set("scaleEnd", scaleEnds(view.heatMap(pass)));
            page.set("samples", samples);
        }
        return page;
    }

    /**
     * The samples of a heat map; corners in degrees, in the order first sample, end of its row, last sample, end of
     * its column.
     */
    private static ObjectNode samples(PassMap map, UtmProjection utm) {
        int rows = map.kelvin().size() / map.columns();
        ObjectNode node = NODES.objectNode()
                .put("columns", map.columns())
                .put("rows", rows)
                .put("scatterKelvin", map.scatter());
        SamplingGrid grid = map.grid().samplingGrid();
        double west = map.firstAcross() - HALF_A_SAMPLE;
        double first = map.firstAlong() - HALF_A_SAMPLE;
        ArrayNode corners = node.putArray("corners");
        for (double[] corner : new double[][] {
            {west, first}, {west + map.columns(), first}, {west + map.columns(), first + rows}, {west, first + rows}
        }) {
            double[] position = grid.positionOf(corner[0], corner[1]);
            Coordinate degrees = utm.toLonLat(position[0], position[1]);
            corners.addArray().add(degrees.x).add(degrees.y);
        }
        node.set("kelvin", PublishedJson.of(map.kelvin()));
        return node;
    }

    /** Values at which the colour scales of the pictures of a pass end, so that clients can draw with the same. */
    private static ObjectNode scaleEnds(HeatMap map) {
        ObjectNode ends = NODES.objectNode();
        for (HeatMapPicture.Quantity quantity : HeatMapPicture.Quantity.values()) {
            ends.put(quantity.name().toLowerCase(Locale.ROOT), HeatMapPicture.scaleEnd(map, quantity));
        }
        return ends;
    }

    static ObjectNode chart(PublishedSite view, ChartedFacility charted) {
        ObjectNode page = head(view);
        page.set("facility", FeatureData.of(view, charted));
        Map<Acquisition, ProductId> products = view.passes().stream()
                .collect(Collectors.toMap(PassReport::acquisition, PassReport::product, (a, _) -> a));
        page.set("changes", FeatureData.changes(charted.changes()));
        ObjectNode columns = page.putObject("looks");
        COLUMNS.forEach(columns::putArray);
        ArrayNode productIds = columns.putArray("product");
        ArrayNode originals = columns.putArray("original");
        charted.observations().forEach(observation -> {
            ObjectNode row = PublishedJson.object(observation);
            COLUMNS.forEach(name -> columns.withArray(name).add(row.path(name)));
            @Nullable ProductId product = products.get(observation.acquisition());
            productIds.add(product == null ? null : product.id());
            originals.add(product == null || view.isSimulated() ? null : SceneCollection.original(product));
        });
        return page;
    }
}
