package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.site.Feature;

/** Features of a collection: OGC API - Features 1.0, part 1 (OGC 17-069r4), clause 7.15 and 7.16; STAC API Features. */
final class ItemPages {
    static final List<Form> FORMS = List.of(Form.JSON, Form.HTML, Form.CSV, Form.KML);

    private static final String LIMIT = "limit";
    private static final String TOKEN = "token";

    private final Shelf shelf;

    ItemPages(Shelf shelf) {
        this.shelf = shelf;
    }

    Route items(WatchCollection collection) {
        List<Parameter<?>> parameters = new ArrayList<>(List.of(
                CommonParameters.LIMIT,
                CommonParameters.BBOX,
                CommonParameters.DATETIME,
                CommonParameters.sortBy(List.of(collection)),
                CommonParameters.TOKEN,
                CommonParameters.SITE));
        collection.filters().forEach(filter -> parameters.add(filter.parameter()));
        return Route.of(
                collection.path() + "/items",
                "get" + Names.upper(collection.id()),
                "Features",
                "Features of the collection " + collection.id(),
                Schemas.featuresOf(collection),
                FORMS,
                List.of(MediaTypes.GEOJSON, MediaTypes.HTML, MediaTypes.CSV, MediaTypes.KMZ),
                parameters,
                asked -> items(List.of(collection), asked));
    }

    Route item(WatchCollection collection) {
        return Route.of(
                collection.path() + "/items/{featureId}",
                "getOneOf" + Names.upper(collection.id()),
                "Features",
                "A feature of the collection " + collection.id(),
                Schemas.featureOf(collection),
                FORMS,
                List.of(MediaTypes.GEOJSON, MediaTypes.HTML, MediaTypes.CSV, MediaTypes.KMZ),
                List.of(),
                asked -> item(collection, asked));
    }

    private Prepared items(List<WatchCollection> collections, Exchange asked) {
        Told told = Told.of(shelf, asked.arguments().get(CommonParameters.SITE, List.of()));
        return new Prepared(told.version(), () -> content(collections, asked, told));
    }

    /** Features of several collections at once. */
    Prepared search(List<WatchCollection> collections, Exchange asked) {
        return items(collections, asked);
    }

    private Content content(List<WatchCollection> collections, Exchange asked, Told told) {
        List<PublishedSite> views = told.views();
        requireFacilities(collections, asked, views);
        Selection selection = CommonParameters.selection(asked.arguments());
        Order order = asked.arguments()
                .get(CommonParameters.sortBy(collections))
                .orElseGet(
                        () -> collections.size() == 1 ? collections.getFirst().order() : Order.NEWEST);
        Page page = Page.of(
                rows(collections, views, selection),
                order,
                question(asked),
                asked.arguments().get(CommonParameters.TOKEN),
                asked.arguments().get(CommonParameters.LIMIT, CommonParameters.USUAL_LIMIT),
                asked.addresses());
        Content content =
                switch (asked.form()) {
                    case JSON, HTML -> Content.of(MediaTypes.GEOJSON, json(collections, asked, page));
                    case CSV ->
                        Content.of(
                                MediaTypes.CSV + "; charset=utf-8; header=present",
                                Csv.of(collections.getFirst(), page.rows()));
                    case KML -> Content.of(MediaTypes.KMZ, FeatureKml.of(title(collections), page.rows()));
                };
        return withNext(content, asked, page).named(collections.getFirst().id() + extension(asked.form()));
    }

    static String extension(Form form) {
        return switch (form) {
            case JSON -> ".geojson";
            case CSV -> ".csv";
            case KML -> ".kmz";
            case HTML -> ".html";
        };
    }

    /** A name that no site has must not look like a place where nothing is hot. */
    private static void requireFacilities(
            List<WatchCollection> collections, Exchange asked, List<PublishedSite> views) {
        collections.stream()
                .flatMap(collection -> collection.filters().stream())
                .map(Filter::parameter)
                .filter(parameter -> parameter.name().equals("facility"))
                .flatMap(parameter -> asked.arguments().get(parameter).stream())
                .flatMap(value -> value instanceof List<?> ids ? ids.stream() : Stream.of(value))
                .filter(id -> views.stream()
                        .flatMap(view -> view.watched().stream())
                        .map(Feature::id)
                        .noneMatch(id::equals))
                .findFirst()
                .ifPresent(id -> {
                    throw Problem.notFound(
                            "no facility or control is called %s; /collections/facilities/items lists them"
                                    .formatted(Parameter.shown(String.valueOf(id))));
                });
    }

    private static Stream<Row> rows(List<WatchCollection> collections, List<PublishedSite> views, Selection selection) {
        return collections.stream()
                .flatMap(collection -> views.stream().flatMap(view -> collection.rows(view, selection)))
                .filter(selection::has);
    }

    private static String title(List<WatchCollection> collections) {
        return collections.stream().map(WatchCollection::title).collect(Collectors.joining(", "));
    }

    /** What a token belongs to: all of the question but where and how long its pages are. */
    private static String question(Exchange asked) {
        Map<String, List<String>> query = new TreeMap<>(asked.request().query());
        List.of(TOKEN, LIMIT, "f").forEach(query::remove);
        return asked.request().path() + query;
    }

    private static byte[] json(List<WatchCollection> collections, Exchange asked, Page page) {
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        head.put("numberMatched", page.matched())
                .put("numberReturned", page.rows().size());
        var links = head.putArray("links");
        links.add(asked.addresses().link("self", asked.self(), MediaTypes.GEOJSON, "This page"));
        links.add(asked.addresses().link("root", "/", MediaTypes.JSON, "Heat Watch"));
        if (collections.size() == 1) {
            WatchCollection collection = collections.getFirst();
            head.put("title", collection.title()).put("description", collection.description());
            links.add(asked.addresses().link("collection", collection.path(), MediaTypes.JSON, collection.title()));
            FORMS.stream()
                    .filter(form -> form != Form.JSON)
                    .forEach(form -> links.add(asked.addresses()
                            .link("alternate", asked.inForm(form), type(form), "The same as " + form.code())));
        }
        page.next().ifPresent(token -> links.add(next(asked, token)));
        return FeatureJson.collection(head, page.json());
    }

    static String type(Form form) {
        return switch (form) {
            case JSON -> MediaTypes.GEOJSON;
            case HTML -> MediaTypes.HTML;
            case CSV -> MediaTypes.CSV;
            case KML -> MediaTypes.KMZ;
        };
    }

    /** Who posted a question posts it again, with the token put in. */
    private static ObjectNode next(Exchange asked, String token) {
        if (!asked.request().method().equals("POST")) {
            return asked.addresses().link("next", nextAddress(asked, token), MediaTypes.GEOJSON, "Next page");
        }
        ObjectNode link = asked.addresses()
                .link("next", asked.request().path(), MediaTypes.GEOJSON, "Next page")
                .put("method", "POST")
                .put("merge", true);
        link.putObject("body").put(TOKEN, token);
        return link;
    }

    private static String nextAddress(Exchange asked, String token) {
        Map<String, List<String>> query = new TreeMap<>(asked.request().query());
        query.put(TOKEN, List.of(token));
        return asked.addresses().of(asked.request().path(), query);
    }

    /** What has no room for links inside has them outside (RFC 8288). */
    private static Content withNext(Content content, Exchange asked, Page page) {
        if (page.next().isEmpty() || asked.request().method().equals("POST")) {
            return content;
        }
        return content.with(
                "Link",
                "<%s>; rel=\"next\"".formatted(nextAddress(asked, page.next().get())));
    }

    private Prepared item(WatchCollection collection, Exchange asked) {
        String id = asked.name("featureId");
        String site = Ids.site(id).orElseThrow(() -> unknown(collection));
        Told told = Told.of(shelf, List.of(site));
        return new Prepared(told.version(), () -> {
            // Whether the site or its feature is unknown makes no difference here.
            Optional<PublishedSite> view =
                    shelf.view(site, told.sites().getFirst().manifest());
            Row row = view.flatMap(known -> collection.row(known, id)).orElseThrow(() -> unknown(collection));
            return switch (asked.form()) {
                case JSON, HTML -> Content.of(MediaTypes.GEOJSON, FeatureJson.of(row, asked.addresses()));
                case CSV ->
                    Content.of(MediaTypes.CSV + "; charset=utf-8; header=present", Csv.of(collection, List.of(row)));
                case KML -> Content.of(MediaTypes.KMZ, FeatureKml.of(row.title(), List.of(row)));
            };
        });
    }

    private static Problem unknown(WatchCollection collection) {
        return Problem.notFound(
                "no feature of %s is called so; %s/items lists them".formatted(collection.id(), collection.path()));
    }
}
