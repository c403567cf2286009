package org.heatwatch.cli.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Site;
import org.heatwatch.site.plan.OutlineFile;
import org.heatwatch.site.plan.OutlineFileReader;
import org.heatwatch.site.plan.OutlineImport;
import org.heatwatch.site.plan.PlannedSite;
import org.heatwatch.site.plan.SitePlanner;
import org.heatwatch.site.plan.SiteRequest;
import org.locationtech.jts.geom.Envelope;

/**
 * Makes definitions of new sites, and features from files of building outlines, for the editor. Nothing is stored: the
 * editor shows the result and saves it through {@link SiteEditService}. Passes all other requests on.
 *
 * <p>{@code POST /sites/new?name=&latitude=&longitude=&radius=} (radius in km) and {@code POST /sites/ID/outlines}; the
 * body is a file of outlines, which may be empty for a new site.
 */
public final class SiteImportService implements LocalServer.Answerer {
    private static final Pattern OUTLINES = Pattern.compile("/sites/([a-z0-9-]{1,100})/outlines");
    private static final String NEW_SITE = "/sites/new";
    private static final double METRES = 1000;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final LocalServer.Answerer next;
    private final Ledger ledger;

    /** @param next answers all other requests */
    public SiteImportService(LocalServer.Answerer next, Ledger ledger) {
        this.next = next;
        this.ledger = ledger;
    }

    @Override
    public Response answer(Request request) {
        Matcher outlines = OUTLINES.matcher(request.path());
        boolean isNew = request.path().equals(NEW_SITE);
        if (!request.method().equals("POST") || !(isNew || outlines.matches())) {
            return next.answer(request);
        }
        String origin = request.headers().get("Origin");
        if (origin != null && !origin.equals(request.base())) {
            return problem(FORBIDDEN, "pages of other origins cannot use the editor");
        }
        try {
            return isNew ? planned(request) : imported(outlines.group(1), request);
        } catch (HeatWatchException e) {
            return problem(UNPROCESSABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Response planned(Request request) {
        Optional<Double> latitude = number(request, "latitude");
        Optional<Double> longitude = number(request, "longitude");
        Optional<Double> radius = number(request, "radius");
        Optional<String> name = text(request, "name");
        if (name.isEmpty() || latitude.isEmpty() || longitude.isEmpty() || radius.isEmpty()) {
            return problem(Response.BAD_REQUEST, "give name, latitude, longitude and radius");
        }
        SitePlanner planner =
                new SitePlanner(SiteRequest.circle(name.get(), longitude.get(), latitude.get(), radius.get() * METRES));
        PlannedSite plan = request.body().length == 0
                ? planner.withoutBuildings()
                : planner.withBuildings(file(request, planner.area()));
        ObjectNode body = NODES.objectNode().put("id", plan.site().id());
        body.set("definition", parsed(plan.text()));
        return json(Response.OK, "application/json", withReport(body, plan.report()));
    }

    private Response imported(String siteId, Request request) {
        Optional<SiteDefinition> definition = ledger.site(siteId);
        if (definition.isEmpty()) {
            return problem(Response.NOT_FOUND, "there is no site " + siteId);
        }
        Site site = definition.get().site();
        OutlineImport found =
                OutlineImport.into(site, file(request, site.bounds().envelope()));
        ObjectNode body = NODES.objectNode();
        ArrayNode features = body.putArray("features");
        found.features().forEach(features::add);
        return json(Response.OK, "application/json", withReport(body, found.sentences()));
    }

    private static OutlineFile file(Request request, Envelope area) {
        return OutlineFileReader.read(
                new ByteArrayInputStream(request.body()), text(request, "file").orElse("the file"), area);
    }

    private static ObjectNode withReport(ObjectNode body, List<String> sentences) {
        ArrayNode report = body.putArray("report");
        sentences.forEach(report::add);
        return body;
    }

    private static ObjectNode parsed(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition that was just read is not JSON", e);
        }
    }

    private static Optional<String> text(Request request, String name) {
        return Optional.ofNullable(request.query().get(name))
                .filter(values -> values.size() == 1)
                .map(values -> values.getFirst().strip())
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Double> number(Request request, String name) {
        return text(request, name)
                .filter(value -> value.matches("[-+]?\\d{1,5}(\\.\\d{1,15})?"))
                .map(Double::valueOf);
    }

    private static Response problem(int status, String detail) {
        return json(
                status,
                "application/problem+json",
                NODES.objectNode()
                        .put("type", "about:blank")
                        .put("title", "Not imported")
                        .put("status", status)
                        .put("detail", detail));
    }

    private static Response json(int status, String type, ObjectNode body) {
        return new Response(
                status,
                Map.of("Content-Type", type, "Cache-Control", "no-store"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
