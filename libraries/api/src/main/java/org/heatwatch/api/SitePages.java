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
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;

/** Definitions of sites, to be read and to be checked. Nothing is kept of what is sent here. */
public final class SitePages {
    /** Of a definition in bytes; a table's item holds no more. */
    public static final int LARGEST = 350_000;

    /** Header of a definition that tells its version. */
    public static final String VERSION = "Heatwatch-Site-Version";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Shelf shelf;
    private final Parameter<Integer> version =
            Parameter.integer("version", "An older version of it; otherwise the current one.", 1, 999_999, 1);

    SitePages(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/sites/{site}.geojson",
                        "getSite",
                        "Sites",
                        "The definition of a site as it is in force, which may be newer than what was last told",
                        "Site",
                        List.of(Form.JSON),
                        List.of(MediaTypes.GEOJSON),
                        List.of(version),
                        asked -> Prepared.of(() -> definition(asked))),
                Route.of(
                                "/sites/check",
                                "checkSite",
                                "Sites",
                                "Every defect of a definition, and what to do about it",
                                "Findings",
                                List.of(Form.JSON),
                                List.of(MediaTypes.JSON),
                                List.of(),
                                asked -> Prepared.of(() -> Content.json(
                                        MediaTypes.JSON, check(asked.request().body()))))
                        .asked(Route.Asking.DOCUMENT));
    }

    private Content definition(Exchange asked) {
        String id = asked.name("site");
        Optional<Integer> wanted = asked.arguments().get(version);
        SiteDefinition definition = (Ids.SLUG.matcher(id).matches()
                        ? wanted.map(number -> shelf.sources().ledger().site(id, number))
                                .orElseGet(() -> shelf.sources().ledger().site(id))
                        : Optional.<SiteDefinition>empty())
                .orElseThrow(() -> Problem.notFound(
                        "no site is called so, or it has no such version; known: " + shelf.siteNames()));
        return Content.of(MediaTypes.GEOJSON, definition.text().getBytes(StandardCharsets.UTF_8))
                .with(VERSION, Integer.toString(definition.version()))
                .with("Content-Disposition", "inline; filename=\"" + id + ".geojson\"");
    }

    private static ObjectNode check(byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.badParameter("body", "longer than %d bytes".formatted(LARGEST));
        }
        if (!isObject(body)) {
            throw Problem.badParameter("body", "no object in JSON; send the definition of a site");
        }
        try {
            Site site = SiteFile.parse(new String(body, StandardCharsets.UTF_8), "the definition");
            return findings(List.of(), site.warnings());
        } catch (BadSite e) {
            return findings(e.defects(), List.of());
        }
    }

    private static boolean isObject(byte[] body) {
        try {
            // As text: of bytes, Jackson refuses names with escaped surrogates.
            return MAPPER.readTree(new String(body, StandardCharsets.UTF_8)).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    /** What was found in a definition. */
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
