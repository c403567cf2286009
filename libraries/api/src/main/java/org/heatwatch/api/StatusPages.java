package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PublishedJson;
import org.jspecify.annotations.Nullable;

/** How the watch itself is, and what it did not see. */
final class StatusPages {
    private static final List<Form> HEALTH_FORMS = List.of(Form.JSON, Form.HTML);
    private static final List<Form> MISSING_FORMS = List.of(Form.JSON, Form.HTML, Form.CSV);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("site"),
                    Arrays.stream(MissingPass.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("simulated"))
            .flatMap(names -> names)
            .toList();

    private final Shelf shelf;

    StatusPages(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/health",
                        "getHealth",
                        "Status",
                        "How the watch itself is",
                        "Health",
                        HEALTH_FORMS,
                        List.of(MediaTypes.JSON, MediaTypes.HTML),
                        List.of(),
                        _ -> Prepared.of(this::health)),
                Route.of(
                        "/missing",
                        "getMissing",
                        "Status",
                        "Which passes told nothing of any facility, and why; of the last year unless asked otherwise",
                        "Missing",
                        MISSING_FORMS,
                        List.of(MediaTypes.JSON, MediaTypes.HTML, MediaTypes.CSV),
                        List.of(CommonParameters.ONE_SITE, CommonParameters.DATETIME),
                        asked -> Prepared.of(() -> missing(asked))));
    }

    private Content health() {
        ObjectNode page = NODES.objectNode().put("status", "up").put("code", CodeVersion.current());
        ArrayNode sites = page.putArray("sites");
        for (Told.One one : Told.of(shelf, List.of()).sites()) {
            Optional<Manifest> told = one.manifest();
            ObjectNode node = sites.addObject().put("site", one.siteId());
            node.put(
                    "lastNotification",
                    shelf.sources()
                            .times()
                            .lastHeard(one.siteId())
                            .map(Object::toString)
                            .orElse(null));
            node.put(
                    "lastScene",
                    told.filter(known -> !known.readings().isEmpty())
                            .map(known -> known.readings().getLast().split(" ", 2)[0])
                            .orElse(null));
            node.put("scenes", told.map(known -> known.readings().size()).orElse(0));
            node.put("asOf", told.map(Manifest::asOf).map(LocalDate::toString).orElse(null));
            node.put("ledgerDigest", told.map(Manifest::run).orElse(null));
            node.put("siteVersion", told.map(Manifest::siteVersion).orElse(null));
            node.put("toldBy", told.map(Manifest::codeVersion).orElse(null));
            node.put("simulated", told.map(Manifest::simulated).orElse(null));
        }
        return Content.json(MediaTypes.JSON, page);
    }

    private Content missing(Exchange asked) {
        PublishedSite view = shelf.one(asked.arguments().get(CommonParameters.ONE_SITE))
                .views()
                .getFirst();
        List<MissingPass> passes =
                MissingPass.of(view, shelf.sources().ledger(), asked.arguments().get(CommonParameters.DATETIME));
        if (asked.form() == Form.CSV) {
            return Content.of(
                    MediaTypes.CSV + "; charset=utf-8; header=present",
                    Csv.bytes(COLUMNS, passes.stream().map(p -> cells(view, p)).toList()));
        }
        return Content.json(MediaTypes.JSON, json(view, passes, asked));
    }

    private static List<@Nullable Object> cells(PublishedSite view, MissingPass pass) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(view.id());
        PublishedJson.object(pass).forEach(value -> cells.add(PublishedJson.plain(value)));
        cells.add(view.isSimulated());
        return cells;
    }

    private static ObjectNode json(PublishedSite view, List<MissingPass> passes, Exchange asked) {
        ObjectNode page = NODES.objectNode().put("site", view.id());
        page.put("simulated", view.isSimulated());
        page.put("title", "What was not seen, and why");
        page.put(
                "description",
                "Passes over %s that told nothing of any facility. Not seen is not the same as cold."
                        .formatted(view.site().name()));
        page.put("asOf", view.asOf().map(LocalDate::toString).orElse(null));
        page.set("passes", PublishedJson.of(passes));
        page.putArray("links").add(asked.addresses().link("self", asked.self(), MediaTypes.JSON, "This page"));
        return page;
    }
}
