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
import org.heatwatch.language.Phrases;
import org.heatwatch.language.Reasons;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PublishedJson;
import org.jspecify.annotations.Nullable;

/** Serves the status of the service and the list of missing passes. */
final class StatusResource {
    private static final List<ResponseFormat> HEALTH_FORMATS = List.of(ResponseFormat.JSON, ResponseFormat.HTML);
    private static final List<ResponseFormat> MISSING_FORMATS =
            List.of(ResponseFormat.JSON, ResponseFormat.HTML, ResponseFormat.CSV);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("site"),
                    Arrays.stream(MissingPass.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("simulated"))
            .flatMap(names -> names)
            .toList();

    private final PublicationCache cache;

    StatusResource(PublicationCache cache) {
        this.cache = cache;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "/health",
                        "getHealth",
                        "Status",
                        "Status of the service",
                        "Health",
                        HEALTH_FORMATS,
                        List.of(MediaTypes.JSON, MediaTypes.HTML),
                        SiteListing.PARAMETERS,
                        exchange -> PreparedContent.of(() -> health(exchange))),
                Route.of(
                        "/missing",
                        "getMissing",
                        "Status",
                        "Passes in which no facility was observed, and why; by default of the last year",
                        "Missing",
                        MISSING_FORMATS,
                        List.of(MediaTypes.JSON, MediaTypes.HTML, MediaTypes.CSV),
                        List.of(CommonParameters.ONE_SITE, CommonParameters.DATETIME, CommonParameters.LANGUAGE),
                        exchange -> PreparedContent.of(() -> missing(exchange))));
    }

    private Content health(Exchange exchange) {
        ObjectNode page = NODES.objectNode().put("status", "up").put("code", CodeVersion.current());
        ArrayNode sites = page.putArray("sites");
        SiteListing listing = SiteListing.of(exchange, cache.sources().ledger());
        for (String siteId : listing.ids()) {
            Optional<Manifest> manifest = cache.manifest(siteId);
            ObjectNode node = sites.addObject().put("site", siteId);
            node.put(
                    "lastNotification",
                    cache.sources()
                            .times()
                            .lastNotification(siteId)
                            .map(Object::toString)
                            .orElse(null));
            node.put(
                    "lastScene",
                    manifest.filter(known -> !known.sceneKeys().isEmpty())
                            .map(known -> known.sceneKeys().getLast().split(" ", 2)[0])
                            .orElse(null));
            node.put("scenes", manifest.map(known -> known.sceneKeys().size()).orElse(0));
            node.put(
                    "asOf",
                    manifest.map(Manifest::asOf).map(LocalDate::toString).orElse(null));
            node.put("ledgerDigest", manifest.map(Manifest::run).orElse(null));
            node.put("siteVersion", manifest.map(Manifest::siteVersion).orElse(null));
            node.put("toldBy", manifest.map(Manifest::codeVersion).orElse(null));
            node.put("simulated", manifest.map(Manifest::simulated).orElse(null));
        }
        listing.next("/health", exchange).ifPresent(page.putArray("links")::add);
        return Content.json(MediaTypes.JSON, page);
    }

    private Content missing(Exchange exchange) {
        PublishedSite view = cache.one(exchange.arguments().get(CommonParameters.ONE_SITE))
                .views()
                .getFirst();
        Phrases phrases = Reasons.in(CommonParameters.language(exchange.arguments()));
        List<MissingPass> passes =
                MissingPass.of(
                                view,
                                cache.sources().ledger(),
                                exchange.arguments().get(CommonParameters.DATETIME))
                        .stream()
                        .map(pass -> pass.in(phrases))
                        .toList();
        if (exchange.format() == ResponseFormat.CSV) {
            return Content.of(MediaTypes.CSV + "; charset=utf-8; header=present", csv(view, passes))
                    .named(FileNames.dated(view, "missing", ".csv"));
        }
        ObjectNode page = json(view, passes);
        page.putArray("links").add(exchange.addresses().link("self", exchange.self(), MediaTypes.JSON, "This page"));
        return Content.json(MediaTypes.JSON, page).named(FileNames.dated(view, "missing", ".json"));
    }

    static byte[] csv(PublishedSite view, List<MissingPass> passes) {
        return Csv.bytes(COLUMNS, passes.stream().map(pass -> cells(view, pass)).toList());
    }

    private static List<@Nullable Object> cells(PublishedSite view, MissingPass pass) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(view.id());
        PublishedJson.object(pass).forEach(value -> cells.add(PublishedJson.plain(value)));
        cells.add(view.isSimulated());
        return cells;
    }

    static ObjectNode json(PublishedSite view, List<MissingPass> passes) {
        ObjectNode page = NODES.objectNode().put("site", view.id());
        page.put("simulated", view.isSimulated());
        page.put("title", "Passes without observations, and why");
        page.put(
                "description",
                "Passes over %s in which no facility was observed. Not observed does not mean cold."
                        .formatted(view.site().name()));
        page.put("asOf", view.asOf().map(LocalDate::toString).orElse(null));
        page.set("passes", PublishedJson.of(passes));
        return page;
    }
}
