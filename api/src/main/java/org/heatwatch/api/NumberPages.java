package org.heatwatch.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.UtmProjection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** What the pictures show, in numbers: for the dashboard, and for whoever draws their own. */
final class NumberPages {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double HALF_A_SAMPLE = 0.5;
    private static final List<Form> FORMS = List.of(Form.JSON);
    private static final List<String> TYPES = List.of(MediaTypes.JSON);

    /** Of each look, a list for each; null where a look has none. */
    private static final Map<String, Function<Observation, @Nullable Object>> LOOKS = looks();

    private final Shelf shelf;
    private final CommonParameters common;

    NumberPages(Shelf shelf, CommonParameters common) {
        this.shelf = shelf;
        this.common = common;
    }

    private static Map<String, Function<Observation, @Nullable Object>> looks() {
        Map<String, Function<Observation, @Nullable Object>> looks = new LinkedHashMap<>();
        looks.put("acquisition", Observation::acquisition);
        looks.put("acquiredAt", Observation::acquiredAt);
        looks.put("pass", Observation::pass);
        looks.put("status", Observation::status);
        looks.put("counted", Observation::counted);
        looks.put("effectiveKelvin", Observation::effectiveKelvin);
        looks.put("effectiveStandardError", Observation::effectiveStandardError);
        looks.put("z", Observation::z);
        looks.put("score", Observation::score);
        looks.put("state", Observation::state);
        looks.put("confidence", Observation::confidence);
        looks.put("provisional", Observation::provisional);
        looks.put("flags", Observation::flags);
        return looks;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/timeline",
                        "getTimeline",
                        "Numbers",
                        "A site at a glance: its features with all changes of their states, and every pass",
                        FORMS,
                        TYPES,
                        List.of(common.oneSite()),
                        asked -> answer(asked, (view, _) -> timeline(view))),
                Route.of(
                        "/heatmaps/{acquisition}.json",
                        "getHeatMapNumbers",
                        "Numbers",
                        "What a pass shows above the idle map, sample by sample, with its looks and hot spots",
                        FORMS,
                        TYPES,
                        List.of(common.oneSite()),
                        asked -> answer(asked, (view, a) -> heatMap(view, PicturePages.pass(a, view)))),
                Route.of(
                        "/charts/{facility}.json",
                        "getChartNumbers",
                        "Numbers",
                        "Every look at a facility or control and all changes of its state",
                        FORMS,
                        TYPES,
                        List.of(common.oneSite()),
                        asked -> answer(asked, (view, a) -> chart(view, a))));
    }

    @FunctionalInterface
    private interface Answer {
        ObjectNode of(SiteView view, Exchange asked);
    }

    private Prepared answer(Exchange asked, Answer answer) {
        Told told = shelf.one(asked.arguments().get(common.oneSite()));
        return new Prepared(
                told.version(),
                () -> Content.json(MediaTypes.JSON, answer.of(told.views().getFirst(), asked)));
    }

    private static ObjectNode head(SiteView view) {
        ObjectNode page = NODES.objectNode()
                .put("site", view.id())
                .put("name", view.site().name())
                .put("simulated", view.isSimulated());
        page.put("asOf", view.manifest().map(Manifest::asOf).orElse(null));
        page.put("siteVersion", view.manifest().map(Manifest::siteVersion).orElse(null));
        page.put("run", view.manifest().map(Manifest::run).orElse(null));
        return page;
    }

    private static ObjectNode timeline(SiteView view) {
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
        view.history().ifPresent(history -> {
            Map<String, List<Observation>> looks = view.watched().stream()
                    .flatMap(feature -> history.observations(feature.id()).stream())
                    .collect(Collectors.groupingBy(Observation::acquisition));
            history.passes().forEach(pass -> passes.add(pass(pass, looks.getOrDefault(pass.acquisition(), List.of()))));
        });
        return page;
    }

    private static ObjectNode pass(PassReport pass, List<Observation> looks) {
        ObjectNode node = NODES.objectNode()
                .put("acquisition", pass.acquisition())
                .put("acquiredAt", pass.acquiredAt())
                .put("pass", pass.pass())
                .put("product", pass.product())
                .put("provisional", pass.provisional())
                .put("clearFraction", pass.clearFraction())
                .put("watched", looks.size())
                .put("seen", looks.stream().filter(Observation::isObserved).count())
                .put(
                        "on",
                        looks.stream()
                                .filter(look ->
                                        look.isObserved() && look.state().equals("ON"))
                                .count())
                .put("hotSpots", pass.hotSpots().size());
        node.set("suspicions", MAPPER.valueToTree(pass.suspicions()));
        return node;
    }

    private static ObjectNode heatMap(SiteView view, PassReport pass) {
        PublishedHistory history = view.history().orElseThrow();
        ObjectNode page = head(view);
        page.set("pass", MAPPER.valueToTree(pass));
        ArrayNode looks = page.putArray("looks");
        PicturePages.looks(view, history, pass.acquisition()).forEach(look -> looks.addPOJO(MAPPER.valueToTree(look)));
        Optional<PassMap> map = history.map(pass.acquisition());
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
        node.set("kelvin", MAPPER.valueToTree(map.kelvin()));
        return node;
    }

    private static ObjectNode chart(SiteView view, Exchange asked) {
        var feature = PicturePages.facility(asked, view);
        ObjectNode page = head(view);
        page.set("facility", FeatureNumbers.of(view, feature));
        List<Observation> looks = view.history()
                .map(history -> history.observations(feature.id()))
                .orElse(List.of());
        Map<String, String> products = view.history().map(PublishedHistory::passes).orElse(List.of()).stream()
                .collect(Collectors.toMap(PassReport::acquisition, PassReport::product, (a, _) -> a));
        page.set("changes", FeatureNumbers.changes(view, feature));
        ObjectNode columns = page.putObject("looks");
        LOOKS.forEach((name, read) -> {
            List<@Nullable Object> values = new ArrayList<>();
            looks.forEach(look -> values.add(read.apply(look)));
            columns.set(name, MAPPER.valueToTree(values));
        });
        ArrayNode productIds = columns.putArray("product");
        ArrayNode originals = columns.putArray("original");
        looks.forEach(look -> {
            String product = products.get(look.acquisition());
            productIds.add(product);
            originals.add(
                    product == null || view.isSimulated() ? null : SceneCollection.original(ProductId.parse(product)));
        });
        return page;
    }
}
