package org.heatwatch.cli.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.api.SitePages;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/**
 * Takes new versions of site definitions from a browser on this machine; everything else is answered by the API, which only
 * reads. Whoever may write to the ledger may save: the owner of a local store, or whoever's AWS credentials reach a stack's
 * table.
 *
 * <p>A definition is sent by PUT with the version that it replaces. Nobody's version is overwritten: if another one is
 * current by then, the answer is 409 and nothing is kept.
 */
public final class SiteDesk implements LocalServer.Answerer {
    private static final Pattern PATH = Pattern.compile("/sites/([a-z0-9-]{1,100})\\.geojson");
    private static final String REPLACES = "replaces";
    private static final String TYPE = "application/geo+json";
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int OTHER_TYPE = 415;
    private static final int UNPROCESSABLE = 422;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final LocalServer.Answerer api;
    private final Ledger ledger;
    private final String author;
    private final Rescoring rescoring;

    /** Has a site scored anew. */
    @FunctionalInterface
    public interface Rescoring {
        /** Whether that is done when this returns; it may also go on elsewhere. */
        boolean rescore(String siteId);
    }

    public SiteDesk(LocalServer.Answerer api, Ledger ledger, String author, Rescoring rescoring) {
        this.api = api;
        this.ledger = ledger;
        this.author = author;
        this.rescoring = rescoring;
    }

    @Override
    public Response answer(Request request) {
        Matcher site = PATH.matcher(request.path());
        if (!site.matches() || !List.of("PUT", "OPTIONS").contains(request.method())) {
            return api.answer(request);
        }
        if (request.method().equals("OPTIONS")) {
            return new Response(Response.NO_CONTENT, Map.of("Allow", "GET, HEAD, PUT, OPTIONS"), new byte[0]);
        }
        try {
            return save(site.group(1), request);
        } catch (LedgerConflict e) {
            return conflict(site.group(1));
        } catch (HeatWatchException e) {
            return problem(
                    e.retryHelps() ? Response.UNAVAILABLE : Response.FAILED,
                    String.valueOf(e.getMessage()),
                    NODES.objectNode());
        }
    }

    /** One at a time, since each save scores the whole history. */
    private synchronized Response save(String siteId, Request request) {
        Map<String, String> headers = request.headers();
        String origin = headers.get("Origin");
        if (origin != null && !origin.equals(request.base())) {
            return problem(FORBIDDEN, "pages of other origins save nothing here", NODES.objectNode());
        }
        String type = headers.getOrDefault("Content-Type", "");
        if (!type.split(";", 2)[0].strip().equals(TYPE)) {
            return problem(OTHER_TYPE, "send the definition as " + TYPE, NODES.objectNode());
        }
        Optional<Integer> replaces = replaced(request);
        if (replaces.isEmpty()) {
            return problem(
                    Response.BAD_REQUEST,
                    "replaces: give the version that was changed, as the header %s of the definition tells it"
                            .formatted(SitePages.VERSION),
                    NODES.objectNode());
        }
        if (request.body().length > SitePages.LARGEST) {
            return problem(
                    TOO_LARGE,
                    "the definition is longer than %d bytes; leave out what is not watched"
                            .formatted(SitePages.LARGEST),
                    NODES.objectNode());
        }
        Optional<SiteDefinition> current = ledger.site(siteId);
        if (current.isEmpty()) {
            return problem(Response.NOT_FOUND, "no site is called " + siteId, NODES.objectNode());
        }
        if (current.get().version() != replaces.get()) {
            return conflict(siteId);
        }
        SiteDefinition next;
        try {
            next = current.get().next(new String(request.body(), StandardCharsets.UTF_8), author);
        } catch (BadSite e) {
            return problem(
                    UNPROCESSABLE,
                    "the definition has defects, so nothing was saved",
                    SitePages.findings(e.defects(), List.of()));
        } catch (IllegalArgumentException e) {
            return problem(UNPROCESSABLE, String.valueOf(e.getMessage()), NODES.objectNode());
        }
        ledger.putSite(next);
        boolean told = told(siteId);
        ObjectNode saved = NODES.objectNode().put("version", next.version()).put("told", told);
        return json(Response.OK, "application/json", saved);
    }

    /** What was saved is in force, whatever becomes of the scoring: the next scene or the daily check does it then. */
    private boolean told(String siteId) {
        try {
            return rescoring.rescore(siteId);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Optional<Integer> replaced(Request request) {
        return Optional.ofNullable(request.query().get(REPLACES))
                .filter(values -> values.size() == 1 && values.getFirst().matches("[1-9]\\d{0,8}"))
                .map(values -> Integer.valueOf(values.getFirst()));
    }

    private Response conflict(String siteId) {
        ObjectNode more = NODES.objectNode();
        more.put("version", ledger.site(siteId).map(SiteDefinition::version).orElse(null));
        return problem(
                CONFLICT,
                "someone else saved a version meanwhile, so nothing was saved; put your changes on top of the current one",
                more);
    }

    private static Response problem(int status, String detail, ObjectNode more) {
        ObjectNode body = NODES.objectNode()
                .put("type", "about:blank")
                .put("title", "Not saved")
                .put("status", status)
                .put("detail", detail);
        body.setAll(more);
        return json(status, "application/problem+json", body);
    }

    private static Response json(int status, String type, ObjectNode body) {
        return new Response(
                status,
                Map.of("Content-Type", type, "Cache-Control", "no-store"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
