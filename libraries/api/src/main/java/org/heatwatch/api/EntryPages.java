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

/** Where callers begin: the landing page, what it conforms to, and which collections there are. */
final class EntryPages {
    static final String TITLE = "Heat Watch";
    static final String DESCRIPTION =
            "Is that factory running? Readings of Landsat's thermal band, each with its error.";

    private static final String TAG = "Capabilities";
    private static final List<Form> FORMS = List.of(Form.JSON, Form.HTML);
    private static final List<String> TYPES = List.of(MediaTypes.JSON, MediaTypes.HTML);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String LICENCE = "https://www.usgs.gov/emergency-operations-portal/data-policy";

    /** Only what holds; tests go through what each of them asks for. */
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
            "https://api.stacspec.org/v1.0.0/item-search#sort");

    private final Shelf shelf;
    private final List<WatchCollection> collections;
    private final WebPages pages;

    EntryPages(Shelf shelf, List<WatchCollection> collections, WebPages pages) {
        this.shelf = shelf;
        this.pages = pages;
        this.collections = collections;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.of(
                "/",
                "getLandingPage",
                TAG,
                "Where to begin; for people, the dashboard",
                "LandingPage",
                FORMS,
                TYPES,
                pages.parameters(),
                asked -> Prepared.of(() -> landing(asked))));
        routes.add(route(
                "/conformance", "getConformance", "Which standards this keeps", "Conformance", this::conformance));
        routes.add(route(
                "/collections", "getCollections", "Which collections there are", "Collections", this::collections));
        collections.forEach(collection -> routes.add(route(
                collection.path(),
                "describe" + Names.upper(collection.id()),
                "The collection " + collection.id(),
                "Collection",
                asked -> collection(collection, asked))));
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
                FORMS,
                TYPES,
                List.of(),
                asked -> Prepared.of(() -> answer.apply(asked)));
    }

    private Content landing(Exchange asked) {
        if (asked.form() == Form.HTML) {
            return pages.dashboard(asked);
        }
        Addresses to = asked.addresses();
        ObjectNode page = NODES.objectNode()
                .put("type", "Catalog")
                .put("stac_version", FeatureJson.STAC_VERSION)
                .put("id", "heatwatch")
                .put("title", TITLE)
                .put("description", DESCRIPTION);
        CONFORMS_TO.forEach(page.putArray("conformsTo")::add);
        ArrayNode links = page.putArray("links");
        links.add(to.link("self", asked.self(), MediaTypes.JSON, "This page"));
        links.add(to.link("root", "/", MediaTypes.JSON, TITLE));
        links.add(to.link("alternate", "/?f=html", MediaTypes.HTML, "This page for people"));
        links.add(to.link("service-desc", "/api", MediaTypes.OPENAPI, "Definition of this API"));
        links.add(to.link("service-doc", "/api?f=html", MediaTypes.HTML, "Definition of this API for people"));
        links.add(to.link("conformance", "/conformance", MediaTypes.JSON, "Which standards this keeps"));
        links.add(to.link("data", "/collections", MediaTypes.JSON, "Collections"));
        links.add(to.link("search", "/search", MediaTypes.GEOJSON, "Search in all collections")
                .put("method", "GET"));
        links.add(to.link("search", "/search", MediaTypes.GEOJSON, "Search in all collections")
                .put("method", "POST"));
        links.add(to.link("status", "/health", MediaTypes.JSON, "How the watch itself is"));
        links.add(to.link("related", "/missing", MediaTypes.JSON, "What was not seen, and why"));
        collections.forEach(
                collection -> links.add(to.link("child", collection.path(), MediaTypes.JSON, collection.title())));
        return Content.json(MediaTypes.JSON, page);
    }

    private Content conformance(Exchange asked) {
        ObjectNode page = NODES.objectNode();
        CONFORMS_TO.forEach(page.putArray("conformsTo")::add);
        return Content.json(MediaTypes.JSON, page);
    }

    private Content collections(Exchange asked) {
        List<PublishedSite> views = Told.of(shelf, List.of()).views();
        ObjectNode page = NODES.objectNode();
        ArrayNode all = page.putArray("collections");
        collections.forEach(collection -> all.add(described(collection, views, asked.addresses())));
        ArrayNode links = page.putArray("links");
        links.add(asked.addresses().link("self", asked.self(), MediaTypes.JSON, "This page"));
        links.add(asked.addresses().link("alternate", "/collections?f=html", MediaTypes.HTML, "This page for people"));
        links.add(asked.addresses().link("root", "/", MediaTypes.JSON, TITLE));
        return Content.json(MediaTypes.JSON, page);
    }

    private Content collection(WatchCollection collection, Exchange asked) {
        return Content.json(
                MediaTypes.JSON, described(collection, Told.of(shelf, List.of()).views(), asked.addresses()));
    }

    private ObjectNode described(WatchCollection collection, List<PublishedSite> views, Addresses to) {
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
        links.add(to.link("self", collection.path(), MediaTypes.JSON, collection.title()));
        links.add(to.link("alternate", collection.path() + "?f=html", MediaTypes.HTML, "This page for people"));
        links.add(to.link("root", "/", MediaTypes.JSON, TITLE));
        links.add(to.link("parent", "/", MediaTypes.JSON, TITLE));
        ItemPages.FORMS.forEach(form -> links.add(to.link(
                "items",
                form == Form.JSON ? items : items + "?f=" + form.code(),
                ItemPages.type(form),
                collection.title() + " as " + form.code())));
        links.add(to.link("license", LICENCE, MediaTypes.HTML, "Landsat data courtesy of the U.S. Geological Survey"));
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
                .flatMap(told -> told.readings().stream())
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
