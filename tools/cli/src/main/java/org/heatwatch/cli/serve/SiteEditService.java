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
import org.heatwatch.api.SitesResource;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/**
 * Saves new versions of site definitions that a browser on this machine sends, and passes all other requests to the
 * API, which is read-only. The ledger decides who may save: the owner of a local store, or a user whose AWS credentials
 * can write to the table of a stack.
 *
 * <p>A definition is sent by PUT with the version that it replaces (optimistic locking): if another version is current,
 * the response is 409 and nothing is saved. The first version of a new site replaces version 0.
 */
public final class SiteEditService implements LocalServer.Answerer {
    private static final Pattern PATH = Pattern.compile("/sites/([a-z0-9-]{1,100})\\.geojson");
    private static final String REPLACES = "replaces";
    /** The version that a new site replaces. */
    private static final int NEW_SITE = 0;

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

    /** Scores a site again, or requests it. */
    @FunctionalInterface
    public interface Rescoring {
        /** Returns whether scoring is complete; otherwise it continues elsewhere. */
        boolean rescore(String siteId);
    }

    /**
     * Combines an API with a ledger.
     *
     * @param api answers all requests that do not save a definition
     * @param author author of saved versions
     */
    public SiteEditService(LocalServer.Answerer api, Ledger ledger, String author, Rescoring rescoring) {
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

    /** Synchronized, since each save computes the whole history. */
    private synchronized Response save(String siteId, Request request) {
        Optional<Response> invalid = invalid(request);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        Optional<SiteDefinition> current = ledger.site(siteId);
        int replaced = replaced(request).orElseThrow();
        if (current.isEmpty() && replaced != NEW_SITE) {
            return problem(Response.NOT_FOUND, "there is no site " + siteId, NODES.objectNode());
        }
        if (current.isPresent() && current.get().version() != replaced) {
            return conflict(siteId);
        }
        SiteDefinition next;
        try {
            next = next(siteId, current, new String(request.body(), StandardCharsets.UTF_8));
        } catch (BadSite e) {
            return problem(
                    UNPROCESSABLE,
                    "the definition has defects, so nothing was saved",
                    SitesResource.findings(e.defects(), List.of()));
        } catch (IllegalArgumentException e) {
            return problem(UNPROCESSABLE, String.valueOf(e.getMessage()), NODES.objectNode());
        }
        ledger.putSite(next);
        ObjectNode saved = NODES.objectNode().put("version", next.version()).put("told", isRescored(siteId));
        return json(Response.OK, "application/json", saved);
    }

    private SiteDefinition next(String siteId, Optional<SiteDefinition> current, String text) {
        if (current.isPresent()) {
            return current.get().next(text, author);
        }
        SiteDefinition first = SiteDefinition.first(text, author);
        if (!first.siteId().equals(siteId)) {
            throw new IllegalArgumentException(
                    "the definition has the id %s; save it as %s.geojson".formatted(first.siteId(), first.siteId()));
        }
        return ledger.removedSite(siteId)
                .map(removed -> removed.next(text, author))
                .orElse(first);
    }

    /** The response to a request that is invalid by itself. */
    private static Optional<Response> invalid(Request request) {
        Map<String, String> headers = request.headers();
        String origin = headers.get("Origin");
        if (origin != null && !origin.equals(request.base())) {
            return refusal(FORBIDDEN, "pages of other origins cannot save definitions");
        }
        String type = headers.getOrDefault("Content-Type", "");
        if (!type.split(";", 2)[0].strip().equals(TYPE)) {
            return refusal(OTHER_TYPE, "send the definition as " + TYPE);
        }
        if (replaced(request).isEmpty()) {
            return refusal(
                    Response.BAD_REQUEST,
                    "replaces: give the version that you changed, from the header %s of the definition, or 0"
                            .formatted(SitesResource.VERSION));
        }
        if (request.body().length > SitesResource.LARGEST) {
            return refusal(
                    TOO_LARGE,
                    "the definition is longer than %d bytes; remove features that are not needed"
                            .formatted(SitesResource.LARGEST));
        }
        return Optional.empty();
    }

    private static Optional<Response> refusal(int status, String detail) {
        return Optional.of(problem(status, detail, NODES.objectNode()));
    }

    /** The saved version is valid even if scoring fails: the next scene or the daily check scores the site. */
    private boolean isRescored(String siteId) {
        try {
            return rescoring.rescore(siteId);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Optional<Integer> replaced(Request request) {
        return Optional.ofNullable(request.query().get(REPLACES))
                .filter(values -> values.size() == 1 && values.getFirst().matches("0|[1-9]\\d{0,8}"))
                .map(values -> Integer.valueOf(values.getFirst()));
    }

    private Response conflict(String siteId) {
        ObjectNode more = NODES.objectNode();
        more.put("version", ledger.site(siteId).map(SiteDefinition::version).orElse(null));
        return problem(
                CONFLICT,
                "another version was saved in the meantime, so nothing was saved; apply your changes to that one",
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
