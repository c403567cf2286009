package org.heatwatch.functions.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.heatwatch.announce.Outbox;
import org.heatwatch.aws.Traces;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.CodeVersion;

/** What can be asked: a landing page, how the watch is, and how facilities and controls stand. */
final class Api {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String FACILITIES = "facilities";

    private final Ledger ledger;
    private final Outbox outbox;
    private final NoticeTimes times;

    Api(Ledger ledger, Outbox outbox, NoticeTimes times) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.times = times;
    }

    Answer answer(Question question) {
        if (!question.method().equals("GET") && !question.method().equals("HEAD")) {
            return Answer.problem(
                    Answer.WRONG_METHOD, "Method not allowed", question.method() + " is not answered here; use GET");
        }
        try {
            return route(question);
        } catch (RuntimeException e) {
            System.out.println(question.path() + ": " + Traces.of(e));
            return e instanceof HeatWatchException known && known.retryHelps()
                    ? Answer.problem(Answer.UNAVAILABLE, "Not available", "the store does not answer; try again later")
                    : Answer.problem(Answer.FAILED, "Failed", "this is a fault of the server; its log says which");
        }
    }

    private Answer route(Question question) {
        List<String> path = question.path();
        if (path.isEmpty()) {
            return Answer.json(landing(question.base()));
        }
        if (path.equals(List.of("health"))) {
            return Answer.json(health());
        }
        if (path.equals(List.of("collections"))) {
            ObjectNode page = NODES.objectNode();
            page.putArray("collections").add(collection(question.base()));
            page.set("links", links(question.base() + "/collections"));
            return Answer.json(page);
        }
        if (path.equals(List.of("collections", FACILITIES))) {
            return Answer.json(collection(question.base()));
        }
        if (path.size() >= 3 && path.subList(0, 3).equals(List.of("collections", FACILITIES, "items"))) {
            Facilities facilities = new Facilities(ledger, outbox, question.base() + "/collections/facilities");
            if (path.size() == 3) {
                return Answer.geoJson(facilities.all());
            }
            if (path.size() == 4) {
                return facilities
                        .one(path.get(3))
                        .map(Answer::geoJson)
                        .orElseGet(() -> Answer.problem(
                                Answer.NOT_FOUND,
                                "Not found",
                                "no facility or control is called so; /collections/facilities/items lists them"));
            }
        }
        return Answer.problem(
                Answer.NOT_FOUND, "Not found", "there is no such page; start at " + question.base() + "/");
    }

    private static ObjectNode landing(String base) {
        ObjectNode page = NODES.objectNode()
                .put("title", "Heat Watch")
                .put("description", "Is that factory running? Landsat thermal images, read with an error bar.");
        page.set(
                "links",
                links(base + "/")
                        .add(link("data", base + "/collections", "application/json"))
                        .add(link("items", base + "/collections/facilities/items", "application/geo+json"))
                        .add(link("status", base + "/health", "application/json")));
        return page;
    }

    private static ObjectNode collection(String base) {
        String self = base + "/collections/facilities";
        ObjectNode page = NODES.objectNode()
                .put("id", FACILITIES)
                .put("title", "Facilities")
                .put(
                        "description",
                        "How each watched facility stands: its state, and the latest look that saw it. "
                                + "ON means warmer than its idle self in several passes, which is no proof of production.")
                .put("itemType", "feature");
        page.set("links", links(self).add(link("items", self + "/items", "application/geo+json")));
        return page;
    }

    private ObjectNode health() {
        ObjectNode page = NODES.objectNode().put("status", "up").put("code", CodeVersion.current());
        ArrayNode sites = page.putArray("sites");
        for (SiteDefinition site : ledger.sites()) {
            ObjectNode node = sites.addObject().put("site", site.siteId()).put("siteVersion", site.version());
            // When the archive was last heard of, or the site planted: what else could it be quiet since?
            times.lastHeard(site.siteId()).ifPresent(at -> node.put("quietSince", at.toString()));
            outbox.manifest(site.siteId())
                    .ifPresent(told -> node.put("asOf", told.asOf())
                            .put("run", told.run())
                            .put("scenes", told.readings().size())
                            .put(
                                    "lastReading",
                                    told.readings().isEmpty()
                                            ? null
                                            : told.readings().getLast())
                            .put("toldBy", told.codeVersion()));
        }
        return page;
    }

    private static ArrayNode links(String self) {
        return NODES.arrayNode().add(link("self", self, "application/json"));
    }

    static ObjectNode link(String relation, String address, String type) {
        return NODES.objectNode().put("rel", relation).put("href", address).put("type", type);
    }
}
