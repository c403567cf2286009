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

/**
 * Serves the features of a collection (OGC API - Features 1.0, part 1, OGC 17-069r4, clauses 7.15 and 7.16; STAC API -
 * Features).
 */
final class ItemsResource {
    static final List<ResponseFormat> FORMATS =
            List.of(ResponseFormat.JSON, ResponseFormat.HTML, ResponseFormat.CSV, ResponseFormat.KML);

    private static final String LIMIT = "limit";
    private static final String TOKEN = "token";

    private final PublicationCache cache;

    ItemsResource(PublicationCache cache) {
        this.cache = cache;
    }

    Route items(WatchCollection collection) {
        List<Parameter<?>> parameters = new ArrayList<>(List.of(
                CommonParameters.LIMIT,
                CommonParameters.BBOX,
                CommonParameters.DATETIME,
                CommonParameters.sortBy(List.of(collection)),
                CommonParameters.TOKEN,
                CommonParameters.SITE,
                CommonParameters.BOM,
                CommonParameters.LANGUAGE,
                new Queryables(List.of(collection)).filter(),
                Queryables.FILTER_LANGUAGE,
                Queryables.FILTER_CRS));
        collection.filters().forEach(filter -> parameters.add(filter.parameter()));
        return Route.of(
                collection.path() + "/items",
                "get" + OperationNames.upper(collection.id()),
                "Features",
                "Features of the collection " + collection.id(),
                Schemas.featuresOf(collection),
                FORMATS,
                List.of(MediaTypes.GEOJSON, MediaTypes.HTML, MediaTypes.CSV, MediaTypes.KMZ),
                parameters,
                exchange -> items(List.of(collection), exchange));
    }

    Route item(WatchCollection collection) {
        return Route.of(
                collection.path() + "/items/{featureId}",
                "getOneOf" + OperationNames.upper(collection.id()),
                "Features",
                "A feature of the collection " + collection.id(),
                Schemas.featureOf(collection),
                FORMATS,
                List.of(MediaTypes.GEOJSON, MediaTypes.HTML, MediaTypes.CSV, MediaTypes.KMZ),
                List.of(CommonParameters.BOM),
                exchange -> item(collection, exchange));
    }

    private PreparedContent items(List<WatchCollection> collections, Exchange exchange) {
        PublicationVersions versions =
                PublicationVersions.of(cache, exchange.arguments().get(CommonParameters.SITE, List.of()));
        // A mail is delivered after its publication, so that the list of mails changes without a new one.
        boolean isPublished = collections.stream().noneMatch(collection -> collection instanceof AlertCollection);
        return new PreparedContent(
                isPublished ? versions.version() : Optional.empty(), () -> content(collections, exchange, versions));
    }

    /** Serves features of several collections in one response. */
    PreparedContent search(List<WatchCollection> collections, Exchange exchange) {
        return items(collections, exchange);
    }

    private Content content(List<WatchCollection> collections, Exchange exchange, PublicationVersions versions) {
        List<PublishedSite> views = versions.views();
        requireFacilities(collections, exchange, views);
        Selection selection = CommonParameters.selection(exchange.arguments());
        Order order = exchange.arguments()
                .get(CommonParameters.sortBy(collections))
                .orElseGet(
                        () -> collections.size() == 1 ? collections.getFirst().order() : Order.NEWEST);
        int limit = exchange.arguments().get(CommonParameters.LIMIT, CommonParameters.DEFAULT_LIMIT);
        Page page = Page.of(
                rows(collections, views, selection),
                order,
                pagedRequest(exchange),
                exchange.arguments().get(CommonParameters.TOKEN),
                limit,
                new FeatureWriter(
                        exchange.addresses(),
                        exchange.format() == ResponseFormat.JSON || exchange.format() == ResponseFormat.HTML));
        Content content =
                switch (exchange.format()) {
                    case JSON, HTML -> Content.of(MediaTypes.GEOJSON, json(collections, exchange, page));
                    case CSV ->
                        Content.of(
                                MediaTypes.CSV + "; charset=utf-8; header=present",
                                csv(collections.getFirst(), page.rows(), exchange));
                    case KML -> Content.of(MediaTypes.KMZ, FeatureKml.kmz(title(collections), page.rows()));
                };
        return withNext(content, exchange, page)
                .named(FileNames.of(views, contents(collections, exchange), extension(exchange.format())));
    }

    /** What a file has: the collection, preceded by the facility and pass if the request names one. */
    private static String contents(List<WatchCollection> collections, Exchange exchange) {
        if (collections.size() > 1) {
            return "search";
        }
        WatchCollection collection = collections.getFirst();
        Stream<String> only = Stream.of("facility", "acquisition")
                .flatMap(name -> collection.filters().stream()
                        .map(Filter::parameter)
                        .filter(parameter -> parameter.name().equals(name)))
                .flatMap(parameter -> exchange.arguments().get(parameter).stream())
                .flatMap(value -> value instanceof List<?> several
                        ? several.stream().filter(_ -> several.size() == 1)
                        : Stream.of(value))
                .map(String::valueOf);
        return Stream.concat(only, Stream.of(collection.id())).collect(Collectors.joining("_"));
    }

    private static byte[] csv(WatchCollection collection, List<Row> rows, Exchange exchange) {
        boolean isForSpreadsheets = exchange.arguments()
                .get(CommonParameters.BOM)
                .filter("1"::equals)
                .isPresent();
        return isForSpreadsheets ? Csv.forSpreadsheets(collection, rows) : Csv.of(collection, rows);
    }

    static String extension(ResponseFormat format) {
        return switch (format) {
            case JSON -> ".geojson";
            case CSV -> ".csv";
            case KML -> ".kmz";
            case HTML -> ".html";
        };
    }

    /** Rejects an unknown facility id: an empty response would suggest a facility that was never warm. */
    private static void requireFacilities(
            List<WatchCollection> collections, Exchange exchange, List<PublishedSite> views) {
        collections.stream()
                .flatMap(collection -> collection.filters().stream())
                .map(Filter::parameter)
                .filter(parameter -> parameter.name().equals("facility"))
                .flatMap(parameter -> exchange.arguments().get(parameter).stream())
                .flatMap(value -> value instanceof List<?> ids ? ids.stream() : Stream.of(value))
                .filter(id -> views.stream()
                        .flatMap(view -> view.watched().stream())
                        .map(Feature::id)
                        .noneMatch(id::equals))
                .findFirst()
                .ifPresent(id -> {
                    throw Problem.notFound(
                            "there is no facility or control %s; /collections/facilities/items lists them"
                                    .formatted(Parameter.shown(String.valueOf(id))));
                });
    }

    private static Stream<Row> rows(List<WatchCollection> collections, List<PublishedSite> views, Selection selection) {
        String language = CommonParameters.language(selection.arguments());
        return collections.stream()
                .flatMap(collection -> views.stream()
                        .flatMap(view -> collection
                                .rows(view, selection)
                                .filter(selection::has)
                                .map(row -> TranslatedRow.of(row, view, language))));
    }

    private static String title(List<WatchCollection> collections) {
        return collections.stream().map(WatchCollection::title).collect(Collectors.joining(", "));
    }

    /** The request that a page token is valid for: everything except the token, the limit and the format. */
    private static String pagedRequest(Exchange exchange) {
        Map<String, List<String>> query = new TreeMap<>(exchange.request().query());
        List.of(TOKEN, LIMIT, "f").forEach(query::remove);
        return exchange.request().path() + query;
    }

    private static byte[] json(List<WatchCollection> collections, Exchange exchange, Page page) {
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        head.put("numberMatched", page.matched())
                .put("numberReturned", page.rows().size());
        var links = head.putArray("links");
        links.add(exchange.addresses().link("self", exchange.self(), MediaTypes.GEOJSON, "This page"));
        links.add(exchange.addresses().link("root", "/", MediaTypes.JSON, "Heat Watch"));
        if (collections.size() == 1) {
            WatchCollection collection = collections.getFirst();
            head.put("title", collection.title()).put("description", collection.description());
            links.add(exchange.addresses().link("collection", collection.path(), MediaTypes.JSON, collection.title()));
            FORMATS.stream()
                    .filter(format -> format != ResponseFormat.JSON)
                    .forEach(format -> links.add(exchange.addresses()
                            .link(
                                    "alternate",
                                    exchange.inFormat(format),
                                    type(format),
                                    "The same as " + format.code())));
        }
        page.next().ifPresent(token -> links.add(next(exchange, token)));
        return FeatureJson.collection(head, page.json());
    }

    static String type(ResponseFormat format) {
        return switch (format) {
            case JSON -> MediaTypes.GEOJSON;
            case HTML -> MediaTypes.HTML;
            case CSV -> MediaTypes.CSV;
            case KML -> MediaTypes.KMZ;
        };
    }

    /** The link to the next page. For a POST request, the body is sent again with the token merged in. */
    private static ObjectNode next(Exchange exchange, String token) {
        if (!exchange.request().method().equals("POST")) {
            return exchange.addresses().link("next", nextAddress(exchange, token), MediaTypes.GEOJSON, "Next page");
        }
        ObjectNode link = exchange.addresses()
                .link("next", exchange.request().path(), MediaTypes.GEOJSON, "Next page")
                .put("method", "POST")
                .put("merge", true);
        link.putObject("body").put(TOKEN, token);
        return link;
    }

    private static String nextAddress(Exchange exchange, String token) {
        Map<String, List<String>> query = new TreeMap<>(exchange.request().query());
        query.put(TOKEN, List.of(token));
        return exchange.addresses().of(exchange.request().path(), query);
    }

    /** Adds the next link as a header (RFC 8288), for formats that have no place for links. */
    private static Content withNext(Content content, Exchange exchange, Page page) {
        if (page.next().isEmpty() || exchange.request().method().equals("POST")) {
            return content;
        }
        return content.with(
                "Link",
                "<%s>; rel=\"next\"".formatted(nextAddress(exchange, page.next().get())));
    }

    private PreparedContent item(WatchCollection collection, Exchange exchange) {
        String id = exchange.name("featureId");
        String site = Ids.site(id).orElseThrow(() -> unknown(collection));
        PublicationVersions versions = PublicationVersions.of(cache, List.of(site));
        return new PreparedContent(versions.version(), () -> {
            // An unknown site and an unknown feature get the same answer.
            Optional<PublishedSite> view =
                    cache.view(site, versions.sites().getFirst().manifest());
            Row row = view.flatMap(known -> collection.row(known, id)).orElseThrow(() -> unknown(collection));
            Content content =
                    switch (exchange.format()) {
                        case JSON, HTML ->
                            Content.of(MediaTypes.GEOJSON, FeatureJson.withHeaders(row, exchange.addresses()));
                        case CSV ->
                            Content.of(
                                    MediaTypes.CSV + "; charset=utf-8; header=present",
                                    csv(collection, List.of(row), exchange));
                        case KML -> Content.of(MediaTypes.KMZ, FeatureKml.kmz(row.title(), List.of(row)));
                    };
            String local = id.substring(site.length() + 1).replace(':', '_');
            return content.named(
                    FileNames.dated(view.orElseThrow(), local + "_" + collection.id(), extension(exchange.format())));
        });
    }

    private static Problem unknown(WatchCollection collection) {
        return Problem.notFound(
                "there is no such feature in %s; %s/items lists them".formatted(collection.id(), collection.path()));
    }
}
