package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Standing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Where callers begin: the landing page, what it conforms to, and which collections there are. */
final class EntryPages {
    static final String TITLE = "Heat Watch";
    static final String DESCRIPTION =
            "Is that factory running? Readings of Landsat's thermal band, each with its error.";

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

    EntryPages(Shelf shelf, List<WatchCollection> collections) {
        this.shelf = shelf;
        this.collections = collections;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(route("/", "getLandingPage", "Where to begin", this::landing));
        routes.add(route("/conformance", "getConformance", "Which standards this keeps", this::conformance));
        routes.add(route("/collections", "getCollections", "Which collections there are", this::collections));
        collections.forEach(collection -> routes.add(route(
                collection.path(),
                "describe" + Names.upper(collection.id()),
                "The collection " + collection.id(),
                asked -> collection(collection, asked))));
        return routes;
    }

    private static Route route(String path, String operation, String summary, Function<Exchange, Content> answer) {
        return Route.of(
                path,
                operation,
                "Capabilities",
                summary,
                FORMS,
                TYPES,
                List.of(),
                asked -> Prepared.of(() -> answer.apply(asked)));
    }

    private Content landing(Exchange asked) {
        if (asked.form() == Form.HTML) {
            return landingPage(asked);
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

    private Content landingPage(Exchange asked) {
        Addresses to = asked.addresses();
        List<SiteView> views = Told.of(shelf, List.of()).views();
        Html html = new Html(TITLE, to.of("/?f=html"))
                .intro(
                        views.isEmpty()
                                ? "No site is watched yet. `heatwatch demo` tells a story that is made up; `heatwatch backfill "
                                        + "--site FILE` begins a real watch."
                                : DESCRIPTION)
                .simulated(views.stream().anyMatch(SiteView::isSimulated))
                .forms(List.of(new Html.Cell("JSON", to.of("/?f=json"))));
        views.forEach(view -> site(html, view, to));
        return html.list(
                        "Collections",
                        collections.stream()
                                .map(collection -> new Html.Cell(
                                        collection.title() + ": " + collection.description(),
                                        to.of(collection.path() + "/items?f=html")))
                                .toList())
                .list(
                        "More",
                        List.of(
                                new Html.Cell("What was not seen, and why", to.of("/missing?f=html")),
                                new Html.Cell("How the watch itself is", to.of("/health?f=html")),
                                new Html.Cell("For programs: definition of this API", to.of("/api?f=html")),
                                new Html.Cell("Which standards this keeps", to.of("/conformance?f=html"))))
                .content();
    }

    private static void site(Html html, SiteView view, Addresses to) {
        String asOf = view.manifest()
                .map(told -> "As known at the end of " + told.asOf())
                .orElse("Nothing was told of it yet");
        var standings = view.standings();
        List<List<Html.Cell>> rows = view.watched().stream()
                .map(feature -> List.of(
                        new Html.Cell(
                                feature.label(),
                                to.of("/collections/facilities/items/" + Ids.join(view.id(), feature.id())
                                        + "?f=html")),
                        Html.Cell.of(feature.role().code()),
                        Html.Cell.of(standing(standings.get(feature.id()))),
                        Html.Cell.of(excess(standings.get(feature.id())))))
                .toList();
        html.table(
                view.site().name() + ". " + asOf,
                List.of("name", "role", "state", "in the latest look that saw it, above its idle self"),
                rows);
    }

    private static String standing(@Nullable Standing standing) {
        if (standing == null) {
            return "UNKNOWN";
        }
        return standing.state() + (standing.since() == null ? "" : " since " + standing.since());
    }

    private static String excess(@Nullable Standing standing) {
        var seen = standing == null ? null : standing.latest();
        if (seen == null || seen.effectiveKelvin() == null || seen.effectiveStandardError() == null) {
            return "never seen";
        }
        return String.format(
                Locale.ROOT,
                "%+.1f K \u00b1 %.1f, %s%s",
                seen.effectiveKelvin(),
                seen.effectiveStandardError(),
                seen.acquiredAt().substring(0, 10),
                seen.provisional() ? ", provisional" : "");
    }

    private Content conformance(Exchange asked) {
        if (asked.form() == Form.HTML) {
            return new Html("Which standards this keeps", asked.addresses().of("/?f=html"))
                    .forms(List.of(new Html.Cell("JSON", asked.inForm(Form.JSON))))
                    .list(
                            "",
                            CONFORMS_TO.stream()
                                    .map(uri -> new Html.Cell(uri, uri))
                                    .toList())
                    .content();
        }
        ObjectNode page = NODES.objectNode();
        CONFORMS_TO.forEach(page.putArray("conformsTo")::add);
        return Content.json(MediaTypes.JSON, page);
    }

    private Content collections(Exchange asked) {
        if (asked.form() == Form.HTML) {
            return new Html("Collections", asked.addresses().of("/?f=html"))
                    .forms(List.of(new Html.Cell("JSON", asked.inForm(Form.JSON))))
                    .list(
                            "",
                            collections.stream()
                                    .map(collection -> new Html.Cell(
                                            collection.title() + ": " + collection.description(),
                                            asked.addresses().of(collection.path() + "?f=html")))
                                    .toList())
                    .content();
        }
        List<SiteView> views = Told.of(shelf, List.of()).views();
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
        if (asked.form() == Form.HTML) {
            return new Html(collection.title(), asked.addresses().of("/?f=html"))
                    .intro(collection.description())
                    .forms(List.of(new Html.Cell("JSON", asked.inForm(Form.JSON))))
                    .list(
                            "",
                            List.of(new Html.Cell(
                                    "Its features", asked.addresses().of(collection.path() + "/items?f=html"))))
                    .table(
                            "What is told of each",
                            List.of("property", "meaning"),
                            collection.columns().stream()
                                    .map(column ->
                                            List.of(Html.Cell.of(column.name()), Html.Cell.of(column.description())))
                                    .toList())
                    .content();
        }
        return Content.json(
                MediaTypes.JSON, described(collection, Told.of(shelf, List.of()).views(), asked.addresses()));
    }

    private ObjectNode described(WatchCollection collection, List<SiteView> views, Addresses to) {
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

    private static ObjectNode extent(List<SiteView> views) {
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
        Optional<LocalDate> first = manifests(views)
                .flatMap(told -> told.readings().stream())
                .map(reading -> ProductId.parse(reading.split(" ", 2)[0]).acquisition())
                .map(Acquisition::date)
                .min(LocalDate::compareTo);
        Optional<LocalDate> last =
                manifests(views).map(told -> LocalDate.parse(told.asOf())).max(LocalDate::compareTo);
        interval.add(first.map(day -> day + "T00:00:00Z").orElse(null));
        interval.add(last.map(day -> TimeSpan.endOf(day).toString()).orElse(null));
        return extent;
    }

    private static Stream<Manifest> manifests(List<SiteView> views) {
        return views.stream().flatMap(view -> view.manifest().stream());
    }
}
