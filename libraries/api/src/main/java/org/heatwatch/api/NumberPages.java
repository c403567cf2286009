package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.state.FacilityState;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** What the pictures show, in numbers: for the dashboard, and for whoever draws their own. */
final class NumberPages {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double HALF_A_SAMPLE = 0.5;
    private static final List<Form> FORMS = List.of(Form.JSON);
    private static final List<String> TYPES = List.of(MediaTypes.JSON);

    /** Of each look, a list for each; null where a look has none. */
    private static final List<String> LOOKS = List.of(
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

    private final Shelf shelf;

    NumberPages(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/timeline",
                        "getTimeline",
                        "Numbers",
                        "A site at a glance: its features with all changes of their states, and every pass",
                        "Timeline",
                        FORMS,
                        TYPES,
                        List.of(CommonParameters.ONE_SITE),
                        asked -> answer(asked, (view, _) -> timeline(view))),
                Route.of(
                        "/heatmaps/{acquisition}.json",
                        "getHeatMapNumbers",
                        "Numbers",
                        "What a pass shows above the idle map, sample by sample, with its looks and hot spots",
                        "HeatMap",
                        FORMS,
                        TYPES,
                        List.of(CommonParameters.ONE_SITE),
                        asked -> answer(asked, (view, a) -> heatMap(view, PicturePages.pass(a, view)))),
                Route.of(
                        "/charts/{facility}.json",
                        "getChartNumbers",
                        "Numbers",
                        "Every look at a facility or control and all changes of its state",
                        "Chart",
                        FORMS,
                        TYPES,
                        List.of(CommonParameters.ONE_SITE),
                        asked -> answer(asked, (view, a) -> chart(view, a))));
    }

    @FunctionalInterface
    private interface Answer {
        ObjectNode of(PublishedSite view, Exchange asked);
    }

    private Prepared answer(Exchange asked, Answer answer) {
        Told told = shelf.one(asked.arguments().get(CommonParameters.ONE_SITE));
        return new Prepared(
                told.version(),
                () -> Content.json(MediaTypes.JSON, answer.of(told.views().getFirst(), asked)));
    }

    private static ObjectNode head(PublishedSite view) {
        ObjectNode page = NODES.objectNode()
                .put("site", view.id())
                .put("name", view.site().name())
                .put("simulated", view.isSimulated());
        page.put("asOf", view.asOf().map(LocalDate::toString).orElse(null));
        page.put("siteVersion", view.manifest().map(Manifest::siteVersion).orElse(null));
        page.put("run", view.manifest().map(Manifest::run).orElse(null));
        return page;
    }

    private static ObjectNode timeline(PublishedSite view) {
        ObjectNode page = head(view);
        page.put("timeZone", view.site().presentation().timeZone().getId());
        ArrayNode bounds = page.putArray("bounds");
        bounds.add(view.site().bounds().west())
                .add(view.site().bounds().south())
                .add(view.site().bounds().east())
                .add(view.site().bounds().north());
        ArrayNode features = page.putArray("features");
        view.site().features().forEach(feature -> features.add(FeatureNumbers.of(view, feature)));
        ArrayNode passes = page.putArray("passes");
        Map<Acquisition, List<PublishedObservation>> looks = view.watched().stream()
                .flatMap(feature -> view.observations(feature).stream())
                .collect(Collectors.groupingBy(PublishedObservation::acquisition));
        view.passes().forEach(pass -> passes.add(pass(pass, looks.getOrDefault(pass.acquisition(), List.of()))));
        return page;
    }

    private static ObjectNode pass(PassReport pass, List<PublishedObservation> looks) {
        ObjectNode node = NODES.objectNode();
        node.setAll(PublishedJson.object(pass)
                .retain("acquisition", "acquiredAt", "pass", "product", "provisional", "clearFraction", "suspicions"));
        return node.put("watched", looks.size())
                .put(
                        "seen",
                        looks.stream().filter(PublishedObservation::isObserved).count())
                .put(
                        "on",
                        looks.stream()
                                .filter(look -> look.isObserved() && look.state() == FacilityState.ON)
                                .count())
                .put("hotSpots", pass.hotSpots().size());
    }

    private static ObjectNode heatMap(PublishedSite view, PassReport pass) {
        ObjectNode page = head(view);
        page.set("pass", PublishedJson.of(pass));
        page.set("looks", PublishedJson.of(view.observations(pass.acquisition())));
        Optional<PassMap> map = view.history().orElseThrow().map(pass.acquisition());
        if (map.isEmpty() || map.get().columns() == 0) {
            page.putNull("samples");
        } else {
            page.set("samples", samples(map.get(), view.site().utm()));
        }
        return page;
    }

    /** Corners in degrees: of the first sample, the end of its row, the last sample, and the end of its column. */
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

    private static ObjectNode chart(PublishedSite view, Exchange asked) {
        var feature = PicturePages.facility(asked, view);
        ObjectNode page = head(view);
        page.set("facility", FeatureNumbers.of(view, feature));
        Map<Acquisition, ProductId> products = view.passes().stream()
                .collect(Collectors.toMap(PassReport::acquisition, PassReport::product, (a, _) -> a));
        page.set("changes", FeatureNumbers.changes(view, feature));
        ObjectNode columns = page.putObject("looks");
        LOOKS.forEach(columns::putArray);
        ArrayNode productIds = columns.putArray("product");
        ArrayNode originals = columns.putArray("original");
        view.observations(feature).forEach(look -> {
            ObjectNode row = PublishedJson.object(look);
            LOOKS.forEach(name -> columns.withArray(name).add(row.path(name)));
            @Nullable ProductId product = products.get(look.acquisition());
            productIds.add(product == null ? null : product.id());
            originals.add(product == null || view.isSimulated() ? null : SceneCollection.original(product));
        });
        return page;
    }
}
