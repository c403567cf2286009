package org.heatwatch.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SharedDefects;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSites;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;

/** Serves site definitions, and checks definitions that are sent. Nothing that is sent is stored. */
public final class SitesResource {
    /** Maximum size of a definition in bytes, limited by the item size of DynamoDB. */
    public static final int LARGEST = 5_000_000;

    /** Response header with the version of a definition. */
    public static final String VERSION = "Heatwatch-Site-Version";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PublicationCache cache;
    private final Parameter<Integer> version =
            Parameter.integer("version", "Version of the definition; by default the current one.", 1, 999_999, 1);

    SitesResource(PublicationCache cache) {
        this.cache = cache;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/sites",
                        "getSites",
                        "Sites",
                        "Watched sites, in pages",
                        "Sites",
                        List.of(ResponseFormat.JSON, ResponseFormat.HTML),
                        List.of(MediaTypes.JSON, MediaTypes.HTML),
                        SiteListing.PARAMETERS,
                        exchange -> PreparedContent.of(() -> list(exchange))),
                Route.of(
                        "/sites/{site}.geojson",
                        "getSite",
                        "Sites",
                        "Current definition of a site, which may be newer than the published one",
                        "Site",
                        List.of(ResponseFormat.JSON),
                        List.of(MediaTypes.GEOJSON),
                        List.of(version),
                        exchange -> PreparedContent.of(() -> definition(exchange))),
                Route.of(
                                "/sites/check",
                                "checkSite",
                                "Sites",
                                "Checks a definition: all its defects, with advice",
                                "Findings",
                                List.of(ResponseFormat.JSON),
                                List.of(MediaTypes.JSON),
                                List.of(),
                                exchange -> PreparedContent.of(() -> Content.json(
                                        MediaTypes.JSON,
                                        check(exchange.request().body()))))
                        .withInput(Route.Input.DOCUMENT));
    }

    /** A site that cannot be read is named with the reason and does not affect the others. */
    private Content list(Exchange exchange) {
        Ledger ledger = cache.sources().ledger();
        SiteListing listing = SiteListing.of(exchange, ledger);
        StoredSites stored = ledger.sites(listing.ids());
        ObjectNode page = NODES.objectNode().put("title", "Watched sites");
        ArrayNode sites = page.putArray("sites");
        ArrayNode unreadable = page.putArray("unreadable");
        stored.unreadable().forEach(failure -> unreadable.add(failure.getMessage()));
        for (SiteDefinition definition : stored.definitions()) {
            try {
                add(sites, definition, exchange.addresses());
            } catch (BadSite e) {
                unreadable.add(e.getMessage());
            }
        }
        ArrayNode links = page.putArray("links");
        links.add(exchange.addresses().link("self", exchange.self(), MediaTypes.JSON, "This page"));
        listing.next("/sites", exchange).ifPresent(links::add);
        return Content.json(MediaTypes.JSON, page);
    }

    private static void add(ArrayNode sites, SiteDefinition definition, Addresses addresses) {
        Site site = definition.site();
        ObjectNode node = sites.addObject()
                .put("id", site.id())
                .put("name", site.name())
                .put("version", definition.version())
                .put("features", site.features().size())
                .put("href", addresses.of("/sites/" + site.id() + ".geojson"));
        ArrayNode scenes = node.putArray("scenes");
        site.scenes().forEach(scene -> scenes.add(scene.scene().toString()));
    }

    private Content definition(Exchange exchange) {
        String id = exchange.name("site");
        Optional<Integer> wanted = exchange.arguments().get(version);
        SiteDefinition definition = (Ids.SLUG.matcher(id).matches()
                        ? wanted.map(number -> cache.sources().ledger().site(id, number))
                                .orElseGet(() -> cache.sources().ledger().site(id))
                        : Optional.<SiteDefinition>empty())
                .orElseThrow(
                        () -> Problem.notFound("there is no such site or version; known sites: " + cache.siteNames()));
        return Content.of(MediaTypes.GEOJSON, definition.textWithCurrentNames().getBytes(StandardCharsets.UTF_8))
                .with(VERSION, Integer.toString(definition.version()))
                .with("Content-Disposition", "inline; filename=\"" + id + ".geojson\"");
    }

    private static ObjectNode check(byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.badParameter("body", "longer than %d bytes".formatted(LARGEST));
        }
        if (!isObject(body)) {
            throw Problem.badParameter("body", "not a JSON object; send a site definition");
        }
        try {
            Site site = SiteFile.parse(new String(body, StandardCharsets.UTF_8), "the definition");
            return findings(List.of(), SharedDefects.combined(site.warnings()));
        } catch (BadSite e) {
            return findings(e.defects(), List.of());
        }
    }

    private static boolean isObject(byte[] body) {
        try {
            // Parsed as text: from bytes, Jackson rejects member names with escaped surrogates.
            return MAPPER.readTree(new String(body, StandardCharsets.UTF_8)).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    /** The result of checking a definition, as JSON. */
    public static ObjectNode findings(List<SiteDefect> defects, List<SiteDefect> warnings) {
        ObjectNode page = NODES.objectNode().put("good", defects.isEmpty());
        add(page.putArray("defects"), defects);
        add(page.putArray("warnings"), warnings);
        return page;
    }

    private static void add(ArrayNode list, List<SiteDefect> defects) {
        defects.forEach(defect -> list.addObject()
                .put("where", defect.where())
                .put("problem", defect.problem())
                .put("advice", defect.advice()));
    }
}
