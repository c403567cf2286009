package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.locationtech.jts.geom.Envelope;

/** Serves the landing page, the conformance declaration and the descriptions of the collections. */
final class LandingResource {
    static final String TITLE = "Heat Watch";
    static final String DESCRIPTION =
            "Is that factory running? Observations in Landsat's thermal band, each with its standard error.";

    private static final String TAG = "Capabilities";
    private static final List<ResponseFormat> FORMATS = List.of(ResponseFormat.JSON, ResponseFormat.HTML);
    private static final List<String> TYPES = List.of(MediaTypes.JSON, MediaTypes.HTML);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String LICENCE = "https://www.usgs.gov/emergency-operations-portal/data-policy";

    /** Only classes whose requirements are covered by tests. */
    private static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "https://api.stacspec.org/v1.0.0/core",
            "https://api.stacspec.org/v1.0.0/collections",
            "https://api.stacspec.org/v1.0.0/ogcapi-features",
            "https://api.stacspec.org/v1.0.0/ogcapi-features#sort",
            "https://api.stacspec.org/v1.0.0/item-search",
            "https://api.stacspec.org/v1.0.0/item-search#sort",
            "https://api.stacspec.org/v1.0.0/item-search#filter",
            "https://api.stacspec.org/v1.0.0/ogcapi-features#filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus");

    private final PublicationCache cache;
    private final List<WatchCollection> collections;
    private final WebResource pages;

    LandingResource(PublicationCache cache, List<WatchCollection> collections, WebResource pages) {
        this.cache = cache;
        this.pages = pages;
        this.collections = collections;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.of(
                "/",
                "getLandingPage",
                TAG,
                "Landing page; in HTML, the dashboard",
                "LandingPage",
                FORMATS,
                TYPES,
                pages.parameters(),
                exchange -> PreparedContent.of(() -> landing(exchange))));
        routes.add(route(
                "/conformance", "getConformance", "Conformance classes of this API", "Conformance", this::conformance));
        routes.add(
                route("/collections", "getCollections", "Collections of this API", "Collections", this::collections));
        collections.forEach(collection -> routes.add(route(
                collection.path(),
                "describe" + OperationNames.upper(collection.id()),
                "The collection " + collection.id(),
                "Collection",
                exchange -> collection(collection, exchange))));
        return routes;
    }

    private static Route route(
            String path, String operation, String summary, String schema, Function<Exchange, Content> answer) {
        return Route.of(
                path,
                operation,
                TAG,
                summary,
                schema,
                FORMATS,
                TYPES,
                List.of(),
                exchange -> PreparedContent.of(() -> answer.apply(exchange)));
    }

    private Content landing(Exchange exchange) {
        if (exchange.format() == ResponseFormat.HTML) {
            return pages.dashboard(exchange);
        }
        Addresses addresses = exchange.addresses();
        ObjectNode page = NODES.objectNode()
                .put("type", "Catalog")
                .put("stac_version", FeatureJson.STAC_VERSION)
                .put("id", "heatwatch")
                .put("title", TITLE)
                .put("description", DESCRIPTION);
        CONFORMS_TO.forEach(page.putArray("conformsTo")::add);
        ArrayNode links = page.putArray("links");
        links.add(addresses.link("self", exchange.self(), MediaTypes.JSON, "This page"));
        links.add(addresses.link("root", "/", MediaTypes.JSON, TITLE));
        links.add(addresses.link("alternate", "/?f=html", MediaTypes.HTML, "This page in HTML"));
        links.add(addresses.link("service-desc", "/api", MediaTypes.OPENAPI, "Definition of this API"));
        links.add(addresses.link("service-doc", "/api?f=html", MediaTypes.HTML, "Definition of this API in HTML"));
        links.add(addresses.link("conformance", "/conformance", MediaTypes.JSON, "Conformance classes of this API"));
        links.add(addresses.link("data", "/collections", MediaTypes.JSON, "Collections"));
        links.add(addresses
                .link("search", "/search", MediaTypes.GEOJSON, "Search all collections")
                .put("method", "GET"));
        links.add(addresses
                .link("search", "/search", MediaTypes.GEOJSON, "Search all collections")
                .put("method", "POST"));
        links.add(addresses.link(Queryables.RELATION, Queryables.PATH, MediaTypes.SCHEMA, "Properties for filters"));
        links.add(addresses.link("related", "/sites", MediaTypes.JSON, "Watched sites"));
        links.add(addresses.link("status", "/health", MediaTypes.JSON, "Status of the service"));
        links.add(addresses.link("related", "/missing", MediaTypes.JSON, "Passes without observations, and why"));
        cache.siteIds().stream()
                .limit(PublicationCache.MAX_SITES)
                .forEach(site -> links.add(addresses.link(
                        "related",
                        FeedResource.path(site),
                        MediaTypes.ATOM,
                        "Latest alerts of %s as an Atom feed".formatted(site))));
        collections.forEach(collection ->
                links.add(addresses.link("child", collection.path(), MediaTypes.JSON, collection.title())));
        return Content.json(MediaTypes.JSON, page);
    }

    private Content conformance(Exchange exchange) {
        ObjectNode page = NODES.objectNode();
        CONFORMS_TO.forEach(page.putArray("conformsTo")::add);
        return Content.json(MediaTypes.JSON, page);
    }

    private Content collections(Exchange exchange) {
        List<PublishedSite> views = viewsForExtent();
        ObjectNode page = NODES.objectNode();
        ArrayNode all = page.putArray("collections");
        collections.forEach(collection -> all.add(described(collection, views, exchange.addresses())));
        ArrayNode links = page.putArray("links");
        links.add(exchange.addresses().link("self", exchange.self(), MediaTypes.JSON, "This page"));
        links.add(exchange.addresses().link("alternate", "/collections?f=html", MediaTypes.HTML, "This page in HTML"));
        links.add(exchange.addresses().link("root", "/", MediaTypes.JSON, TITLE));
        return Content.json(MediaTypes.JSON, page);
    }

    private Content collection(WatchCollection collection, Exchange exchange) {
        return Content.json(MediaTypes.JSON, described(collection, viewsForExtent(), exchange.addresses()));
    }

    /** The sites whose extent the collections have; none, which means the whole world, if there are too many. */
    private List<PublishedSite> viewsForExtent() {
        return cache.siteIds().size() > PublicationCache.MAX_SITES
                ? List.of()
                : PublicationVersions.of(cache, List.of()).views();
    }

    private ObjectNode described(WatchCollection collection, List<PublishedSite> views, Addresses addresses) {
        ObjectNode page = NODES.objectNode()
                .put("type", "Collection")
                .put("stac_version", FeatureJson.STAC_VERSION)
                .put("id", collection.id())
                .put("title", collection.title())
                .put("description", collection.description())
                .put("license", "other")
                .put("itemType", "feature");
        page.putArray("crs").add(CRS84);
        page.set("extent", extent(views));
        ObjectNode properties = page.putObject("properties");
        collection.columns().forEach(column -> properties.put(column.name(), column.description()));
        ArrayNode links = page.putArray("links");
        String items = collection.path() + "/items";
        links.add(addresses.link("self", collection.path(), MediaTypes.JSON, collection.title()));
        links.add(addresses.link("alternate", collection.path() + "?f=html", MediaTypes.HTML, "This page in HTML"));
        links.add(addresses.link("root", "/", MediaTypes.JSON, TITLE));
        links.add(addresses.link("parent", "/", MediaTypes.JSON, TITLE));
        ItemsResource.FORMATS.forEach(format -> links.add(addresses.link(
                "items",
                format == ResponseFormat.JSON ? items : items + "?f=" + format.code(),
                ItemsResource.type(format),
                collection.title() + " as " + format.code())));
        links.add(addresses.link(
                Queryables.RELATION, collection.path() + Queryables.PATH, MediaTypes.SCHEMA, "Properties for filters"));
        links.add(addresses.link(
                "license", LICENCE, MediaTypes.HTML, "Landsat data courtesy of the U.S. Geological Survey"));
        return page;
    }

    private static ObjectNode extent(List<PublishedSite> views) {
        Envelope bounds = new Envelope();
        views.forEach(view -> bounds.expandToInclude(view.site().bounds().envelope()));
        ObjectNode extent = NODES.objectNode();
        ArrayNode box =
                extent.putObject("spatial").put("crs", CRS84).putArray("bbox").addArray();
        if (bounds.isNull()) {
            box.add(-180).add(-90).add(180).add(90);
        } else {
            box.add(bounds.getMinX())
                    .add(bounds.getMinY())
                    .add(bounds.getMaxX())
                    .add(bounds.getMaxY());
        }
        ArrayNode interval = extent.putObject("temporal").putArray("interval").addArray();
        Optional<LocalDate> first = views.stream()
                .flatMap(view -> view.manifest().stream())
                .flatMap(manifest -> manifest.sceneKeys().stream())
                .map(reading -> ProductId.parse(reading.split(" ", 2)[0]).acquisition())
                .map(Acquisition::date)
                .min(LocalDate::compareTo);
        Optional<LocalDate> last =
                views.stream().flatMap(view -> view.asOf().stream()).max(LocalDate::compareTo);
        interval.add(first.map(day -> day + "T00:00:00Z").orElse(null));
        interval.add(last.map(day -> TimeSpan.endOf(day).toString()).orElse(null));
        return extent;
    }
}
